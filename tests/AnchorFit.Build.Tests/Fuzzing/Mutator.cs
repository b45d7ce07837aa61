using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Tests.Fuzzing;

/// <summary>Makes an input of a seed by a few small changes. The same number gives the same input everywhere.</summary>
internal sealed class Mutator(byte[][] seeds, byte[][] tokens)
{
    private const int MostChanges = 6;
    private const int LongestPiece = 64;
    private const int LongestInput = 64 << 10;
    private static readonly byte[] s_bytes = [0, 1, 9, 10, 13, 32, 34, 39, 44, 45, 46, 47, 48, 57, 58, 59, 60, 62, 91, 92, 93, 123, 125, 127, 128, 0xC3, 0xE2, 0xEF, 0xF0, 0xFE, 0xFF];

    private ulong _state;

    /// <param name="number">Which input.</param>
    public byte[] Make(ulong number)
    {
        _state = number;
        List<byte> input = [.. seeds[Next(seeds.Length)]];
        for (int changes = 1 + Next(MostChanges); changes > 0; changes--)
        {
            Change(input);
        }

        return [.. input.Take(LongestInput)];
    }

    private void Change(List<byte> input)
    {
        int at = Next(input.Count + 1);
        int length = Math.Min(Next(LongestPiece), input.Count - at);
        switch (Next(10))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = s_bytes[Next(s_bytes.Length)];
                break;
            case 2:
                input.Insert(at, s_bytes[Next(s_bytes.Length)]);
                break;
            case 3:
                input.RemoveRange(at, length);
                break;
            case 4:
                input.InsertRange(at, input.GetRange(at, length));
                break;
            case 5:
                byte[] other = seeds[Next(seeds.Length)];
                int start = Next(other.Length);
                input.InsertRange(at, other[start..Math.Min(other.Length, start + Next(LongestPiece))]);
                break;
            case 6:
                input.RemoveRange(at, input.Count - at);
                break;
            case 7 when length > 0:
                input.InsertRange(Next(input.Count), Enumerable.Repeat(input.GetRange(at, length), 1 + Next(200)).SelectMany(piece => piece).ToArray());
                break;
            default:
                input.RemoveRange(at, Next(2) == 0 ? 0 : Math.Min(length, 8));
                input.InsertRange(at, tokens[Next(tokens.Length)]);
                break;
        }
    }

    private int Next(int count) => count <= 1 ? 0 : (int)(Random() % (ulong)count);

    // Vigna, "SplitMix64": every number begins another sequence.
    private ulong Random()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            ulong z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
