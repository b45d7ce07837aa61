using System;
using System.IO;
using System.Text;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>
/// A file that the package keeps in obj for its next build: a header, the SHA-256 of the content, and the content. A file
/// that anything else wrote, cut or damaged is as if there were none, so whoever takes the content apart can believe it.
/// </summary>
internal sealed class KeptFile
{
    private const int DigestLength = 2 * Hosting.Digest.ByteCount;

    private KeptFile(byte[] bytes, int start)
    {
        Bytes = bytes;
        Start = start;
    }

    /// <summary>The whole file; the content ends with it.</summary>
    public byte[] Bytes { get; }

    /// <summary>Where the content begins.</summary>
    public int Start { get; }

    /// <summary>SHA-256 of the content, which names it.</summary>
    public string Digest => Encoding.UTF8.GetString(Bytes, Start - DigestLength - 1, DigestLength);

    /// <summary>The bytes of a file with this content.</summary>
    /// <param name="header">Says what the content is, and in which version of its form; one line.</param>
    /// <param name="content">Any bytes.</param>
    public static byte[] Write(string header, ByteWriter content)
    {
        var file = new ByteWriter();
        file.WriteCharacters(header + "\n" + Hosting.Digest.Text(content.Digest()) + "\n");
        file.WriteBytes(content.Written);
        return file.Written.ToArray();
    }

    /// <summary>The file as it was written; null when there is none, or none with this header that is whole.</summary>
    public static KeptFile? TryRead(string path, string header)
    {
        try
        {
            using FileStream stream = RegularFile.Open(path);
            return Parse(ReadAll(stream), header);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return null;
        }
    }

    /// <summary>The same of a file that is in memory.</summary>
    internal static KeptFile? Parse(byte[] bytes, string header)
    {
        byte[] head = Encoding.UTF8.GetBytes(header + "\n");
        int start = head.Length + DigestLength + 1;
        if (bytes.Length < start || !bytes.AsSpan().StartsWith(head))
        {
            return null;
        }

        var file = new KeptFile(bytes, start);
        return bytes[start - 1] == '\n' && file.Digest == Hosting.Digest.Text(Hosting.Digest.BytesOf(bytes, start, bytes.Length - start)) ? file : null;
    }

    private static byte[] ReadAll(FileStream stream)
    {
        byte[] bytes = new byte[checked((int)Math.Min(stream.Length, int.MaxValue / 2))];
        int length = 0;
        while (length < bytes.Length && stream.Read(bytes, length, bytes.Length - length) is > 0 and var read)
        {
            length += read;
        }

        return bytes;
    }
}
