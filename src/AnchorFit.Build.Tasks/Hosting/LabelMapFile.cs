using System.IO;
using System.Threading;
using AnchorFit.Diagnostics;
using AnchorFit.Run;
using AnchorFit.Text;

namespace AnchorFit.Hosting;

/// <summary>The label maps of a project: the one it names, and the one that the fit writes.</summary>
internal static class LabelMapFile
{
    /// <summary>The existing label map; null where none is named, and, with an error, where it can't be read.</summary>
    public static LabelMapSource? Load(RawSettings settings, ProjectPaths project, DiagnosticBag diagnostics, CancellationToken cancellation = default)
    {
        if (settings.Values.LabelMap is not { } path)
        {
            return null;
        }

        if (NamedFile.TryRead(project.Absolute(path), out string reason, cancellation) is { } content)
        {
            return new LabelMapSource(path, content);
        }

        diagnostics.Add(ClassSettingDiagnostics.LabelMapUnreadable(settings.ProjectFile, path, reason + HomePath.Hint(path)));
        return null;
    }

    /// <summary>
    /// Refuses to write over a label map that somebody made: the name of the output follows from the config's folder,
    /// so nobody asked for that very file. In the package's own folder everything is generated.
    /// </summary>
    /// <param name="settings">What the user set.</param>
    /// <param name="output">Where the label map is to be written.</param>
    /// <param name="ownFolder">A file of the package's own folder.</param>
    /// <param name="project">The project the paths belong to.</param>
    /// <param name="diagnostics">Receives the refusal.</param>
    public static void CheckOutput(RawSettings settings, string output, string ownFolder, ProjectPaths project, DiagnosticBag diagnostics)
    {
        string path = project.Absolute(output);
        bool isOwn = ProjectPaths.Comparer.Equals(Path.GetDirectoryName(path), Path.GetDirectoryName(project.Absolute(ownFolder)));
        if (!isOwn && File.Exists(path) && !(NamedFile.TryRead(path, out _) is { } present && LabelMapText.IsGenerated(present)))
        {
            diagnostics.Add(ClassSettingDiagnostics.ForeignLabelMap(settings.ProjectFile, project.Relative(output)));
        }
    }
}
