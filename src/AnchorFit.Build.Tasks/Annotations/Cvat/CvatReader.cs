using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using AnchorFit.Annotations.Shapes;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Cvat;

/// <summary>
/// Reads "CVAT for images" 1.1: one XML file for many images, with boxes, turned ones too, polygons, polylines, ellipses
/// and masks, each by the box around it. Points, skeletons and cuboids are no boxes; tags are of whole images.
/// </summary>
internal sealed class CvatReader : IAnnotationReader
{
    private const string Form = "'CVAT for images 1.1', an XML file of 'annotations' with an 'image' each";

    private const int MaxDepth = 100;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <inheritdoc />
    public AnnotationFile Read(Stream stream, AnnotationSource source, ReadingOptions options)
    {
        var shapes = new ShapeBoxes(source.Path, BoxUnit.Pixels);
        try
        {
            using var reader = XmlReader.Create(stream, Settings);
            if (Walk(reader, shapes, options) is { } found)
            {
                return AnnotationFile.Failed(ShapeDiagnostics.NotOfFormat(source.Path, At(reader), found, "CVAT", Form));
            }
        }
        catch (XmlException exception)
        {
            // The reader counts lines otherwise where the declaration is broken, and may name a place behind a line.
            LinePosition at = TextPlaces.Nearest(source.Open, new(exception.LineNumber, exception.LinePosition));
            return AnnotationFile.Failed(exception.Message.IndexOf("DTD", StringComparison.Ordinal) is not -1
                ? AnnotationDiagnostics.DocumentType(source.Path, at)
                : AnnotationDiagnostics.MalformedXml(source.Path, at, XmlText.WithoutPosition(exception)));
        }

        options.BoxesRead(shapes.Count);
        return shapes.ToFile();
    }

    private static string? Walk(XmlReader reader, ShapeBoxes shapes, ReadingOptions options)
    {
        reader.MoveToContent();
        if (reader.LocalName != "annotations")
        {
            return "the root element is " + DisplayText.Quote(reader.LocalName);
        }

        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                throw new XmlException("Elements are nested more than 100 deep.", null, At(reader).Line, At(reader).Column);
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            // meta/task/labels/label/name
            if (reader.Depth == 5 && reader.LocalName == "name" && !reader.IsEmptyElement)
            {
                reader.Read();
                shapes.List(reader.Value);
            }

            if (reader.Depth == 1 && reader.LocalName == "track")
            {
                return "the file is 'CVAT for video'";
            }

            if (reader.Depth == 1 && reader.LocalName == "image")
            {
                options.Cancellation.ThrowIfCancellationRequested();
                BeginImage(reader, shapes);
            }
            else if (reader.Depth == 2 && shapes.HasImage && reader.GetAttribute("label") is { } label && reader.LocalName != "tag")
            {
                shapes.Begin(label, At(reader), "'label'");
                AddShape(reader, shapes);
            }
        }

        return null;
    }

    private static void BeginImage(XmlReader reader, ShapeBoxes shapes)
    {
        bool isSized = int.TryParse(reader.GetAttribute("width"), NumberStyles.None, CultureInfo.InvariantCulture, out int width)
            & int.TryParse(reader.GetAttribute("height"), NumberStyles.None, CultureInfo.InvariantCulture, out int height);
        ImageSize size = new(width, height);
        shapes.BeginImage(isSized && size.IsKnown
            ? new AnnotatedImage(size, At(reader)) { Name = reader.GetAttribute("name") }
            : new AnnotatedImage(null, At(reader)) { Name = reader.GetAttribute("name"), SizeFault = "'width' and 'height' of the image are no whole numbers above 0" });
    }

    private static void AddShape(XmlReader reader, ShapeBoxes shapes)
    {
        double Number(string name) => shapes.Number(reader.GetAttribute(name), name, At(reader));
        double angle = reader.GetAttribute("rotation") is null ? 0 : Number("rotation") * Math.PI / 180;
        switch (reader.LocalName)
        {
            case "box":
                PixelBox box = new(Number("xtl"), Number("ytl"), Number("xbr"), Number("ybr"));
                shapes.Add(angle == 0 ? box
                    : ShapeExtent.OfTurned((box.XMin + box.XMax) / 2, (box.YMin + box.YMax) / 2, box.Width, box.Height, angle));
                break;
            case "ellipse":
                shapes.Add(ShapeExtent.OfEllipse(Number("cx"), Number("cy"), Number("rx"), Number("ry"), angle));
                break;
            case "mask":
                (double left, double top) = (Number("left"), Number("top"));
                shapes.Add(new PixelBox(left, top, left + Number("width"), top + Number("height")));
                break;
            case "polygon" or "polyline":
                shapes.Add(ShapeExtent.OfPoints(Points(reader, shapes)));
                break;
            default:
                shapes.Refuse(reader.LocalName);
                break;
        }
    }

    /// <summary><c>10.5,20;30,40</c>.</summary>
    private static IEnumerable<(double X, double Y)> Points(XmlReader reader, ShapeBoxes shapes) =>
        from point in (reader.GetAttribute("points") ?? string.Empty).Split([';'], StringSplitOptions.RemoveEmptyEntries)
        let pair = point.Split(',')
        select (shapes.Number(pair[0], "x", At(reader)), shapes.Number(pair.Length < 2 ? null : pair[1], "y", At(reader)));

    private static LinePosition At(XmlReader reader) => reader is IXmlLineInfo info ? new(info.LineNumber, Math.Max(info.LinePosition - 1, 1)) : default;
}
