using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Tables;

/// <summary>The boxes of one file, as they are gathered row by row.</summary>
/// <param name="edges">The fields of the left, top, right and bottom edge.</param>
/// <param name="extent">What the format calls them.</param>
/// <param name="sideNames">Where the last two fields are width and height instead, what the four are called; else null.</param>
internal sealed class TableBoxes(TableRows rows, ReadingOptions options, BoxUnit unit, int[] edges, BoxExtent extent, string[]? sideNames = null)
{
    private const double FractionTolerance = 1e-5;

    private readonly List<GroundTruthBox> _boxes = [];
    private readonly string[] _edgeNames = sideNames ?? [extent.Left, extent.Top, extent.Right, extent.Bottom];
    private readonly int _lastEdge = edges.Max();
    private List<double>? _counts;
    private RowProgress _progress = new(options);

    /// <summary>Objects with and without a good box.</summary>
    public long ObjectCount { get; set; }

    /// <summary>The row ends before the last edge.</summary>
    public bool IsShort => rows.Row.Count <= _lastEdge;

    /// <summary>Where the box of the row begins.</summary>
    public LinePosition BoxAt => rows.At(edges[0]);

    /// <summary>All edges are there and empty.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public bool IsBoxless()
    {
        foreach (int edge in edges)
        {
            if (!rows.Has(edge) || !ByteText.Trim(rows.Row[edge]).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tells of an object whose edges are empty.</summary>
    public void TellBoxless(int classIndex)
    {
        if (rows.Tells(AnnotationDiagnostics.BoxMissing))
        {
            rows.Faults.Add(TableDiagnostics.NoBox(rows.Path, BoxAt, rows.NameOf(classIndex)));
        }
    }

    /// <summary>The box of the row; false after every fault in it was told.</summary>
    /// <param name="image">1 × 1 for fractions. Null where the size isn't known.</param>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public bool TryReadBox(int classIndex, ImageSize? image, out PixelBox box)
    {
        box = default;
        if (IsShort)
        {
            TellShort();
            return false;
        }

        Span<double> values = stackalloc double[4];
        bool good = true;
        for (int i = 0; i < 4; i++)
        {
            if (!ByteNumber.TryParse(rows.Row[edges[i]], out values[i]))
            {
                TellNotANumber(i, classIndex);
                good = false;
            }
        }

        box = sideNames is null
            ? new PixelBox(values[0], values[1], values[2], values[3])
            : new PixelBox(values[0], values[1], values[0] + values[2], values[1] + values[3]);
        if (good && !extent.IsGood(box))
        {
            TellExtent(box, image, classIndex);
            return false;
        }

        if (good && unit == BoxUnit.Pixels && BoxExtent.AreFractions(box))
        {
            TellFractions(box, classIndex);
            return false;
        }

        return good;
    }

    /// <summary>The box is in the image; one that crosses its edge is told and is, one outside is told and isn't.</summary>
    /// <param name="at">Where to look when it isn't in this row.</param>
    /// <param name="image">1 × 1 for fractions. Null where the size isn't known, and then nothing is wrong.</param>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public bool IsInside(ImageSize? image, PixelBox box, int classIndex, LinePosition? at = null)
    {
        if (image is not { } size || (unit == BoxUnit.Pixels ? ImageBounds.Contains(size, box) : IsFraction(box)))
        {
            return true;
        }

        bool outside = ImageBounds.IsOutside(size, box);
        if (rows.Tells(outside ? AnnotationDiagnostics.BoxOutsideImage : AnnotationDiagnostics.BoxCrossesEdge))
        {
            rows.Faults.Add(BoundsFault(size, box, rows.NameOf(classIndex), at ?? BoxAt, outside));
        }

        return !outside;
    }

    /// <summary>A row was read.</summary>
    /// <param name="box">Its box; null when it has no good one.</param>
    /// <param name="count">How many boxes it counts for.</param>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public void EndRow(GroundTruthBox? box, double count = 1)
    {
        if (box is { } good)
        {
            if (count != 1 || _counts is not null)
            {
                _counts ??= [.. Enumerable.Repeat(1.0, _boxes.Count)];
                _counts.Add(count);
            }

            _boxes.Add(good);
        }

        _progress.Add(box is null ? 0 : 1);
    }

    /// <summary>All that was gathered.</summary>
    /// <param name="end">How the rows ended.</param>
    public AnnotationFile ToFile(DelimitedRow end, IReadOnlyList<AnnotatedImage> images, IReadOnlyList<Companion>? companions = null)
    {
        if ((rows.Failure ?? TableRows.Fault(end, rows.Row, rows.Path)) is { } failure)
        {
            return AnnotationFile.Failed(failure);
        }

        _progress.End();
        return new AnnotationFile
        {
            Path = rows.Path,
            Images = images,
            ClassNames = rows.ClassNames.ToArray(),
            Unit = unit,
            Boxes = _boxes,
            BoxCounts = _counts ?? (IReadOnlyList<double>)[],
            ObjectCount = ObjectCount,
            Diagnostics = rows.Faults.ToList(),
            Companions = companions ?? [],
        };
    }

    /// <summary>The edges lie from 0 to 1, but for what six decimals leave of rounding.</summary>
    private static bool IsFraction(PixelBox box) =>
        box.XMin >= -FractionTolerance && box.YMin >= -FractionTolerance
        && box.XMax <= 1 + FractionTolerance && box.YMax <= 1 + FractionTolerance;

    private void TellShort()
    {
        if (rows.Tells(AnnotationDiagnostics.CornerMissing))
        {
            string missing = string.Join(", ", _edgeNames.Where((_, i) => !rows.Has(edges[i])).Select(n => $"'{n}'"));
            rows.Faults.Add(TableDiagnostics.ShortRow(rows.Path, rows.At(0), rows.Row.Count, missing));
        }
    }

    private void TellNotANumber(int edge, int classIndex)
    {
        if (rows.Tells(AnnotationDiagnostics.CornerNotANumber))
        {
            LinePosition at = rows.At(edges[edge]);
            string value = rows.TextOf(edges[edge]);
            rows.Faults.Add(unit == BoxUnit.Pixels
                ? AnnotationDiagnostics.NotANumber(rows.Path, at, rows.NameOf(classIndex), _edgeNames[edge], value)
                : OpenImagesDiagnostics.NotAFraction(rows.Path, at, rows.NameOf(classIndex), _edgeNames[edge], value));
        }
    }

    private void TellExtent(PixelBox box, ImageSize? image, int classIndex)
    {
        bool swapped = extent.IsSwapped(box);
        string? beyond = swapped && image is { } size ? ImageBounds.EdgesBeyond(size, box, extent.Left, extent.Top) : null;
        if (rows.Tells(beyond is not null ? AnnotationDiagnostics.BoxOutsideImage : swapped ? AnnotationDiagnostics.CornersSwapped : AnnotationDiagnostics.BoxWithoutExtent))
        {
            rows.Faults.Add(beyond is not null
                ? BeyondFault(image!.Value, beyond, rows.NameOf(classIndex))
                : swapped
                ? AnnotationDiagnostics.Swapped(rows.Path, BoxAt, rows.NameOf(classIndex), extent.Fault(box))
                : AnnotationDiagnostics.NoExtent(rows.Path, BoxAt, rows.NameOf(classIndex), extent.Fault(box)));
        }
    }

    private Diagnostic BeyondFault(ImageSize image, string edges, string? className) => unit == BoxUnit.Pixels
        ? AnnotationDiagnostics.EdgeBeyondImage(rows.Path, BoxAt, className, edges, $"{image.Width} × {image.Height}", "the image's size")
        : OpenImagesDiagnostics.EdgeBeyondImage(rows.Path, BoxAt, className, edges);

    private void TellFractions(PixelBox box, int classIndex)
    {
        if (rows.Tells(AnnotationDiagnostics.FractionsFound))
        {
            rows.Faults.Add(AnnotationDiagnostics.Fractions(rows.Path, BoxAt, rows.NameOf(classIndex), extent.Edges(box)));
        }
    }

    private Diagnostic BoundsFault(ImageSize image, PixelBox box, string? className, LinePosition at, bool outside)
    {
        string pixels = $"{image.Width} × {image.Height}";
        return (unit, outside) switch
        {
            (BoxUnit.Pixels, true) => TableDiagnostics.OutsideImage(rows.Path, at, className, extent.Edges(box), pixels),
            (BoxUnit.Pixels, false) => TableDiagnostics.CrossesEdge(rows.Path, at, className, ImageBounds.Excess(image, box), pixels),
            (_, true) => OpenImagesDiagnostics.OutsideImage(rows.Path, at, className, extent.Edges(box)),
            (_, false) => OpenImagesDiagnostics.CrossesEdge(rows.Path, at, className, extent.Edges(box)),
        };
    }
}
