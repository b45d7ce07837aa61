using System;
using System.Runtime.CompilerServices;
using AnchorFit.Annotations.Json;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Coco;

/// <summary>The <c>bbox</c> of an annotation: x and y of the upper left corner, width and height, in pixels.</summary>
internal sealed class CocoBox(string path)
{
    private static readonly string[] Names = ["x", "y", "width", "height"];

    private readonly double[] _values = new double[4];

    /// <summary>Where it stands.</summary>
    public LinePosition At { get; private set; }

    /// <summary>Its edges; only where it has no fault.</summary>
    public PixelBox Edges => new(_values[0], _values[1], _values[0] + _values[2], _values[1] + _values[3]);

    /// <summary>The kind of what is wrong; null when nothing is.</summary>
    public DiagnosticRule? Fault { get; private set; }

    /// <summary>The words for what is wrong, from what the box is of.</summary>
    public Func<string, Diagnostic>? Tell { get; private set; }

    /// <summary>Reads the value at hand.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public void Read(JsonTokenizer json)
    {
        At = json.At;
        Fault = null;
        Tell = null;
        if (json.Kind != JsonKind.List)
        {
            NoList(json);
            return;
        }

        int count = 0;
        json.Enter();
        while (json.NextItem())
        {
            if (count < 4)
            {
                ReadValue(json, count);
            }
            else
            {
                json.Skip();
            }

            count++;
        }

        if (Fault is null)
        {
            Check(count);
        }
    }

    private void NoList(JsonTokenizer json)
    {
        LinePosition at = At;
        if (json.Kind == JsonKind.Null)
        {
            json.Skip();
            Set(AnnotationDiagnostics.BoxMissing, of => CocoDiagnostics.MissingBox(path, at, of, "'bbox' is null"));
        }
        else
        {
            string found = CocoValue.Show(json);
            Set(CocoDiagnostics.BoxMisshapen, of => CocoDiagnostics.NotFourNumbers(path, at, of, "is " + found));
        }
    }

    [MethodImpl(JsonBytes.Hot)]
    private void ReadValue(JsonTokenizer json, int index)
    {
        LinePosition at = json.At;
        if (json.Kind == JsonKind.Text)
        {
            ReadQuoted(json, at, index);
        }
        else if (json.Kind is not (JsonKind.Number or JsonKind.NotFinite))
        {
            NotANumber(at, index, CocoValue.Show(json));
        }
        else if (json.Read() && !(json.Kind == JsonKind.Number && CocoValue.TryGetPixels(json.Bytes, out _values[index])))
        {
            NotANumber(at, index, DisplayText.Clean(json.Text));
        }
    }

    /// <summary>Some exporters write numbers in quotes.</summary>
    private void ReadQuoted(JsonTokenizer json, LinePosition at, int index)
    {
        if (json.Read() && !CocoValue.TryGetQuoted(json, out _values[index]))
        {
            NotANumber(at, index, "the text " + DisplayText.Quote(json.Text), isQuoted: true);
        }
    }

    private void NotANumber(LinePosition at, int index, string value, bool isQuoted = false) => Set(
        AnnotationDiagnostics.CornerNotANumber, of => CocoDiagnostics.NotANumber(path, at, of, Names[index], value, isQuoted));

    [MethodImpl(JsonBytes.Hot)]
    private void Check(int count)
    {
        if (count != 4)
        {
            WrongCount(count, At);
        }
        else if (!(_values[2] >= BoxExtent.SmallestPixels && _values[3] >= BoxExtent.SmallestPixels))
        {
            NoExtent(_values[2], _values[3], At);
        }
        else if (BoxExtent.AreFractions(Edges))
        {
            Fractions(Edges, At);
        }
    }

    private void WrongCount(int count, LinePosition at)
    {
        if (count < 4)
        {
            Set(AnnotationDiagnostics.CornerMissing, of => CocoDiagnostics.TooFewNumbers(path, at, of, count));
        }
        else
        {
            Set(CocoDiagnostics.BoxMisshapen, of => CocoDiagnostics.NotFourNumbers(path, at, of, "has " + PixelNumber.Format(count) + " values"));
        }
    }

    private void NoExtent(double width, double height, LinePosition at)
    {
        if (width <= -BoxExtent.SmallestPixels || height <= -BoxExtent.SmallestPixels)
        {
            Set(AnnotationDiagnostics.CornersSwapped, of => CocoDiagnostics.NegativeExtent(path, at, of, PixelNumber.Format(width), PixelNumber.Format(height)));
        }
        else
        {
            Set(AnnotationDiagnostics.BoxWithoutExtent, of => CocoDiagnostics.NoExtent(path, at, of, PixelNumber.Format(width), PixelNumber.Format(height)));
        }
    }

    private void Fractions(PixelBox box, LinePosition at) =>
        Set(AnnotationDiagnostics.FractionsFound, of => CocoDiagnostics.Fractions(path, at, of, CocoBounds.Edges(box)));

    private void Set(DiagnosticRule rule, Func<string, Diagnostic> tell)
    {
        Fault ??= rule;
        Tell ??= tell;
    }
}
