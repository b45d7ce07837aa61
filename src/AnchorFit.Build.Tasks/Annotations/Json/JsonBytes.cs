using System;
using System.Runtime.CompilerServices;
#if NET
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace AnchorFit.Annotations.Json;

/// <summary>
/// Finds the few bytes that matter in long runs of those that don't, sixteen at a time where the runtime has vectors.
/// Not with the framework's own search: a build reads its files before that has been compiled well.
/// </summary>
internal static class JsonBytes
{
    /// <summary>
    /// Compiles at once with all optimisations (<c>AggressiveOptimization</c>, which netstandard2.0 has no name for):
    /// a build reads its files within the time that tiered compilation takes to notice the loop.
    /// </summary>
    public const MethodImplOptions Hot = (MethodImplOptions)512;

    public const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private static readonly bool[] Structure =
        Table(b => b is (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'"' or (byte)'\r' or (byte)'\n');

    /// <summary>For each byte whether <see cref="IndexOfSpecial"/> finds it.</summary>
    public static bool[] SpecialTable { get; } = Table(b => b is < (byte)' ' or (byte)'"' or (byte)'\\' or >= 0x80);

    /// <summary>For each byte whether it can't be part of a number or word.</summary>
    public static bool[] DelimiterTable { get; } = Table(b =>
        b is <= (byte)' ' or (byte)',' or (byte)']' or (byte)'}' or (byte)'[' or (byte)'{' or (byte)':' or (byte)'"');

    /// <summary>The index of the first bracket, quotation mark or line end; -1 when there is none.</summary>
    /// <param name="hasWide">There may be bytes beyond ASCII before it.</param>
    [MethodImpl(Hot)]
    public static int IndexOfStructure(ReadOnlySpan<byte> bytes, out bool hasWide)
    {
        int at = 0;
        hasWide = false;
#if NET
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        Vector128<byte> seen = Vector128<byte>.Zero;
        for (; at <= bytes.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            // The bit that tells capitals from small letters tells square from curly brackets too.
            Vector128<byte> some = Vector128.LoadUnsafe(ref first, (nuint)at);
            seen |= some;
            Vector128<byte> curly = some | Vector128.Create((byte)0x20);
            uint found = (Vector128.Equals(curly, Vector128.Create((byte)'{')) | Vector128.Equals(curly, Vector128.Create((byte)'}'))
                | Vector128.Equals(some, Vector128.Create((byte)'"'))
                | Vector128.Equals(some, Vector128.Create((byte)'\n')) | Vector128.Equals(some, Vector128.Create((byte)'\r'))).ExtractMostSignificantBits();
            if (found != 0)
            {
                hasWide = seen.ExtractMostSignificantBits() != 0;
                return at + BitOperations.TrailingZeroCount(found);
            }
        }

        hasWide = seen.ExtractMostSignificantBits() != 0;
#endif
        byte rest = 0;
        for (; at < bytes.Length && !Structure[bytes[at]]; at++)
        {
            rest |= bytes[at];
        }

        hasWide |= rest >= 0x80;
        return at < bytes.Length ? at : -1;
    }

    /// <summary>
    /// The index of the first byte inside a text that ends it or needs a look: a quotation mark, a backslash, a control
    /// character, a byte beyond ASCII; -1 when there is none.
    /// </summary>
    [MethodImpl(Hot)]
    public static int IndexOfSpecial(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
#if NET
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        for (; at <= bytes.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            // With a sign, bytes beyond ASCII are below the space as control characters are.
            Vector128<byte> some = Vector128.LoadUnsafe(ref first, (nuint)at);
            uint found = (Vector128.LessThan(some.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
                | Vector128.Equals(some, Vector128.Create((byte)'"')) | Vector128.Equals(some, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();
            if (found != 0)
            {
                return at + BitOperations.TrailingZeroCount(found);
            }
        }
#endif
        return IndexOf(bytes, at, SpecialTable);
    }

    public static bool IsHexDigit(byte b) => (uint)(b - '0') <= 9 || (uint)((b | 0x20) - 'a') <= 5;

    [MethodImpl(Hot)]
    private static int IndexOf(ReadOnlySpan<byte> bytes, int start, bool[] wanted)
    {
        for (int i = start; i < bytes.Length; i++)
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
}
