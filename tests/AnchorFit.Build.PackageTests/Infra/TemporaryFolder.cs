using System;
using System.IO;

namespace AnchorFit.PackageTests.Infra;

/// <summary>A folder of its own below the system's temporary one; removed with everything in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(string name)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "anchorfit-tests", Guid.NewGuid().ToString("N")[..8], name);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>The folder that holds it, alone.</summary>
    public string Parent => System.IO.Path.GetDirectoryName(Path)!;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Parent, recursive: true);
        }
        catch (IOException)
        {
            // A process that still holds a file must not turn a passed test into a failed one.
        }
    }
}
