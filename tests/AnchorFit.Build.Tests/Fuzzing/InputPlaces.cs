using System;
using System.Collections.Generic;
using System.Text;
using AnchorFit.Text;

namespace AnchorFit.Tests.Fuzzing;

/// <summary>The lines and columns that an input has, as an editor counts them.</summary>
/// <param name="isText">It has lines; else they count records, of which there are no more than bytes.</param>
internal sealed class InputPlaces(byte[] input, bool isText)
{
    private readonly Dictionary<bool, int[]> _lengths = [];

    /// <summary>The place is nowhere, in a line, or right behind its end.</summary>
    public bool Has(LinePosition at) => at.Line == 0
        || (isText ? IsIn(at, loneReturns: true) || IsIn(at, loneReturns: false) : at.Line <= input.Length + 1);

    // Readers differ in whether a lone carriage return ends a line.
    private bool IsIn(LinePosition at, bool loneReturns)
    {
        int[] lengths = _lengths.TryGetValue(loneReturns, out int[]? known) ? known : _lengths[loneReturns] = Lengths(loneReturns);
        return at.Line <= lengths.Length && at.Column >= 0 && at.Column <= lengths[at.Line - 1] + 1;
    }

    private int[] Lengths(bool loneReturns)
    {
        List<int> lengths = [];
        int start = 0;
        for (int i = 0; i <= input.Length; i++)
        {
            if (i == input.Length || input[i] == '\n' || (loneReturns && input[i] == '\r' && !(i + 1 < input.Length && input[i + 1] == '\n')))
            {
                lengths.Add(Length(input.AsSpan(start, i - start)));
                start = i + 1;
            }
        }

        return [.. lengths];
    }

    // A sign of several bytes is one or two columns; where another encoding may be meant, no more is known than the bytes.
    private int Length(ReadOnlySpan<byte> line) => IsUtf8 ? Encoding.UTF8.GetCharCount(line) : line.Length;

    private bool IsUtf8 { get; } = Array.IndexOf(input, (byte)0) < 0
        && !(input is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        && (input.AsSpan().IndexOf("encoding"u8) is var named && (named < 0 || input.AsSpan(named).StartsWith("encoding=\"utf-8\""u8)));
}
