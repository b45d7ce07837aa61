using System;
using System.Runtime.CompilerServices;

namespace AnchorFit.Annotations.Json;

/// <summary>Tells numbers and words by all of their bytes.</summary>
internal static class JsonWord
{
    /// <summary>What a word is; none when it is neither a number nor a word that is accepted.</summary>
    /// <param name="expected">What its first byte says.</param>
    [MethodImpl(JsonBytes.Hot)]
    public static JsonKind KindOf(JsonKind expected, ReadOnlySpan<byte> word)
    {
        if (expected == JsonKind.Number && JsonNumber.IsValid(word))
        {
            return JsonKind.Number;
        }

        return word.SequenceEqual("true"u8) ? JsonKind.True
            : word.SequenceEqual("false"u8) ? JsonKind.False
            : word.SequenceEqual("null"u8) ? JsonKind.Null
            : word.SequenceEqual("NaN"u8) || word.SequenceEqual("Infinity"u8) || word.SequenceEqual("-Infinity"u8) ? JsonKind.NotFinite
            : JsonKind.None;
    }
}
