using System;
using System.IO;

namespace AnchorFit.Hosting;

/// <summary>Reads a file that a property names.</summary>
internal static class NamedFile
{
    /// <summary>The file's bytes; null, and why in words for the person who wrote the property, where it can't be read.</summary>
    /// <param name="absolutePath">The file.</param>
    /// <param name="reason">Empty where it was read.</param>
    public static byte[]? TryRead(string absolutePath, out string reason)
    {
        reason = string.Empty;
        try
        {
            return ReadAll(absolutePath);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            reason = exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file (relative paths count from the project's folder)"
                : exception.Message;
            return null;
        }
    }

    private static byte[] ReadAll(string path)
    {
        using FileStream file = RegularFile.Open(path);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }
}
