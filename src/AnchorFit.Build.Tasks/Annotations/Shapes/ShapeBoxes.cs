using System;
using System.Collections.Generic;
using System.Globalization;
using AnchorFit.Annotations.Json;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Shapes;

/// <summary>
/// Images, classes and boxes of a file as its reader meets them, for formats that draw shapes of several kinds. A shape
/// is begun, its numbers are asked for, and its box is added; what is wrong with it is told here.
/// </summary>
/// <remarks>A box that crosses the edge of its image stays as it is, one outside is left out, as the API's converters have it.</remarks>
internal sealed class ShapeBoxes(string path, BoxUnit unit)
{
    private const double SmallestFraction = 1e-9;

    private readonly List<AnnotatedImage> _images = [];
    private readonly List<string> _classNames = [];
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly List<GroundTruthBox> _boxes = [];
    private readonly List<ListedClass> _listed = [];
    private string? _className;
    private LinePosition _at;
    private BoxFlags _flags;
    private bool _isGood;
    private long _count;
    private int _image;

    public string Path => path;

    public FaultLog Faults { get; } = new(path);

    /// <summary>How many boxes are good so far.</summary>
    public int Count => _boxes.Count;

    /// <summary>Where all that is wrong with shapes is told; null for the places of their values. For shapes in the fields of a table.</summary>
    public LinePosition? Place { get; set; }

    /// <summary>The size of the image at hand; null where it isn't known.</summary>
    public ImageSize? ImageSize => _images[_image].Size;

