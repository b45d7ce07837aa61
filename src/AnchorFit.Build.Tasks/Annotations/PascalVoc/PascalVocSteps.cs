using System.Text;
using System.Xml;
using AnchorFit.Text;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>The steps of an <see cref="XmlReader"/> through an annotation: to a child, over a text, at a place.</summary>
internal static class PascalVocSteps
{
    /// <summary>As deep as brackets may stand in JSON; annotations need 4.</summary>
    private const int MaxDepth = 100;

    /// <summary>Moves on. The reader keeps an entry for every element that is open, so there is an end to their depth.</summary>
    public static bool Advance(XmlReader reader)
    {
        bool moved = reader.Read();
        if (reader.Depth > MaxDepth)
        {
            LinePosition at = Tag(reader);
            throw new XmlException("Elements are nested more than 100 deep.", innerException: null, at.Line, at.Column);
        }

        return moved;
    }

    /// <summary>Moves to the next child element of the element at that depth, past whatever is inside the last one.</summary>
    public static bool NextChild(XmlReader reader, int depth)
    {
        while (Advance(reader))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1)
            {
                return true;
            }

            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The element's own text, character data sections included, and text inside its children not.</summary>
    public static PascalVocLeaf ReadLeaf(XmlReader reader)
    {
        LinePosition at = Tag(reader);
        if (reader.IsEmptyElement)
        {
            return new PascalVocLeaf(string.Empty, at);
        }

        int depth = reader.Depth;
        var text = new StringBuilder();
        bool isBlank = true;
        while (Advance(reader) && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && reader.Depth == depth + 1)
            {
                at = isBlank ? TextStart(reader, at) : at;
                isBlank &= string.IsNullOrWhiteSpace(reader.Value);
                text.Append(reader.Value);
            }
        }

        return new PascalVocLeaf(text.ToString().Trim(), at);
    }

    /// <summary>Where the tag opens; the reader itself counts from the name behind the bracket.</summary>
    public static LinePosition Tag(XmlReader reader)
    {
        var info = (IXmlLineInfo)reader;
        return new LinePosition(info.LineNumber, info.LinePosition - 1);
    }

    private static LinePosition TextStart(XmlReader reader, LinePosition element)
    {
        string value = reader.Value;
        int blank = value.Length - value.TrimStart().Length;
        if (blank == value.Length)
        {
            return element;
        }

        var info = (IXmlLineInfo)reader;
        int newline = blank == 0 ? -1 : value.LastIndexOf('\n', blank - 1);
        int lines = 0;
        for (int i = 0; i < blank; i++)
        {
            lines += value[i] == '\n' ? 1 : 0;
        }

        return lines == 0
            ? new LinePosition(info.LineNumber, info.LinePosition + blank)
            : new LinePosition(info.LineNumber + lines, blank - newline);
    }
}

/// <summary>An element that holds a value.</summary>
/// <param name="Text">Its text without surrounding white space.</param>
/// <param name="At">Where the text begins; the element where there is none.</param>
internal readonly record struct PascalVocLeaf(string Text, LinePosition At);
