using System;
using System.Xml;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>Says in one line why an <see cref="XmlReader"/> gave up.</summary>
internal static class PascalVocXmlFault
{
    private const string DocumentType = "<!DOCTYPE";

    /// <summary>A diagnostic at the place that the reader names, or that it should have named.</summary>
    public static Diagnostic Explain(XmlException exception, string text, string path)
    {
        var source = new SourceText(path, text);
        int root = EndOfProlog(text);
        if (string.CompareOrdinal(text, root, DocumentType, 0, DocumentType.Length) != 0)
        {
            LinePosition at = exception.LineNumber > 0
                ? source.Nearest(exception.LineNumber, exception.LinePosition)
                : source.GetPosition(text.Length);
            return AnnotationDiagnostics.MalformedXml(path, at, XmlText.WithoutPosition(exception));
        }

        string name = text.Substring(root + DocumentType.Length).TrimStart();
        return name.StartsWith("html", StringComparison.OrdinalIgnoreCase)
            ? AnnotationDiagnostics.NotVoc(path, source.GetPosition(root), "the file is an HTML page")
            : AnnotationDiagnostics.DocumentType(path, source.GetPosition(root));
    }

    /// <summary>Where the first thing stands that is neither white space, comment nor processing instruction.</summary>
    private static int EndOfProlog(string text)
    {
        int offset = 0;
        while (true)
        {
            while (offset < text.Length && char.IsWhiteSpace(text[offset]))
            {
                offset++;
            }

            string? end = At("<!--") ? "-->" : At("<?") ? "?>" : null;
            int found = end is null ? -1 : text.IndexOf(end, offset + 2, StringComparison.Ordinal);
            if (found < 0)
            {
                return offset;
            }

            offset = found + end!.Length;
        }

        bool At(string mark) => string.CompareOrdinal(text, offset, mark, 0, mark.Length) == 0;
    }
}
