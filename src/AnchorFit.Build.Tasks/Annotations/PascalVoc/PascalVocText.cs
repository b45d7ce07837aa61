using System;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>
/// Bytes of an XML file as text: by byte order mark, by the zero bytes of wide encodings, by the declared encoding,
/// else UTF-8 (XML 1.0, appendix F). Bytes that the encoding doesn't have are a diagnostic, never a replacement.
/// </summary>
internal static class PascalVocText
{
    private const int DeclarationLength = 256;

    /// <summary>The text without byte order mark, or the reason why there is none.</summary>
    public static Diagnostic? TryDecode(ReadOnlyMemory<byte> bytes, string path, out string text)
    {
        text = string.Empty;
        byte[] content = bytes.ToArray();
        (Encoding? encoding, int start) = ByMark(content);
        if (encoding is null)
        {
            if (NotMarkup(content) is { } found)
            {
                return found.Length == 0
                    ? AnnotationDiagnostics.EmptyFile(path)
                    : AnnotationDiagnostics.NotVoc(path, new LinePosition(1, 1), found);
            }

            string ascii = Encoding.ASCII.GetString(content, 0, Math.Min(content.Length, DeclarationLength));
            (string name, int at) = DeclaredEncoding(ascii);
            if (name.Length == 0)
            {
                encoding = new UTF8Encoding(false, throwOnInvalidBytes: true);
            }
            else if (XmlEncodings.Find(name) is { } declared)
            {
                if (!XmlEncodings.ExtendsAscii(declared))
                {
                    return AnnotationDiagnostics.WrongEncoding(path, EndOf(ascii.Substring(0, at)), name);
                }

                encoding = declared;
            }
            else
            {
                return AnnotationDiagnostics.UnknownEncoding(path, EndOf(ascii.Substring(0, at)), name);
            }
        }

        try
        {
            text = encoding.GetString(content, start, content.Length - start);
        }
        catch (DecoderFallbackException exception)
        {
            int bad = Math.Min(start + Math.Max(exception.Index, 0), content.Length - 1);
            var lenient = Encoding.GetEncoding(encoding.CodePage == 65001 ? "utf-8" : "iso-8859-1");
            LinePosition position = EndOf(lenient.GetString(content, start, bad - start));
            return AnnotationDiagnostics.UndecodableByte(path, position, content[bad], encoding.WebName);
        }

        return string.IsNullOrWhiteSpace(text) ? AnnotationDiagnostics.EmptyFile(path) : null;
    }

    private static (Encoding? Encoding, int Start) ByMark(byte[] b)
    {
        int Byte(int index) => index < b.Length ? b[index] : -1;
        return (Byte(0), Byte(1), Byte(2), Byte(3)) switch
        {
            (0xEF, 0xBB, 0xBF, _) => (new UTF8Encoding(false, true), 3),
            (0xFF, 0xFE, 0, 0) => (new UTF32Encoding(false, false, true), 4),
            (0, 0, 0xFE, 0xFF) => (new UTF32Encoding(true, false, true), 4),
            (0xFF, 0xFE, _, _) => (new UnicodeEncoding(false, false, true), 2),
            (0xFE, 0xFF, _, _) => (new UnicodeEncoding(true, false, true), 2),
            ('<', 0, 0, 0) => (new UTF32Encoding(false, false, true), 0),
            (0, 0, 0, '<') => (new UTF32Encoding(true, false, true), 0),
            ('<', 0, _, _) => (new UnicodeEncoding(false, false, true), 0),
            (0, '<', _, _) => (new UnicodeEncoding(true, false, true), 0),
            _ => (null, 0),
        };
    }

    /// <summary>What the file is when it doesn't begin like XML; empty when there is nothing in it.</summary>
    private static string? NotMarkup(byte[] content)
    {
        int start = 0;
        while (start < content.Length && content[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        if (start == content.Length)
        {
            return string.Empty;
        }

        byte first = content[start];
        if (first == '<')
        {
            return null;
        }

        if (first is (byte)'{' or (byte)'[')
        {
            return "the file is JSON";
        }

        int end = Math.Min(content.Length, start + 24);
        for (int i = start; i < end; i++)
        {
            if (content[i] is (byte)'\r' or (byte)'\n')
            {
                end = i;
            }
            else if ((content[i] < ' ' && content[i] != '\t') || content[i] >= 0x7F)
            {
                return "the file is not text";
            }
        }

        return "the file begins with " + DisplayText.Quote(Encoding.ASCII.GetString(content, start, end - start));
    }

    private static (string Name, int At) DeclaredEncoding(string ascii)
    {
        int end = ascii.StartsWith("<?xml", StringComparison.Ordinal) ? ascii.IndexOf("?>", StringComparison.Ordinal) : -1;
        int word = end < 0 ? -1 : ascii.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        int open = word < 0 ? -1 : ascii.IndexOfAny(['"', '\''], word, end - word);
        int close = open < 0 ? -1 : ascii.IndexOf(ascii[open], open + 1, end - open - 1);
        return close < 0 ? (string.Empty, 0) : (ascii.Substring(open + 1, close - open - 1).Trim(), open + 1);
    }

    private static LinePosition EndOf(string text) => new SourceText(string.Empty, text).GetPosition(text.Length);
}
