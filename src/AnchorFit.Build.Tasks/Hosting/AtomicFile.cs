using System;
using System.IO;
using System.Threading;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>Writes a file so that a reader, or a build that is killed, sees the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    private const int Attempts = 5;

    // More than the steps of any file system's times.
    private static readonly TimeSpan s_later = TimeSpan.FromSeconds(2);

    /// <summary>Writes the file unless it holds these bytes already; then its time stays as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">All of it.</param>
    /// <param name="copy">As for <see cref="Write"/>.</param>
    /// <exception cref="IOException">The disk, a read-only folder, or another process that holds the file open.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only.</exception>
    public static WrittenFile WriteIfChanged(string path, byte[] content, string? copy = null)
    {
        var before = FileState.Of(path);
        return HasContent(path, content) ? new WrittenFile(IsNew: false, before) : Write(path, content, copy);
    }

    /// <summary>
    /// Writes the file whatever it held; creates its folder where that is missing. The new file is newer than the old one
    /// and its copy, even where the clock was set back: what copies files by their times would keep the old content.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="content">All of it.</param>
    /// <param name="copy">Where the file is copied to; null where nobody said.</param>
    /// <exception cref="IOException">The disk, a read-only folder, or another process that holds the file open.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only.</exception>
    public static WrittenFile Write(string path, byte[] content, string? copy = null)
    {
        path = FileBehind(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        RefuseFolder(path);
        RefuseReadOnly(path);
        string temporary = TemporaryFile.For(path);
        try
        {
            File.WriteAllBytes(temporary, content);
            MakeNewer(temporary, path);
            MakeNewer(temporary, copy);

            // As it was written here: another build may write the file as soon as it has its name.
            var state = FileState.Of(temporary);
            Move(temporary, path);
            return new WrittenFile(IsNew: true, state);
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

    /// <summary>
    /// The file that a link leads to, if there is one yet: a link stays a link, and its file is written. The build for
    /// .NET Framework can't follow one, and refuses it rather than put a file in its place.
    /// </summary>
    /// <exception cref="IOException">A circle of links; or a link, in the build for .NET Framework.</exception>
    public static string FileBehind(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || (file.Attributes & FileAttributes.ReparsePoint) != FileAttributes.ReparsePoint)
        {
            return path;
        }

#if NET
        return file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
#else
        throw new IOException($"'{file.Name}' is a link, which MSBuild of .NET Framework can't follow: name the file that it leads to");
#endif
    }

    private static bool HasContent(string path, byte[] content)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
    }

    private static void MakeNewer(string file, string? than)
    {
        if (than is null || !File.Exists(than))
        {
            return;
        }

        DateTime time = File.GetLastWriteTimeUtc(than);
        if (File.GetLastWriteTimeUtc(file) <= time && time < DateTime.MaxValue - s_later)
        {
            File.SetLastWriteTimeUtc(file, time + s_later);
        }
    }

    private static void RefuseFolder(string path)
    {
        if (FileKinds.Of(path) is FileKind.Folder or FileKind.Special)
        {
            throw new IOException($"'{Path.GetFileName(path)}' is a folder, a pipe or a device");
        }
    }

    // A rename would replace a read-only file on some systems: the user's mark counts on all of them.
    private static void RefuseReadOnly(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists && file.IsReadOnly)
        {
            throw new UnauthorizedAccessException($"'{Path.GetFileName(path)}' is read-only");
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

/// <summary>What became of a file that was to be written.</summary>
/// <param name="IsNew">It was written; else it had the content already.</param>
/// <param name="State">Its size and time with that content, whatever another process wrote since.</param>
internal readonly record struct WrittenFile(bool IsNew, FileState State);
