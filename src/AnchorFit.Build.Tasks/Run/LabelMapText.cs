using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using AnchorFit.PipelineConfig.Schema;

namespace AnchorFit.Run;

/// <summary>
/// Writes a label map as those of the API's <c>data</c> folder look: <c>id</c> before <c>name</c>, single quotes, a
/// field a line. Text stays readable: only quotes, backslashes and what no one sees are escaped.
/// </summary>
internal static class LabelMapText
{
    /// <summary>The file's bytes, UTF-8: one item a class.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<int, string>> classes)
    {
        var text = new StringBuilder();
        foreach (KeyValuePair<int, string> entry in classes)
        {
            text.Append("item {\n  id: ").Append(entry.Key.ToString(CultureInfo.InvariantCulture)).Append("\n  name: '");
            AppendEscaped(text, entry.Value);
            text.Append("'\n}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// Whether a file may be replaced by a generated one: it is what <see cref="Write"/> makes of its own classes, so
    /// nobody's work is in it. Version control may have given it other newlines.
    /// </summary>
    public static bool IsGenerated(byte[] content) =>
        LabelMapReader.Read("label_map.pbtxt", content, UnknownFieldPolicy.Error, []) is { } map
        && (IsOf(map, content, numbersAreNames: false) || IsOf(map, content, numbersAreNames: true));

    private static bool IsOf(LabelMap map, byte[] content, bool numbersAreNames) =>
        Write(ClassIds.Assign(map.Items.Select(item => item.Name), numbersAreNames))
            .SequenceEqual(content.Where((b, i) => !(b == '\r' && i + 1 < content.Length && content[i + 1] == '\n')));

    private static void AppendEscaped(StringBuilder text, string name)
    {
        foreach (char c in name)
        {
            if (c is '\'' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || IsInvisible(c))
            {
                foreach (byte b in Encoding.UTF8.GetBytes([c]))
                {
                    text.Append('\\').Append(Convert.ToString(b, 8).PadLeft(3, '0'));
                }
            }
            else
            {
                text.Append(c);
            }
        }
    }

    /// <summary>Line and paragraph separators, zero-width characters, and those that turn the direction of writing.</summary>
    private static bool IsInvisible(char c) =>
        c is (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF';
}
