using System;
using System.Globalization;
using System.IO;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>What tells cheaply whether a file changed: its size and the time of its last change.</summary>
/// <param name="Size">Bytes; -1 when there is no such file.</param>
/// <param name="Ticks">UTC ticks of the last change; 0 when there is no such file.</param>
internal readonly record struct FileState(long Size, long Ticks)
{
    public static FileState Missing => new(-1, 0);

    public bool Exists => Size >= 0;

    public static FileState Of(string absolutePath)
    {
        FileInfo file = Target(new FileInfo(absolutePath));
        return file.Exists ? new FileState(file.Length, file.LastWriteTimeUtc.Ticks) : Missing;
    }

    /// <summary>
    /// What tells by the content whether a file changed, in two words too; the text of <see cref="Missing"/> when there
    /// is no such file.
    /// </summary>
    public static string OfContent(string absolutePath)
    {
        if (!Of(absolutePath).Exists)
        {
            return Missing.ToString();
        }

        try
        {
            return "0 " + Digest.OfFile(absolutePath);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            // Whoever reads the file tells why it can't be read; another text than any hash, so it will be tried.
            return "0 unreadable";
        }
    }

    /// <summary>The state as text: by content where that is asked for, else by size and time.</summary>
    public static string Text(string absolutePath, bool hashContents) => hashContents ? OfContent(absolutePath) : Of(absolutePath).ToString();

    // A data set may be a folder of links: the state of a link says nothing of the file behind it. The build for
    // .NET Framework can't ask; there such data sets need AnchorFitContentHash.
    private static FileInfo Target(FileInfo file)
    {
#if NET
        if (!file.Exists || !file.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            return file;
        }

        try
        {
            return file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        }
        catch (IOException)
        {
            // A circle of links; whoever reads the file tells it.
            return file;
        }
#else
        return file;
#endif
    }

    public override string ToString() =>
        Size.ToString(CultureInfo.InvariantCulture) + " " + Ticks.ToString(CultureInfo.InvariantCulture);
}
