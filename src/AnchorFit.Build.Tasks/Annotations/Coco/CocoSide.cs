using AnchorFit.Annotations.Json;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Coco;

/// <summary>
/// The width or height of an image. Nothing is wrong with a bad one until the image's size is needed, so what is wrong
/// is only noted.
/// </summary>
/// <param name="name">Which one.</param>
/// <param name="imageAt">Where to look when it is missing.</param>
internal struct CocoSide(string name, LinePosition imageAt)
{
    private string? _shown = "missing";

    /// <summary>Where the value, or the image without it, stands.</summary>
    public LinePosition At { get; private set; } = imageAt;

    /// <summary>The value; 0 when it is no good.</summary>
    public int Pixels { get; private set; }

    /// <summary>What is wrong, as a clause; null when nothing is.</summary>
    public readonly string? Fault => _shown is null ? null : $"'{name}' is {_shown}";

    /// <summary>Reads the value at hand.</summary>
    public void Read(JsonTokenizer json)
    {
        At = json.At;
        Pixels = 0;
        if (json.Kind is not (JsonKind.Number or JsonKind.Text))
        {
            _shown = CocoValue.Show(json) + ", not a number";
            return;
        }

        bool isText = json.Kind == JsonKind.Text;
        json.Read();
        if (isText)
        {
            ReadQuoted(json);
            return;
        }

        bool isWhole = JsonNumber.TryReadWhole(json.Bytes, out long value) && value <= (long)PixelNumber.Limit;
        if (isWhole && value > 0)
        {
            Pixels = (int)value;
            _shown = null;
        }
        else
        {
            _shown = DisplayText.Clean(json.Text) + (isWhole ? string.Empty : ", not a whole number");
        }
    }

    /// <summary>Some exporters write numbers in quotes.</summary>
    private void ReadQuoted(JsonTokenizer json)
    {
        bool isWhole = CocoValue.TryGetQuoted(json, out double value) && (int)value == value;
        if (isWhole && value > 0)
        {
            Pixels = (int)value;
            _shown = null;
        }
        else
        {
            _shown = "the text " + DisplayText.Quote(json.Text) + (isWhole ? string.Empty : ", not a number");
        }
    }
}
