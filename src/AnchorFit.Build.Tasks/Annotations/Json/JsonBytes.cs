using System;
using System.Runtime.CompilerServices;
#if NET
using System.Buffers;
#endif

namespace AnchorFit.Annotations.Json;

/// <summary>Finds the few bytes that matter in long runs of those that don't.</summary>
internal static class JsonBytes
{
    /// <summary>
    /// Compiles at once with all optimisations (<c>AggressiveOptimization</c>, which netstandard2.0 has no name for):
    /// a build reads its files within the time that tiered compilation takes to notice the loop.
    /// </summary>
    public const MethodImplOptions Hot = (MethodImplOptions)512;

#if NET
    private static readonly SearchValues<byte> Structure = SearchValues.Create("[]{}\"\r\n"u8);
    private static readonly SearchValues<byte> Special = SearchValues.Create(All(IsSpecial));

    /// <summary>The index of the first bracket, quotation mark or line end; -1 when there is none.</summary>
    public static int IndexOfStructure(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny(Structure);

    /// <summary>
    /// The index of the first byte inside a text that ends it or needs a look: a quotation mark, a backslash, a control
    /// character, a byte beyond ASCII; -1 when there is none.
    /// </summary>
    public static int IndexOfSpecial(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny(Special);

    private static byte[] All(Func<byte, bool> condition)
    {
        byte[] all = new byte[256];
        int count = 0;
        for (int b = 0; b < 256; b++)
        {
            all[count] = (byte)b;
            count += condition((byte)b) ? 1 : 0;
        }

        Array.Resize(ref all, count);
        return all;
    }
#else
    private static readonly bool[] Structure = Table(b => b is (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'"' or (byte)'\r' or (byte)'\n');
    private static readonly bool[] Special = Table(IsSpecial);

    public static int IndexOfStructure(ReadOnlySpan<byte> bytes) => IndexOf(bytes, Structure);

    public static int IndexOfSpecial(ReadOnlySpan<byte> bytes) => IndexOf(bytes, Special);

    private static int IndexOf(ReadOnlySpan<byte> bytes, bool[] wanted)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (wanted[bytes[i]])
            {
                return i;
            }
        }

        return -1;
    }

    private static bool[] Table(Func<byte, bool> condition)
    {
        bool[] table = new bool[256];
        for (int b = 0; b < 256; b++)
        {
            table[b] = condition((byte)b);
        }

        return table;
    }
#endif

    /// <summary>The byte can't be part of a number or word.</summary>
    public static bool IsDelimiter(byte b) =>
        b is <= (byte)' ' or (byte)',' or (byte)']' or (byte)'}' or (byte)'[' or (byte)'{' or (byte)':' or (byte)'"';

    public static bool IsHexDigit(byte b) => (uint)(b - '0') <= 9 || (uint)((b | 0x20) - 'a') <= 5;

    private static bool IsSpecial(byte b) => b is < (byte)' ' or (byte)'"' or (byte)'\\' or >= 0x80;
}
