using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace AnchorFit.Hosting;

/// <summary>
/// The record that every name in a project's files was known when they were last read: while none of these files comes,
/// goes or changes, a build need not read them. Asking for sizes and times costs nothing, parsing XML does.
/// </summary>
internal static class CheckedNames
{
    private const string Header = "anchorfit-names 1";

    /// <summary>Whether the record is of these files and names, and nothing changed since.</summary>
    /// <param name="record">The record's path, absolute.</param>
    /// <param name="projectFiles">Absolute paths.</param>
    /// <param name="globalProperties">Names of properties given to the whole build.</param>
    public static bool Hold(string record, IEnumerable<string> projectFiles, IEnumerable<string> globalProperties)
    {
        if (KeptFile.TryRead(record, Header) is not { } kept)
        {
            return false;
        }

        string[] lines = Encoding.UTF8.GetString(kept.Bytes, kept.Start, kept.Bytes.Length - kept.Start).Split('\n');
        return lines[0] == Question(projectFiles, globalProperties) && lines.Skip(1).All(line => line == Line(line.Substring(line.IndexOf('\t') + 1)));
    }

    /// <summary>Writes the record.</summary>
    /// <param name="record">The record's path, absolute.</param>
    /// <param name="projectFiles">Absolute paths.</param>
    /// <param name="globalProperties">Names of properties given to the whole build.</param>
    /// <param name="looked">Every file that was read or looked for; see <see cref="ProjectNames.Looked"/>.</param>
    /// <exception cref="IOException">The disk.</exception>
    public static void Save(string record, IEnumerable<string> projectFiles, IEnumerable<string> globalProperties, IEnumerable<string> looked)
    {
        string[] lines = [Question(projectFiles, globalProperties), .. looked.Select(Line)];
        if (Array.Exists(lines, line => line.IndexOfAny(['\n']) >= 0))
        {
            return;
        }

        var content = new ByteWriter();
        content.WriteCharacters(string.Join("\n", lines));
        AtomicFile.WriteIfChanged(record, KeptFile.Write(Header, content));
    }

    private static string Question(IEnumerable<string> projectFiles, IEnumerable<string> globalProperties) =>
        string.Join("\t", [PackageVersion.Text, .. projectFiles, .. globalProperties.Where(IsOurs).OrderBy(name => name, StringComparer.OrdinalIgnoreCase)]);

    // Those of an IDE are many, and change.
    private static bool IsOurs(string property) => property.StartsWith("Anch", StringComparison.OrdinalIgnoreCase);

    private static string Line(string file) => FileState.Of(file) + "\t" + file;
}
