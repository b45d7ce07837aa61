using System;
using System.IO;
using System.Threading;

namespace AnchorFit.Hosting;

/// <summary>Writes a file so that a reader, or a build that is killed, sees the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    private const int Attempts = 5;

    /// <summary>Writes the file unless it holds these bytes already; then its time stays as it was.</summary>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="IOException">The disk, a read-only folder, or another process that holds the file open.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only.</exception>
    public static bool WriteIfChanged(string path, byte[] content)
    {
        if (HasContent(path, content))
        {
            return false;
        }

        Write(path, content);
        return true;
    }

    /// <summary>Writes the file whatever it held; creates its folder where that is missing.</summary>
    /// <exception cref="IOException">The disk, a read-only folder, or another process that holds the file open.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only.</exception>
    public static void Write(string path, byte[] content)
    {
        path = FileBehind(path);
        string directory = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(directory);
        RefuseFolder(path);
        RefuseReadOnly(path);
        string temporary = Path.Combine(directory, "." + Path.GetFileName(path) + "." + Guid.NewGuid().ToString("N") + ".tmp");
        try
        {
            File.WriteAllBytes(temporary, content);
            Move(temporary, path);
        }
        catch (Exception exception)
        {
            DeleteQuietly(temporary);
            if (DiskFault.Is(exception))
            {
                throw new IOException(exception.Message.Replace(Path.GetFileName(temporary), Path.GetFileName(path)), exception);
            }

            throw;
        }
    }

    /// <summary>Renames a file; one that has the new name already is replaced.</summary>
    /// <exception cref="IOException">The disk, or another process that holds one of the files open.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is read-only.</exception>
    public static void Move(string source, string path)
    {
        // Two builds of one project, or a virus scanner, may hold the file for a moment.
        for (int attempt = 1; ; attempt++)
        {
            try
            {
#if NET
                File.Move(source, path, overwrite: true);
#else
                if (File.Exists(path))
                {
                    File.Replace(source, path, destinationBackupFileName: null);
                }
                else
                {
                    File.Move(source, path);
                }
#endif
                return;
            }
            catch (Exception exception) when (attempt < Attempts && exception is (IOException and not FileNotFoundException) or UnauthorizedAccessException)
            {
                Thread.Sleep(20 * attempt);
            }
        }
    }

    private static bool HasContent(string path, byte[] content)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
    }

    // A link stays a link: its file is written.
    private static string FileBehind(string path)
    {
#if NET
        var file = new FileInfo(path);
        return file is { Exists: true, LinkTarget: not null } ? file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path : path;
#else
        return path;
#endif
    }

    private static void RefuseFolder(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("it is a folder");
        }
    }

    // A rename would replace a read-only file on some systems: the user's mark counts on all of them.
    private static void RefuseReadOnly(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists && file.IsReadOnly)
        {
            throw new UnauthorizedAccessException("the file is read-only");
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            // The failure that led here is the one to report.
        }
    }
}
