using System;
using System.IO;
using System.Threading;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>Reads a file that a property names.</summary>
internal static class NamedFile
{
    /// <summary>The largest configs have some hundred kilobytes; a label map of fifty thousand classes has room in it.</summary>
    internal const int MaxLength = 4 << 20;

    /// <summary>The file's bytes; null, and why in words for the person who wrote the property, where it can't be read.</summary>
    /// <param name="absolutePath">The file.</param>
    /// <param name="reason">Empty where it was read.</param>
    /// <param name="cancellation">Noticed even while the disk, or a pipe, keeps the read.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static byte[]? TryRead(string absolutePath, out string reason, CancellationToken cancellation = default)
    {
        reason = string.Empty;
        try
        {
            byte[]? content = Abandonable.Run(() => Read(absolutePath), cancellation);
            reason = content is null ? "it is larger than 4 MiB, which no pipeline.config or label map is" : string.Empty;
            return content;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            reason = exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file (relative paths count from the project's folder)"
                : exception.Message;
            return null;
        }
    }

    private static byte[]? Read(string path)
    {
        using FileStream file = RegularFile.Open(path);
        return CompanionReading.ReadAll(file, MaxLength);
    }
}
