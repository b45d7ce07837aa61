using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Tables;

/// <summary>
/// Reads KITTI label files: one an image, a line an object of 15 words, or 16 with a detector's score, of which the type,
/// the truncation and the four edges in pixels matter here.
/// </summary>
/// <remarks>
/// As the API's <c>dataset_tools/create_kitti_tf_record.py</c> does by default: types in lower case (its label map has
/// <c>car</c>); extents right minus left and bottom minus top; <c>DontCare</c> is a region where nothing was labelled, no
/// object, and a box that overlaps one is left out, which is no fault. Of types it keeps car and pedestrian; here the
/// list of classes decides. A box that crosses the image's edge stays as it is.
/// </remarks>
/// <param name="findImage">
/// The image that a label file speaks of, and the files that were looked for: the labels don't say its size, which
/// matters where the resizer changes shapes. Without it no image's size is known.
/// </param>
internal sealed class KittiReader(
    Func<AnnotationSource, ReadingOptions, (AnnotatedImage Image, IReadOnlyList<Companion> Companions)>? findImage = null) : IAnnotationReader
{
    private const int Truncated = 1;
    private const int Words = 15;

    private static readonly string[] Numbers = ["truncated", "occluded", "alpha"];
    private static readonly BoxExtent Extent = new("left", "top", "right", "bottom", BoxExtent.SmallestPixels);

    private readonly DelimitedRows _line = new() { Separator = (byte)' ' };
    private readonly List<PixelBox> _dontCare = [];
    private readonly List<(GroundTruthBox Box, LinePosition At)> _found = [];
    private byte[] _type = new byte[64];

    private static AnnotatedImage Unknown { get; } =
        new(null, new LinePosition(1, 1)) { SizeFault = "a KITTI label file doesn't say the image's size" };

    /// <inheritdoc />
    public AnnotationFile Read(Stream stream, AnnotationSource source, ReadingOptions options)
    {
        _line.Begin(stream);
        if (TableRows.Fault(_line.Ahead, source.Path) is { } notText)
        {
            return AnnotationFile.Failed(notText);
        }

        _dontCare.Clear();
        _found.Clear();
        (AnnotatedImage image, IReadOnlyList<Companion> companions) = findImage?.Invoke(source, options) ?? (Unknown, []);
        var rows = new TableRows(_line, source.Path);
        var boxes = new TableBoxes(rows, options, BoxUnit.Pixels, [4, 5, 6, 7], Extent);
        DelimitedRow end = ReadLines(rows, boxes, image.Size, options, out Diagnostic? notKitti);
        if (notKitti is not null)
        {
            return AnnotationFile.Failed(notKitti);
        }

        foreach ((GroundTruthBox box, LinePosition at) in _found)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            bool kept = !_dontCare.Exists(region => Overlap(region, box.Edges))
                && boxes.IsInside(image.Size, box.Edges, box.ClassIndex, at);
            boxes.EndRow(kept ? box : null);
        }

        return boxes.ToFile(end, [image], companions);
    }

    /// <summary>They have more than an edge in common.</summary>
    private static bool Overlap(PixelBox a, PixelBox b) =>
        a.XMin < b.XMax && b.XMin < a.XMax && a.YMin < b.YMax && b.YMin < a.YMax;

    private DelimitedRow ReadLines(TableRows rows, TableBoxes boxes, ImageSize? size, ReadingOptions options, out Diagnostic? notKitti)
    {
        notKitti = null;
        bool understood = false;
        DelimitedRow line;
        for (int count = 0; (line = _line.Next()) == DelimitedRow.Complete && rows.Failure is null; count++)
        {
            if (count % RowProgress.Step == 0)
            {
                options.Cancellation.ThrowIfCancellationRequested();
            }

            if (count == 0 && ByteNumber.TryParse(_line[0], out _))
            {
                notKitti = KittiDiagnostics.NotKitti(rows.Path, _line.At(0), rows.TextOf(0), _line.Count);
            }

            bool isLabel = IsLabel(rows);
            understood |= isLabel;
            if (isLabel)
            {
                ReadLabel(rows, boxes, size);
            }
            else
            {
                boxes.ObjectCount++;
            }
        }

        notKitti = understood ? null : notKitti;
        return line;
    }

    /// <summary>The line has the right number of words, and numbers where they have to be; else that is told.</summary>
    private bool IsLabel(TableRows rows)
    {
        if (_line.Count is not (Words or Words + 1))
        {
            if (rows.Tells(KittiDiagnostics.LineMalformed))
            {
                rows.Faults.Add(KittiDiagnostics.WrongLength(rows.Path, _line.At(0), _line.Count));
            }

            return false;
        }

        for (int i = 0; i < Numbers.Length; i++)
        {
            if (!ByteNumber.TryParse(_line[Truncated + i], out _))
            {
                if (rows.Tells(KittiDiagnostics.LineMalformed))
                {
                    rows.Faults.Add(KittiDiagnostics.NotANumber(rows.Path, _line.At(Truncated + i), Numbers[i], rows.TextOf(Truncated + i)));
                }

                return false;
            }
        }

        return true;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private void ReadLabel(TableRows rows, TableBoxes boxes, ImageSize? size)
    {
        ReadOnlySpan<byte> type = LowerCase(_line[0]);
        if (type.SequenceEqual("dontcare"u8))
        {
            if (boxes.TryReadBox(-1, size, out PixelBox region))
            {
                _dontCare.Add(region);
            }

            return;
        }

        boxes.ObjectCount++;
        int classIndex = rows.IndexOf(rows.ClassNames, type, 0, "type");
        if (boxes.TryReadBox(classIndex, size, out PixelBox box))
        {
            BoxFlags flags = rows.IsSet(Truncated) ? BoxFlags.Truncated : BoxFlags.None;
            _found.Add((new GroundTruthBox(box, classIndex, flags, _line.Line), boxes.BoxAt));
        }
    }

    private ReadOnlySpan<byte> LowerCase(ReadOnlySpan<byte> word)
    {
        _type = _type.Length < word.Length ? new byte[word.Length] : _type;
        for (int i = 0; i < word.Length; i++)
        {
            _type[i] = word[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(word[i] | 0x20) : word[i];
        }

        return _type.AsSpan(0, word.Length);
    }
}
