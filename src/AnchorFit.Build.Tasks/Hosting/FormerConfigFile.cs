using System.IO;
using AnchorFit.Diagnostics;
using AnchorFit.Run;

namespace AnchorFit.Hosting;

/// <summary>
/// Sees to it that a fit never writes over what it didn't write: a config where the result goes is somebody's own, or a
/// result. One that was changed is replaced, but told and kept.
/// </summary>
internal static class FormerConfigFile
{
    /// <summary>Nothing where the result may be written without a word; an error where it must not be.</summary>
    /// <param name="output">Where the result goes.</param>
    /// <param name="result">What is to be written.</param>
    /// <param name="last">What the last fit left.</param>
    /// <param name="ownFolder">A file of the package's own folder, where everything is generated.</param>
    /// <param name="projectFile">The project.</param>
    /// <param name="project">The project the paths belong to.</param>
    /// <exception cref="IOException">The content that is replaced can't be kept.</exception>
    public static Diagnostic? Check(string output, FitResult result, LastFit last, string ownFolder, string projectFile, ProjectPaths project)
    {
        string path = project.Absolute(output);
        string folder = Path.GetDirectoryName(project.Absolute(ownFolder))!;
        bool isOwn = ProjectPaths.Comparer.Equals(Path.GetDirectoryName(path), folder);
        if (NamedFile.TryRead(path, out _) is not { } content)
        {
            // What can't be read, or is larger than any config, is no result.
            return File.Exists(path) && !isOwn ? BuildDiagnostics.ForeignResult(projectFile, project.Relative(output)) : null;
        }

        if (last.Left(output, content, project)
            || (isOwn && !last.LeftAny(output, project))
            || FormerResult.Compare(project.Relative(output), content, result, last.Ratios) is not { } former)
        {
            return null;
        }

        if (!former.IsResult && !isOwn)
        {
            return BuildDiagnostics.ForeignResult(projectFile, project.Relative(output));
        }

        string kept = Path.Combine(folder, Path.GetFileName(path) + ".replaced");
        AtomicFile.WriteIfChanged(kept, content);
        return BuildDiagnostics.ResultReplaced(project.Relative(output), former.At, former.Words, project.Relative(kept), former.HowToKeep);
    }
}
