using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.Yolo;

/// <summary>Reads the lines of one YOLO label file after another. What is wrong with a line costs that line alone.</summary>
internal sealed class YoloLabels
{
    /// <summary>How many lines between two looks at the cancellation; a file with fewer tells no progress.</summary>
    private const int ReportInterval = 1 << 16;

    /// <summary>A larger list is let go after its file.</summary>
    private const int KeptLength = 1 << 16;

    /// <summary>No fraction of an image is larger: such a number counts pixels.</summary>
    private const double LargestFraction = 2;

    private static readonly string[] FieldNames = ["cx", "cy", "width", "height", "confidence"];

    private readonly YoloClasses _classes = new();
    private readonly YoloFaults _faults = new();
    private List<GroundTruthBox> _boxes = [];
    private YoloDataset? _dataset;

    /// <summary>How many lines of the file are not blank.</summary>
    public int ObjectCount { get; private set; }

    /// <summary>How many of them have a class and a box, be it right or not.</summary>
    public int LabelCount { get; private set; }

    /// <summary>How many of them are nothing that a person could have meant as a YOLO label.</summary>
    public int ForeignCount { get; private set; }

    /// <summary>The bytes of the first line that isn't blank.</summary>
    public (int Start, int Length, int Line) FirstLine { get; private set; }

    public GroundTruthBox[] Boxes => _boxes.ToArray();

    public IReadOnlyList<Diagnostic> Faults => _faults.ToList();

    /// <summary>Reads a whole file, without byte order mark.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public void Read(ReadOnlySpan<byte> text, string path, YoloDataset dataset, ReadingOptions options)
    {
        Begin(path, dataset);
        int told = 0;
        for (int at = 0; at < text.Length;)
        {
            int length = text.Slice(at).IndexOfAny((byte)'\n', (byte)'\r');
            length = length < 0 ? text.Length - at : length;
            int line = ++_faults.Line;
            int objects = ObjectCount;
            ReadLine(text.Slice(at, length));
            if (objects == 0 && ObjectCount == 1)
            {
                FirstLine = (at, length, line);
            }

            if (line % ReportInterval == 0)
            {
                options.Cancellation.ThrowIfCancellationRequested();
                options.BoxesRead(_boxes.Count - told);
                told = _boxes.Count;
            }

            at += length + 1;
            at += at < text.Length && text[at - 1] == '\r' && text[at] == '\n' ? 1 : 0;
        }

        if (_faults.Line >= ReportInterval)
        {
            options.BoxesRead(_boxes.Count - told);
        }
    }

    /// <summary>The names of the file's classes, which the boxes' indices mean.</summary>
    public string[] TakeClassNames() => _classes.EndFile();

    private void Begin(string path, YoloDataset dataset)
    {
        _dataset = dataset;
        (ObjectCount, LabelCount, ForeignCount, FirstLine) = (0, 0, 0, default);
        _faults.BeginFile(path);
        _classes.BeginFile(dataset.Names);
        if (_boxes.Capacity > KeptLength)
        {
            _boxes = [];
        }

        _boxes.Clear();
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private void ReadLine(ReadOnlySpan<byte> line)
    {
        var fields = new YoloFields(line);
        if (!fields.MoveNext())
        {
            return;
        }

        ObjectCount++;
        YoloFields first = fields;
        int count = YoloFields.Count(line);
        if (!YoloNumber.TryParseClass(first.Current, out int number))
        {
            RefuseClass(line, first, count);
            return;
        }

        int index = _classes.IndexOf(number);
        YoloLayout layout = YoloLayouts.Of(line, count, _dataset!.Keypoints);
        if (layout == YoloLayout.None)
        {
            _faults.AddFieldCount(line, first, count, _dataset.Keypoints);
        }
        else if (index < 0)
        {
            _faults.AddNameless(line, first, number, _dataset.NamesPath);
        }
        else if (layout == YoloLayout.Box
            ? TryReadBox(line, fields, index, hasConfidence: count == 6, out PixelBox box)
            : TryReadPolygon(line, fields, index, out box))
        {
            LabelCount++;
            Add(box, index, line, first.Start);
        }
    }

    private void RefuseClass(ReadOnlySpan<byte> line, YoloFields first, int count)
    {
        ForeignCount += YoloForeign.IsForeign(line, count) ? 1 : 0;
        if (count < 5)
        {
            _faults.AddFieldCount(line, first, count, _dataset!.Keypoints);
        }
        else
        {
            _faults.AddClass(line, first);
        }
    }

    /// <summary>
    /// Adds a box that is right, and one that crosses the edge: the API has no converter of YOLO labels, and that of
    /// PASCAL VOC keeps such boxes as they are.
    /// </summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private void Add(PixelBox box, int index, ReadOnlySpan<byte> line, int start)
    {
        DiagnosticRule? fault = YoloBounds.FindFault(box);
        if (fault is not null)
        {
            _faults.AddBounds(fault, box, line, start, _classes.NameOf(index));
        }

        if (fault is null || fault == AnnotationDiagnostics.BoxCrossesEdge)
        {
            _boxes.Add(new GroundTruthBox(box, index, BoxFlags.None, _faults.Line));
        }
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool TryReadBox(ReadOnlySpan<byte> line, YoloFields fields, int index, bool hasConfidence, out PixelBox box)
    {
        Span<double> values = stackalloc double[5];
        bool good = true;
        for (int i = 0; i < (hasConfidence ? 5 : 4); i++)
        {
            fields.MoveNext();
            if (!YoloNumber.TryParse(fields.Current, out values[i]))
            {
                good = false;
                _faults.AddNotANumber(line, fields, FieldNames[i], _classes.NameOf(index));
                if (fields.Current.IndexOf((byte)',') >= 0)
                {
                    // The numbers behind it have decimal commas too: that is one fault.
                    break;
                }
            }
            else if (good && i < 4 && !IsFraction(values[i]))
            {
                good = false;
                _faults.AddPixels(line, fields, FieldNames[i], _classes.NameOf(index));
                break;
            }
        }

        (double halfWidth, double halfHeight) = (values[2] / 2, values[3] / 2);
        box = new PixelBox(values[0] - halfWidth, values[1] - halfHeight, values[0] + halfWidth, values[1] + halfHeight);
        return good;
    }

    /// <summary>The box around all points.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool TryReadPolygon(ReadOnlySpan<byte> line, YoloFields fields, int index, out PixelBox box)
    {
        Span<double> low = [double.MaxValue, double.MaxValue];
        Span<double> high = [double.MinValue, double.MinValue];
        bool good = true;
        for (int i = 0; fields.MoveNext(); i++)
        {
            if (!YoloNumber.TryParse(fields.Current, out double value))
            {
                good = false;
                _faults.AddNotANumber(line, fields, NameOfCoordinate(i), _classes.NameOf(index));
                if (fields.Current.IndexOf((byte)',') >= 0)
                {
                    // The numbers behind it have decimal commas too: that is one fault.
                    break;
                }
            }
            else if (good && !IsFraction(value))
            {
                good = false;
                _faults.AddPixels(line, fields, NameOfCoordinate(i), _classes.NameOf(index));
                break;
            }

            low[i & 1] = Math.Min(low[i & 1], value);
            high[i & 1] = Math.Max(high[i & 1], value);
        }

        box = new PixelBox(low[0], low[1], high[0], high[1]);
        return good;
    }

    private static bool IsFraction(double value) => value is >= -LargestFraction and <= LargestFraction;

    private static string NameOfCoordinate(int index) =>
        FormattableString.Invariant($"{(index % 2 == 0 ? 'x' : 'y')} of point {(index / 2) + 1}");
}
