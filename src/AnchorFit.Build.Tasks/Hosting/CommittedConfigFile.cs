using System;
using System.IO;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>Gets the bytes of the committed config that a project verifies.</summary>
internal static class CommittedConfigFile
{
    /// <summary>The bytes, or null and one diagnostic.</summary>
    /// <param name="path">The file, absolute or from the project's folder.</param>
    /// <param name="project">The project it belongs to.</param>
    /// <param name="updateCommand">What to run to have the file written.</param>
    /// <param name="diagnostics">Receives the reason.</param>
    public static byte[]? Load(string path, ProjectPaths project, string updateCommand, DiagnosticBag diagnostics)
    {
        string absolute = project.Absolute(path);
        try
        {
            return File.ReadAllBytes(absolute);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            string reason = Directory.Exists(absolute) ? "it is a folder"
                : exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
                : exception.Message;
            diagnostics.Add(BuildDiagnostics.CommittedConfigUnreadable(project.Relative(path), reason, updateCommand));
            return null;
        }
    }
}
