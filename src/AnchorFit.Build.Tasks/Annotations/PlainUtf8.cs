using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace AnchorFit.Annotations;

/// <summary>Checks on the bytes of UTF-8 text, so that it need not be decoded.</summary>
internal static class PlainUtf8
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The bytes are UTF-8, and none of the characters beyond ASCII is one that XML forbids.</summary>
    public static bool IsValid(ReadOnlyMemory<byte> bytes)
    {
        if (IsAscii(bytes.Span))
        {
            return true;
        }

        // Surrogates, which XML forbids too, are no UTF-8.
        if (bytes.Span.IndexOf("\uFFFE"u8) >= 0 || bytes.Span.IndexOf("\uFFFF"u8) >= 0
            || !MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array))
        {
            return false;
        }

        try
        {
            Strict.GetCharCount(array.Array!, array.Offset, array.Count);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static bool IsAscii(ReadOnlySpan<byte> bytes)
    {
        ulong seen = 0;
        foreach (ulong eight in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            seen |= eight;
        }

        for (int i = bytes.Length & ~7; i < bytes.Length; i++)
        {
            seen |= bytes[i];
        }

        return (seen & 0x8080808080808080) == 0;
    }
}
