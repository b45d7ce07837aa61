using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>
/// The quick way through the files that labelling tools write, many times faster than an XML reader. It accepts
/// only files in which everything is right and gives up without a word on all others, which <see cref="PascalVocXml"/>
/// then reads: so every diagnostic comes from there, and a test holds the two equal on whatever this one accepts.
/// </summary>
internal sealed class PascalVocPlain
{
    private readonly int[] _openNames = new int[PlainXml.NamesLength];
    private readonly List<GroundTruthBox> _boxes = [];
    private readonly PlainClassNames _classNames = new();

    /// <summary>The file; null when it is not plain, or not right.</summary>
    public AnnotationFile? TryRead(ReadOnlyMemory<byte> bytes, string path)
    {
        ReadOnlySpan<byte> text = bytes.Span;
        int mark = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        int start = mark + PlainXmlDeclaration.LengthOf(text.Slice(mark));
        if (start < mark || !PlainUtf8.IsValid(bytes))
        {
            return null;
        }

        _boxes.Clear();
        _classNames.BeginFile();
        return ReadDocument(new PlainXml(text, start, mark, _openNames), path);
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private AnnotationFile? ReadDocument(PlainXml xml, string path)
    {
        if (xml.Next() != PlainXmlToken.Start || !xml.Name.SequenceEqual("annotation"u8))
        {
            return null;
        }

        ImageSize size = default;
        LinePosition sizeAt = default;
        while (NextChild(ref xml, 1, out bool open))
        {
            ReadOnlySpan<byte> name = xml.Name;
            if (name.SequenceEqual("object"u8) && !(open && ReadObject(ref xml)))
            {
                return null;
            }

            if (name.SequenceEqual("size"u8))
            {
                var at = new LinePosition(xml.Line, Utf8.CountUtf16(xml.LineBefore) + 1);
                if (sizeAt.Line > 0 || !open || !ReadSize(ref xml, out size))
                {
                    return null;
                }

                sizeAt = at;
            }
        }

        if (xml.Depth > 0 || sizeAt.Line == 0 || xml.Next() != PlainXmlToken.EndOfFile)
        {
            return null;
        }

        foreach (GroundTruthBox box in _boxes)
        {
            if (!ImageBounds.Contains(size, box.Edges))
            {
                return null;
            }
        }

        return new AnnotationFile
        {
            Path = path,
            Images = [new AnnotatedImage(size, sizeAt)],
            ClassNames = _classNames.EndFile(),
            Boxes = _boxes.ToArray(),
            ObjectCount = _boxes.Count,
            Diagnostics = [],
        };
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static bool ReadSize(ref PlainXml xml, out ImageSize size)
    {
        double width = 0;
        double height = 0;
        int seen = 0;
        while (NextChild(ref xml, 2, out bool open))
        {
            int side = xml.Name.SequenceEqual("width"u8) ? 1 : xml.Name.SequenceEqual("height"u8) ? 2 : 0;
            if (side == 0)
            {
                continue;
            }

            if (!open || (seen & side) != 0 || !ReadNumber(ref xml, out double pixels))
            {
                size = default;
                return false;
            }

            seen |= side;
            (width, height) = side == 1 ? (pixels, height) : (width, pixels);
        }

        size = new ImageSize((int)width, (int)height);
        return xml.Depth == 1 && size.IsKnown && size.Width == width && size.Height == height;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool ReadObject(ref PlainXml xml)
    {
        int classIndex = -1;
        var flags = BoxFlags.None;
        PixelBox box = default;
        int line = 0;
        while (NextChild(ref xml, 2, out bool open))
        {
            ReadOnlySpan<byte> name = xml.Name;
            if (name.SequenceEqual("name"u8))
            {
                if (classIndex >= 0 || !open || !ReadClass(ref xml, out classIndex))
                {
                    return false;
                }
            }
            else if (name.SequenceEqual("bndbox"u8))
            {
                int at = xml.Line;
                if (line > 0 || !open || !ReadBox(ref xml, out box))
                {
                    return false;
                }

                line = at;
            }
            else if (name.SequenceEqual("difficult"u8) || name.SequenceEqual("truncated"u8))
            {
                BoxFlags flag = name[0] == 'd' ? BoxFlags.Difficult : BoxFlags.Truncated;
                if (open && !ReadFlag(ref xml, flag, ref flags))
                {
                    return false;
                }
            }
        }

        _boxes.Add(new GroundTruthBox(box, classIndex, flags, line));
        return xml.Depth == 1 && classIndex >= 0 && line > 0;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static bool ReadBox(ref PlainXml xml, out PixelBox box)
    {
        Span<double> edges = stackalloc double[4];
        int seen = 0;
        while (NextChild(ref xml, 3, out bool open))
        {
            ReadOnlySpan<byte> name = xml.Name;
            int corner = name.SequenceEqual("xmin"u8) ? 0
                : name.SequenceEqual("ymin"u8) ? 1
                : name.SequenceEqual("xmax"u8) ? 2
                : name.SequenceEqual("ymax"u8) ? 3 : -1;
            if (corner < 0)
            {
                continue;
            }

            if (!open || (seen & (1 << corner)) != 0 || !ReadNumber(ref xml, out edges[corner]))
            {
                box = default;
                return false;
            }

            seen |= 1 << corner;
        }

        box = new PixelBox(edges[0], edges[1], edges[2], edges[3]);
        return xml.Depth == 2 && seen == 0b1111
            && box.Width >= BoxExtent.SmallestPixels && box.Height >= BoxExtent.SmallestPixels && !BoxExtent.AreFractions(box);
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool ReadClass(ref PlainXml xml, out int index)
    {
        index = -1;
        if (xml.Next() != PlainXmlToken.End || xml.Text.IndexOf((byte)'\r') >= 0)
        {
            return false;
        }

        index = _classNames.IndexOf(xml.Text);
        return index >= 0;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static bool ReadFlag(ref PlainXml xml, BoxFlags flag, ref BoxFlags flags)
    {
        if (xml.Next() != PlainXmlToken.End || xml.Text.Length != 1 || xml.Text[0] is not ((byte)'0' or (byte)'1'))
        {
            return false;
        }

        flags |= xml.Text[0] == '1' ? flag : BoxFlags.None;
        return true;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static bool ReadNumber(ref PlainXml xml, out double value)
    {
        value = 0;
        return xml.Next() == PlainXmlToken.End && PixelNumber.TryParseSimple(xml.Text, out value);
    }

    /// <summary>Moves to the next child of the element at that depth; false at its end, or where the file is unusual.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static bool NextChild(ref PlainXml xml, int depth, out bool open)
    {
        while (true)
        {
            PlainXmlToken token = xml.Next();
            open = token == PlainXmlToken.Start;
            if (token == PlainXmlToken.Unusual)
            {
                return false;
            }

            if (open ? xml.Depth == depth + 1 : token == PlainXmlToken.Empty && xml.Depth == depth)
            {
                return true;
            }

            if (token == PlainXmlToken.End && xml.Depth == depth - 1)
            {
                return false;
            }
        }
    }
}
