using System;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>Tells what a file probably is that was taken for a TFRecord.</summary>
internal static class TfRecordLookalike
{
    private static readonly (byte[] Start, string Name)[] Kinds =
    [
        ([(byte)'P', (byte)'K', 3, 4], "a zip archive"),
        ([0x1F, 0x8B], "compressed with gzip"),
        ([(byte)'B', (byte)'Z', (byte)'h'], "compressed with bzip2"),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "compressed with xz"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([(byte)'<'], "XML or HTML"),
        ([(byte)'{'], "JSON"),
        ([(byte)'['], "JSON"),
    ];

    /// <summary>As a clause: "it looks like JSON".</summary>
    /// <param name="start">The first bytes of the file, at least some.</param>
    /// <param name="isDecompressed">They come out of a compressed file.</param>
    public static string Describe(ReadOnlySpan<byte> start, bool isDecompressed)
    {
        string it = isDecompressed ? "what is compressed in it" : "it";
        foreach ((byte[] magic, string name) in Kinds)
        {
            if (start.StartsWith(magic))
            {
                return $"{it} looks like {name}";
            }
        }

        return IsText(start)
            ? $"{it} looks like text"
            : $"{it} does not begin with the length of a record and its checksum, or these are damaged";
    }

    private static bool IsText(ReadOnlySpan<byte> start)
    {
        foreach (byte b in start.Slice(0, Math.Min(start.Length, 64)))
        {
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\r' or (byte)'\n') or 0x7F)
            {
                return false;
            }
        }

        return true;
    }
}
