using System;
using System.IO;
using System.Text;

namespace AnchorFit.PackageTests.Infra;

/// <summary>
/// A project without annotations, restored and compiled once: in a copy a build finds nothing to restore or to compile,
/// which is most of the time of a first build.
/// </summary>
internal sealed class ProjectTemplate : IDisposable
{
    private readonly TrainingProject _project;

    public ProjectTemplate(PackedPackage package, string frameworks)
    {
        _project = TrainingProject.Fresh(package, properties: string.Empty, items: string.Empty, frameworks);
        _project.Build();
    }

    /// <summary>Copies the project and what lies around it, with its times, but for binary logs.</summary>
    public void CopyTo(TemporaryFolder folder)
    {
        string source = Path.GetFullPath(_project.PathOf(".."));
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            if (!file.EndsWith(".binlog", StringComparison.Ordinal))
            {
                string copy = Path.Combine(folder.Parent, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.WriteAllBytes(copy, Moved(File.ReadAllBytes(file), Path.GetFileName(source), Path.GetFileName(folder.Parent)));
                File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(file));
            }
        }
    }

    public void Dispose() => _project.Dispose();

    // The folders' random names are equally long, so that even binary files stay sound, and need no escaping.
    private static byte[] Moved(byte[] content, string from, string to) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content).Replace(from, to, StringComparison.Ordinal));
}
