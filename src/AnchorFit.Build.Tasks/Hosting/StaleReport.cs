using System;
using System.IO;
using System.Text;

namespace AnchorFit.Hosting;

/// <summary>The report of an earlier fit, which would tell of a result that is there no longer.</summary>
internal static class StaleReport
{
    private const int HeadLength = 1024;
    private const string Mark = "<meta name=\"generator\" content=\"AnchorFit.Build";

    /// <summary>Deletes the file if a fit wrote it.</summary>
    /// <exception cref="IOException">The disk.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is read-only.</exception>
    public static void Remove(string path)
    {
        if (File.Exists(path) && IsReport(path))
        {
            File.Delete(path);
        }
    }

    private static bool IsReport(string path)
    {
        byte[] head = new byte[HeadLength];
        using FileStream file = File.OpenRead(path);
        int length = 0;
        while (length < head.Length && file.Read(head, length, head.Length - length) is > 0 and var read)
        {
            length += read;
        }

        return Encoding.UTF8.GetString(head, 0, length).Contains(Mark);
    }
}
