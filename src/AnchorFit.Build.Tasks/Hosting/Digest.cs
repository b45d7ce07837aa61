#if NET
using System;
#endif
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace AnchorFit.Hosting;

/// <summary>SHA-256 in hexadecimal.</summary>
internal static class Digest
{
    public const int ByteCount = 32;

    public static string Of(byte[] content) => Of(new MemoryStream(content));

    /// <summary>The <see cref="ByteCount"/> bytes themselves, for <paramref name="length"/> bytes from <paramref name="start"/> on.</summary>
    public static byte[] BytesOf(byte[] content, int start, int length)
    {
#if NET
        return SHA256.HashData(content.AsSpan(start, length));
#else
        using SHA256 algorithm = SHA256.Create();
        return algorithm.ComputeHash(content, start, length);
#endif
    }

    /// <exception cref="IOException">The file can't be read.</exception>
    public static string OfFile(string absolutePath)
    {
        using FileStream file = RegularFile.Open(absolutePath);
        return Of(file);
    }

    /// <summary>The digits of a digest.</summary>
    public static string Text(byte[] digest)
    {
        var text = new StringBuilder();
        foreach (byte b in digest)
        {
            text.Append("0123456789abcdef"[b >> 4]).Append("0123456789abcdef"[b & 15]);
        }

        return text.ToString();
    }

    private static string Of(Stream content)
    {
        using SHA256 algorithm = SHA256.Create();
        return Text(algorithm.ComputeHash(content));
    }
}
