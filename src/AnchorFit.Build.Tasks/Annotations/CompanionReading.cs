using System;
using System.IO;
using System.Security;

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
        catch (Exception exception) when (exception
            is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException)
        {
            return exception switch
            {
                FileNotFoundException or DirectoryNotFoundException => "it does not exist",
                UnauthorizedAccessException or SecurityException => "access is denied",
                _ => exception.Message,
            };
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
