using System;
using System.IO;
using AnchorFit.Diagnostics;

namespace AnchorFit.Annotations;

/// <summary>Reads files beside the annotations: what the disk refuses is a reason and no exception.</summary>
internal static class CompanionReading
{
    /// <summary>Reads what is wanted of a file; a stream that can't be opened or read gives the reason, as a clause, else null.</summary>
    public static string? TryRead<T>(Func<Stream> open, Func<Stream, T> read, out T? result)
    {
        result = default;
        try
        {
            using Stream stream = open();
            result = read(stream);
            return null;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return DiskFault.Reason(exception);
        }
    }

    /// <summary>All bytes of a stream; null when there are more than <paramref name="maxLength"/>.</summary>
    public static byte[]? ReadAll(Stream stream, int maxLength)
    {
        using var copy = new MemoryStream();
        byte[] buffer = new byte[8 << 10];
        while (copy.Length <= maxLength)
        {
            int read = stream.Read(buffer, 0, buffer.Length);
            if (read == 0)
            {
                return copy.ToArray();
            }

            copy.Write(buffer, 0, read);
        }

        return null;
    }
}

/// <summary>A file beside the annotations that had a say in what they mean: names of classes, an image.</summary>
/// <param name="Path">As the annotation's path leads to it.</param>
/// <param name="State">Another text whenever its content may be another; it also says that there is no such file.</param>
internal readonly record struct Companion(string Path, string State);

/// <summary>A file that was looked for beside the annotations.</summary>
/// <param name="Identity">Its path, and its state before it was opened.</param>
/// <param name="Open">Opens it; null where there is no such file. Throws I/O and access exceptions.</param>
internal readonly record struct CompanionFile(Companion Identity, Func<Stream>? Open);
