using System;
using System.Runtime.CompilerServices;
using AnchorFit.Annotations.Json;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Coco;

/// <summary>Values of COCO files that are not what they should be, for messages, and the little that several lists share.</summary>
internal static class CocoValue
{
    /// <summary>Passes the value at hand and says what it is: a number or word as it stands, a text in quotes, or "a list".</summary>
    public static string Show(JsonTokenizer json)
    {
        switch (json.Kind)
        {
            case JsonKind.Object:
                json.Skip();
                return "an object";
            case JsonKind.List:
                json.Skip();
                return "a list";
            case JsonKind.Text:
                return json.Read() ? "the text " + DisplayText.Quote(json.Text) : string.Empty;
            default:
                return json.Read() ? DisplayText.Clean(json.Text) : string.Empty;
        }
    }

    /// <summary>The number of pixels in a text that was read; false when there is none in it.</summary>
    public static bool TryGetQuoted(JsonTokenizer json, out double value)
    {
        value = 0;
        ReadOnlySpan<byte> text = ByteText.Trim(json.Bytes);
        return !json.IsEscaped && JsonNumber.IsValid(text) && TryGetPixels(text, out value);
    }

    /// <summary>Passes the value at hand: true, or a number other than 0, in quotation marks or not.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public static bool ReadFlag(JsonTokenizer json)
    {
        if (json.Kind is not (JsonKind.Number or JsonKind.True or JsonKind.Text))
        {
            json.Skip();
            return false;
        }

        return json.Kind == JsonKind.Text ? json.Read() && TryGetQuoted(json, out double quoted) && quoted != 0 : json.Read() && (json.Kind == JsonKind.True || !(JsonNumber.TryReadDouble(json.Bytes, out double value) && value == 0));
    }

    /// <summary>The value of a number that was read; false when it is too large for pixels.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public static bool TryGetPixels(ReadOnlySpan<byte> number, out double value) =>
        PixelNumber.TryParseSimple(number, out value)
        || (JsonNumber.TryReadDouble(number, out value) && value is >= -PixelNumber.Limit and <= PixelNumber.Limit);
}