    /// <summary>The file's own list of classes has this one.</summary>
    /// <param name="id">The number that shapes have for it, counted from 1; 0 where they have its name.</param>
    public void List(string? name, int id = 0)
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            _listed.Add(new ListedClass(name!.Trim(), id));
        }
    }

    /// <summary>Begins an image: the shapes that follow are on it. Gives its number.</summary>
    public int BeginImage(AnnotatedImage image)
    {
        _images.Add(image);
        return _image = _images.Count - 1;
    }

    /// <summary>There is an image that shapes can be on.</summary>
    public bool HasImage => _images.Count > 0;

    /// <summary>Goes on with an image that was begun before.</summary>
    public void ContinueImage(int image) => _image = image;

    /// <summary>Begins an image whose sides are members of an object, in whole pixels.</summary>
    /// <param name="name">Its file; null where the annotation file itself stands for its one image.</param>
    /// <param name="at">Where to look when a side is missing.</param>
    public void BeginImage(string? name, JsonNode? width, JsonNode? height, LinePosition at)
    {
        string? fault = SideFault("width", width) ?? SideFault("height", height);
        BeginImage(fault is null
            ? new AnnotatedImage(new ImageSize((int)ValueOf(width), (int)ValueOf(height)), width!.At) { Name = name }
            : new AnnotatedImage(null, at) { Name = name, SizeFault = fault });
    }

    /// <summary>Begins a shape on the image that was begun last.</summary>
    /// <param name="className">Its class; null or blank where it has none, which is told.</param>
    /// <param name="missing">What it lacks then: "'label'".</param>
    public void Begin(string? className, LinePosition at, string missing, BoxFlags flags = BoxFlags.None)
    {
        BeginShape(className, at, flags);
        if (_className is null)
        {
            Faults.Add(ShapeDiagnostics.NoName(path, _at, Of, missing));
        }
    }

    /// <summary>As <see cref="Begin"/>, where a lack of a class is told otherwise.</summary>
    public void BeginShape(string? className, LinePosition at, BoxFlags flags = BoxFlags.None)
    {
        string? name = className?.Trim();
        _className = string.IsNullOrEmpty(name) ? null : name;
        _at = Place ?? at;
        _flags = flags;
        _isGood = true;
        _count++;
        if (_className is not null && !_classes.ContainsKey(_className))
        {
            _classes.Add(_className, _classNames.Count);
            _classNames.Add(_className);
        }
    }

    /// <summary>A number of the shape, quoted ones too; after a fault was told, not a number.</summary>
    public double Number(JsonNode? of, string name)
    {
        JsonNode? value = of?[name];
        if (value is null || value.Kind == JsonKind.Null)
        {
            return Missing(name, of?.At ?? _at);
        }

        return Value(value, name);
    }

    /// <summary>A number of the shape that may be missing, and then is 0.</summary>
    public double NumberOrZero(JsonNode? of, string name) =>
        of?[name] is { Kind: not JsonKind.Null } ? Number(of, name) : 0;

    /// <summary>A number of the shape; after a fault was told, not a number.</summary>
    /// <param name="name">What the number is, for messages.</param>
    public double Value(JsonNode node, string name)
    {
        double value = ValueOf(node);
        return double.IsNaN(value) ? NotANumber(name, node.Show(), node.At) : value;
    }

    /// <summary>A number that is written as a text; after a fault was told, not a number.</summary>
    /// <param name="text">Null where there is none.</param>
    public double Number(string? text, string name, LinePosition at) =>
        text is null ? Missing(name, at)
        : PixelNumber.TryParse(text.Trim(), out double value) ? value
        : NotANumber(name, DisplayText.Quote(text), at);

    /// <summary>The points of the shape, each a pair of numbers.</summary>
    public IEnumerable<(double X, double Y)> Points(JsonNode? points)
    {
        foreach (JsonNode point in points?.Items ?? [])
        {
            double[] pair = [double.NaN, double.NaN];
            int i = 0;
            foreach (JsonNode value in point.Items)
            {
                if (i < 2)
                {
                    pair[i] = Value(value, i == 0 ? "x" : "y");
                }

                i++;
            }

            if (i < 2)
            {
                Missing(i == 0 ? "x" : "y", point.At);
            }

            yield return (pair[0], pair[1]);
        }
    }

    /// <summary>The shape is of a kind that has no box, which is told.</summary>
    /// <param name="kind">As the file calls it.</param>
    public void Refuse(string kind)
    {
        Faults.Add(ShapeDiagnostics.NoBox(path, _at, Of, kind));
        _isGood = false;
    }

    /// <summary>Ends the shape with its box, in the file's unit; what is wrong with it is told.</summary>
    public void Add(PixelBox box)
    {
        if (!_isGood || !Check(box))
        {
            return;
        }

        int classIndex = _className is null ? -1 : _classes[_className];
        _boxes.Add(new GroundTruthBox(box, classIndex, _flags, _at.Line, _image));
    }

    /// <summary>All that was gathered.</summary>
    public AnnotationFile ToFile() => new()
    {
        Path = path,
        Images = _images,
        ClassNames = _classNames,
        ListedClasses = _listed,
        Unit = unit,
        Boxes = _boxes,
        ObjectCount = _count,
        Diagnostics = Faults.ToList(),
    };

    /// <summary>What the shape is of: " of 'dog' in 'a.jpg'".</summary>
    private string Of =>
        (_className is null ? string.Empty : " of " + DisplayText.Quote(_className))
        + (_images[_image].Name is { } image ? " in " + DisplayText.Quote(image) : string.Empty);

    private bool Check(PixelBox box)
    {
        double smallest = unit == BoxUnit.Pixels ? BoxExtent.SmallestPixels : SmallestFraction;
        if (!(box.Width >= smallest && box.Height >= smallest))
        {
            Faults.Add(double.IsNaN(box.Width + box.Height)
                ? ShapeDiagnostics.NoPoints(path, _at, Of)
                : ShapeDiagnostics.NoExtent(path, _at, Of, PixelNumber.Format(box.Width), PixelNumber.Format(box.Height)));
            return false;
        }

        if (unit == BoxUnit.Pixels && BoxExtent.AreFractions(box))
        {
            Faults.Add(ShapeDiagnostics.Fractions(path, _at, Of, Edges(box)));
            return false;
        }

        ImageSize? bounds = unit == BoxUnit.Pixels ? ImageSize : new ImageSize(1, 1);
        return bounds is not { } image || IsInside(image, box);
    }

    private bool IsInside(ImageSize image, PixelBox box)
    {
        string size = unit == BoxUnit.Pixels ? Describe(image) : "from 0 to 1";
        if (ImageBounds.IsOutside(image, box))
        {
            Faults.Add(ShapeDiagnostics.OutsideImage(path, _at, Of, Edges(box), size));
            return false;
        }

        if (!ImageBounds.Contains(image, box))
        {
            Faults.Add(ShapeDiagnostics.CrossesEdge(path, _at, Of, Edges(box), size));
        }

        return true;
    }

    private double Missing(string name, LinePosition at)
    {
        Faults.Add(ShapeDiagnostics.MissingNumber(path, Place ?? at, Of, name));
        _isGood = false;
        return double.NaN;
    }

    private double NotANumber(string name, string value, LinePosition at)
    {
        Faults.Add(ShapeDiagnostics.NotANumber(path, Place ?? at, Of, name, value));
        _isGood = false;
        return double.NaN;
    }

    private static double ValueOf(JsonNode? node) => node switch
    {
        { Kind: JsonKind.Number, Number: >= -PixelNumber.Limit and <= PixelNumber.Limit } => node.Number,
        { Text: { } text } when PixelNumber.TryParse(text.Trim(), out double value) => value,
        _ => double.NaN,
    };

    private static string? SideFault(string side, JsonNode? node)
    {
        double value = ValueOf(node);
        return node is null ? $"'{side}' is missing"
            : !(value > 0 && (int)value == value) ? $"'{side}' is {node.Show()}, not a whole number above 0"
            : null;
    }

    /// <summary>The size of an image, for messages: "of 640 × 480 pixels".</summary>
    public static string Describe(ImageSize image) => $"of {image.Width} × {image.Height} pixels";

    /// <summary>The edges of a box, for messages: "x 1 to 3, y 2 to 4".</summary>
    public static string Edges(PixelBox box) => string.Format(
        CultureInfo.InvariantCulture,
        "x {0} to {1}, y {2} to {3}",
        PixelNumber.Format(box.XMin), PixelNumber.Format(box.XMax), PixelNumber.Format(box.YMin), PixelNumber.Format(box.YMax));
}
