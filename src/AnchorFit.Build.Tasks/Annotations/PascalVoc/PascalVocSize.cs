using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>
/// The <c>size</c> of an annotation file, which labelling tools leave out, fill with zeros or write twice. Nothing is
/// wrong with that until the size is needed, so the reader only notes what it found.
/// </summary>
internal sealed class PascalVocSize
{
    private PascalVocLeaf? _width;
    private PascalVocLeaf? _height;

    /// <summary>Where the size, or what is wrong with it, stands.</summary>
    public LinePosition At { get; private set; }

    public ImageSize? Value { get; private set; }

    /// <summary>What is wrong with the size, as a clause; null when <see cref="Value"/> is there.</summary>
    public string? Fault { get; private set; } = "'size' is missing";

    private bool Seen { get; set; }

    /// <summary>Where to look when there is no size at all.</summary>
    public void BeginDocument(LinePosition root) => At = root;

    public void AddWidth(PascalVocLeaf leaf) => _width ??= leaf;

    public void AddHeight(PascalVocLeaf leaf) => _height ??= leaf;

    /// <summary>Ends one <c>size</c>. A second one that says otherwise makes both useless.</summary>
    public void End(LinePosition at)
    {
        ImageSize? before = Value;
        bool repeated = Seen;
        Seen = true;
        (ImageSize? value, string? fault, LinePosition place) = Judge(at);
        if (repeated && before != value)
        {
            (value, fault, place) = (null, "'size' stands twice and differs", at);
        }

        (Value, Fault, At) = (value, fault, place);
        _width = _height = null;
    }

    private (ImageSize? Value, string? Fault, LinePosition At) Judge(LinePosition at)
    {
        if (_width is not { } width || _height is not { } height)
        {
            return (null, $"'size' has no '{(_width is null ? "width" : "height")}'", at);
        }

        if (FaultOf("width", width, out int widthPx) is { } widthFault)
        {
            return (null, widthFault, width.At);
        }

        if (FaultOf("height", height, out int heightPx) is { } heightFault)
        {
            return (null, heightFault, height.At);
        }

        return (new ImageSize(widthPx, heightPx), null, at);
    }

    private static string? FaultOf(string side, PascalVocLeaf leaf, out int pixels)
    {
        pixels = 0;
        if (!PixelNumber.TryParse(leaf.Text, out double value) || (int)value != value)
        {
            return $"'{side}' is {DisplayText.Quote(leaf.Text)}, not a whole number";
        }

        pixels = (int)value;
        return pixels > 0 ? null : $"'{side}' is {PixelNumber.Format(value)}";
    }
}
