using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;
using AnchorFit.Diagnostics;
using AnchorFit.Text;
using static AnchorFit.Annotations.PascalVoc.PascalVocSteps;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>
/// Walks <c>annotation/object/bndbox</c> and <c>annotation/size</c> with an <see cref="XmlReader"/>. Only direct
/// children count (the <c>part</c> of an object has a <c>bndbox</c> of its own), in any order and any namespace. The
/// whole document is read before anything counts, so a file that breaks off gives no boxes.
/// </summary>
internal sealed class PascalVocXml
{
    private readonly XmlReaderSettings _settings;
    private readonly string[] _corners;
    private readonly string _object;
    private readonly string _size;
    private readonly string _name;
    private readonly string _box;
    private readonly string _turned;
    private readonly string _polygon;
    private readonly string _difficult;
    private readonly string _truncated;
    private readonly string _width;
    private readonly string _height;

    /// <param name="names">Atomises element names; belongs to one thread.</param>
    public PascalVocXml(NameTable names)
    {
        _settings = new XmlReaderSettings
        {
            NameTable = names,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        _corners = [names.Add("xmin"), names.Add("ymin"), names.Add("xmax"), names.Add("ymax")];
        _object = names.Add("object");
        _size = names.Add("size");
        _name = names.Add("name");
        _box = names.Add("bndbox");
        _turned = names.Add("robndbox");
        _polygon = names.Add("polygon");
        _difficult = names.Add("difficult");
        _truncated = names.Add("truncated");
        _width = names.Add("width");
        _height = names.Add("height");
    }

    /// <summary>Reads a decoded document.</summary>
    public AnnotationFile Read(string text, string path)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), _settings);
            return Read(reader, path);
        }
        catch (XmlException exception)
        {
            return AnnotationFile.Failed(PascalVocXmlFault.Explain(exception, text, path));
        }
    }

    private AnnotationFile Read(XmlReader reader, string path)
    {
        reader.MoveToContent();
        if (reader.LocalName != "annotation")
        {
            string found = string.Equals(reader.LocalName, "html", StringComparison.OrdinalIgnoreCase)
                ? "the file is an HTML page"
                : reader.LocalName == "dataset" ? "the file is of dlib's imglab (its root element is 'dataset')"
                : reader.LocalName == "annotations" ? "the root element is 'annotations', as CVAT's own format has it"
                : "the root element is " + DisplayText.Quote(reader.LocalName);
            return AnnotationFile.Failed(AnnotationDiagnostics.NotVoc(path, Tag(reader), found));
        }

        List<PascalVocObject> objects = [];
        var size = new PascalVocSize();
        size.BeginDocument(Tag(reader));
        bool open = !reader.IsEmptyElement;
        while (open && NextChild(reader, 0))
        {
            if (ReferenceEquals(reader.LocalName, _object))
            {
                objects.Add(ReadObject(reader));
            }
            else if (ReferenceEquals(reader.LocalName, _size))
            {
                ReadSize(reader, size);
            }
        }

        while (Advance(reader))
        {
            // What stands after the root can break the document too.
        }

        return PascalVocFile.Assemble(path, objects, size);
    }

    private void ReadSize(XmlReader reader, PascalVocSize size)
    {
        LinePosition at = Tag(reader);
        bool open = !reader.IsEmptyElement;
        while (open && NextChild(reader, 1))
        {
            if (ReferenceEquals(reader.LocalName, _width))
            {
                size.AddWidth(ReadLeaf(reader));
            }
            else if (ReferenceEquals(reader.LocalName, _height))
            {
                size.AddHeight(ReadLeaf(reader));
            }
        }

        size.End(at);
    }

    private PascalVocObject ReadObject(XmlReader reader)
    {
        var read = new PascalVocObject(Tag(reader));
        bool open = !reader.IsEmptyElement;
        while (open && NextChild(reader, 1))
        {
            string element = reader.LocalName;
            LinePosition at = Tag(reader);
            if (ReferenceEquals(element, _name))
            {
                read.AddName(ReadLeaf(reader), at);
            }
            else if (ReferenceEquals(element, _box))
            {
                if (read.AddBox(at))
                {
                    ReadBox(reader, read);
                }
            }
            else if (ReferenceEquals(element, _turned) || ReferenceEquals(element, _polygon))
            {
                var shape = new PascalVocShape(ReferenceEquals(element, _turned));
                ReadShape(reader, shape);
                read.Shape ??= (shape, at);
            }
            else if (ReferenceEquals(element, _difficult))
            {
                read.Flags |= IsSet(ReadLeaf(reader).Text) ? BoxFlags.Difficult : BoxFlags.None;
            }
            else if (ReferenceEquals(element, _truncated))
            {
                read.Flags |= IsSet(ReadLeaf(reader).Text) ? BoxFlags.Truncated : BoxFlags.None;
            }
        }

        return read;
    }

    /// <summary>Reads the leaves of a shape, and those of its points.</summary>
    private static void ReadShape(XmlReader reader, PascalVocShape shape)
    {
        int depth = reader.Depth;
        bool open = !reader.IsEmptyElement;
        while (open && NextChild(reader, depth))
        {
            string name = reader.LocalName;
            if (name is "pt" or "point" or "points")
            {
                ReadShape(reader, shape);
            }
            else
            {
                shape.Add(name, ReadLeaf(reader));
            }
        }
    }

    private void ReadBox(XmlReader reader, PascalVocObject read)
    {
        bool open = !reader.IsEmptyElement;
        while (open && NextChild(reader, 2))
        {
            int corner = Array.FindIndex(_corners, c => ReferenceEquals(c, reader.LocalName));
            if (corner >= 0)
            {
                LinePosition at = Tag(reader);
                read.AddCorner(corner, ReadLeaf(reader), at);
            }
        }
    }

    /// <summary>VOC and most tools write 1 or 0, some yes or true; the API reads the flags as integers.</summary>
    private static bool IsSet(string text) =>
        string.Equals(text, "true", StringComparison.OrdinalIgnoreCase)
        || string.Equals(text, "yes", StringComparison.OrdinalIgnoreCase)
        || (PixelNumber.TryParse(text, out double value) && value != 0);
}
