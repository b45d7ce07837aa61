using System.IO;

namespace AnchorFit.Hosting;

/// <summary>
/// Opens what a build reads. To open a pipe keeps the build waiting until somebody writes to it, and a device may never
/// end: neither is opened.
/// </summary>
internal static class RegularFile
{
    /// <summary>What is wrong with a folder.</summary>
    public const string Folder = "it is a folder";

    private const string Special = "it is not a regular file but a pipe, a device or the like: name a file";

    /// <exception cref="IOException">It can't be opened, is a folder, or no regular file.</exception>
    /// <exception cref="System.UnauthorizedAccessException">Access is denied.</exception>
    public static FileStream Open(string path, int bufferSize = 4096)
    {
        FileKind kind = FileKinds.Of(path);
        if (kind is FileKind.Folder or FileKind.Special)
        {
            throw new IOException(kind == FileKind.Folder ? Folder : Special);
        }

        // An editor, or another build, may have it open for writing.
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize);
        if (file.CanSeek)
        {
            return file;
        }

        file.Dispose();
        throw new IOException(Special);
    }
}
