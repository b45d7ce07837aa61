using System;

namespace AnchorFit.Text;

/// <summary>
/// Tells by its first bytes what a file is that stands where a text should: the person who named it sees at once which
/// file that was. Signatures after the formats' own specifications.
/// </summary>
internal static class ContentKind
{
    /// <summary>So many bytes tell whether a file is text.</summary>
    private const int HeadLength = 4096;

    /// <summary>One such character in so many may be a slip in a text.</summary>
    private const int Share = 50;

    /// <summary>What a file with a known signature is, with its article: "a PNG image"; null for others, texts among them.</summary>
    public static string? BySignature(ReadOnlySpan<byte> bytes) => Image(bytes) ?? Archive(bytes) ?? Model(bytes);

    /// <summary>Of bytes that aren't UTF-8: whether they are no text in another encoding either.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes) => Share * CountControls(bytes) > Math.Min(bytes.Length, HeadLength) && !IsWideText(bytes);

    /// <summary>UTF-16 or UTF-32 from the beginning, by a mark or by the zero bytes that Latin letters have there.</summary>
    public static bool IsWide(ReadOnlySpan<byte> bytes) => IsMarked(bytes) || (bytes.IndexOf((byte)0) is 0 or 1 && IsWideText(bytes));

    /// <summary>What picture a file is; null for others.</summary>
    public static string? Image(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "a PNG image"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "a JPEG image"
        : bytes.StartsWith("GIF8"u8) ? "a GIF image"
        : bytes.StartsWith("RIFF"u8) && Has(bytes, 8, "WEBP"u8) ? "a WebP image"
        : bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'I', 42, 0]) || bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'M', (byte)'M', 0, 42]) ? "a TIFF image"
        : bytes.StartsWith("BM"u8) && bytes.Length > 14 && bytes[6] == 0 && bytes[7] == 0 && bytes[8] == 0 && bytes[9] == 0 ? "a BMP image"
        : null;

    private static string? Archive(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\u0003\u0004"u8) ? "a zip archive"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "compressed with gzip"
        : bytes.StartsWith("%PDF"u8) ? "a PDF"
        : Has(bytes, 257, "ustar"u8) ? "a tar archive"
        : null;

    private static string? Model(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'H', (byte)'D', (byte)'F']) ? "an HDF5 file, as Keras writes its weights"
        : Has(bytes, 4, "TFL3"u8) ? "a model of TensorFlow Lite"
        : bytes.StartsWith((ReadOnlySpan<byte>)[8, 1, 0x12]) ? "a saved model"
        : IsGraph(bytes) ? "a frozen graph"
        : IsRecord(bytes) ? "a TFRecord"
        : null;

    // GraphDef.node (field 1) with NodeDef.name (field 1) and NodeDef.op (field 2).
    private static bool IsGraph(ReadOnlySpan<byte> bytes)
    {
        int at = bytes.Length > 2 && bytes[0] == 0x0A ? 1 : bytes.Length;
        while (at < bytes.Length && bytes[at] >= 0x80)
        {
            at++;
        }

        at++;
        if (at + 1 >= bytes.Length || bytes[at] != 0x0A)
        {
            return false;
        }

        int operation = at + 2 + bytes[at + 1];
        return operation < bytes.Length && bytes[operation] == 0x12 && bytes[at + 1] > 0;
    }

    // A length of eight bytes that fits the file, its checksum, and a tf.Example's first field.
    private static bool IsRecord(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || bytes[12] != 0x0A || bytes[4] != 0 || bytes[5] != 0 || bytes[6] != 0 || bytes[7] != 0)
        {
            return false;
        }

        uint length = bytes[0] | ((uint)bytes[1] << 8) | ((uint)bytes[2] << 16) | ((uint)bytes[3] << 24);
        return length > 0 && length <= (uint)bytes.Length - 16;
    }

    // Not only from the beginning: Windows PowerShell's >> adds UTF-16 to a text.
    private static bool IsWideText(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes.Slice(0, Math.Min(bytes.Length, HeadLength));
        int zero = head.IndexOf((byte)0);
        return IsMarked(bytes) || (zero >= 0 && CountControls(head.Slice(0, zero)) == 0 && (HasWideUnits(head, zero, 2) || HasWideUnits(head, zero, 4)));
    }

    private static bool IsMarked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]);

    /// <summary>From the first zero byte on, units of so many bytes have all but one of them zero, mostly.</summary>
    private static bool HasWideUnits(ReadOnlySpan<byte> head, int zero, int unit)
    {
        ReadOnlySpan<byte> text = head.Slice(zero == 0 ? 0 : zero - 1);
        int units = 0;
        int wide = 0;
        for (int i = 0; i < text.Length; i += unit)
        {
            ReadOnlySpan<byte> character = text.Slice(i, Math.Min(unit, text.Length - i));
            int zeros = 0;
            foreach (byte b in character)
            {
                zeros += b == 0 ? 1 : 0;
            }

            units++;
            wide += zeros == unit - 1 || (character.Length < unit && zeros >= character.Length - 1) ? 1 : 0;
        }

        return 10 * wide >= 9 * units;
    }

    // Of characters that no text has.
    private static int CountControls(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        foreach (byte b in bytes.Slice(0, Math.Min(bytes.Length, HeadLength)))
        {
            count += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or 0x0B or 0x0C or (byte)'\r' or 0x1A or 0x1B) ? 1 : 0;
        }

        return count;
    }

    private static bool Has(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<byte> signature) =>
        bytes.Length >= at + signature.Length && bytes.Slice(at).StartsWith(signature);
}
