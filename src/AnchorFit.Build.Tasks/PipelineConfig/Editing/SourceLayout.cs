using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>How a document is laid out in lines: indentation, line ends, what else stands on a line.</summary>
internal sealed class SourceLayout(ConfigDocument document)
{
    private const string DefaultIndentUnit = "  ";
    private readonly string _text = document.Source.Content;

    public ConfigDocument Document => document;

    public string Text => _text;

    /// <summary>By how much the fields of a message stand further right than the message, taken from the first that shows it.</summary>
    public string IndentUnit => FindIndentUnit(document.Root) ?? DefaultIndentUnit;

    public string Slice(int start, int end) => _text.Substring(start, end - start);

    /// <summary>Only white space stands before the offset on its line.</summary>
    public bool StartsLine(int offset)
    {
        int at = SkipSpacesBack(offset);
        return at == 0 || IsLineBreak(_text[at - 1]) || (at == 1 && _text[0] == '\uFEFF');
    }

    /// <summary>The white space at the beginning of the offset's line.</summary>
    public string Indentation(int offset)
    {
        int start = offset;
        while (start > 0 && !IsLineBreak(_text[start - 1]) && _text[start - 1] != '\uFEFF')
        {
            start--;
        }

        int end = start;
        while (end < offset && TextFormatCharacters.IsWhitespace(_text[end]))
        {
            end++;
        }

        return Slice(start, end);
    }

    /// <summary>
    /// The end of the offset's line, without line break, when nothing but white space and a comment follows on it;
    /// else −1.
    /// </summary>
    public int EndOfBlankRest(int offset)
    {
        int at = SkipSpaces(offset);
        if (at < _text.Length && _text[at] == '#')
        {
            at = TokenEndingAfter(at).Span.End;
        }

        return at == _text.Length || IsLineBreak(_text[at]) ? at : -1;
    }

    /// <summary>The end of the last comment in a message without fields; that of its opening bracket where it has none.</summary>
    public int EndOfLastComment(MessageSyntax block)
    {
        Token last = TokenEndingAfter(block.Close.Span.Start - 1);
        int start = last.Kind == TokenKind.Whitespace ? last.Span.Start - 1 : block.Close.Span.Start - 1;
        Token before = TokenEndingAfter(start);
        return before.Kind == TokenKind.Comment ? before.Span.End : block.Open.Span.End;
    }

    /// <summary>The line break for text inserted at an offset: that of its line, else the file's first, else LF.</summary>
    public string NewLine(int offset)
    {
        string found = LineBreakFrom(offset) ?? LineBreakFrom(0) ?? "\n";

        // A carriage return alone would not end the comment before it.
        return found == "\r" && IsInComment(offset) ? "\n" : found;
    }

    /// <summary>Text inserted at the offset would belong to a comment, unless it began with a line feed.</summary>
    public bool IsInComment(int offset) => offset > 0 && TokenEndingAfter(offset - 1).Kind == TokenKind.Comment;

    /// <summary>The first offset from here on that is no white space within the line.</summary>
    public int SkipSpaces(int offset)
    {
        while (offset < _text.Length && IsSpace(_text[offset]))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>The beginning of the white space, within the line, that ends at the offset.</summary>
    public int SkipSpacesBack(int offset)
    {
        while (offset > 0 && IsSpace(_text[offset - 1]))
        {
            offset--;
        }

        return offset;
    }

    public static bool HasLineBreak(string text) => text.IndexOfAny(['\r', '\n']) >= 0;

    public static bool IsLineBreak(char c) => c is '\r' or '\n';

    private static bool IsSpace(char c) => TextFormatCharacters.IsWhitespace(c) && !IsLineBreak(c);

    private string? LineBreakFrom(int offset)
    {
        int at = _text.IndexOfAny(['\r', '\n'], offset);
        return at < 0 ? null
            : _text[at] == '\n' ? "\n"
            : at + 1 < _text.Length && _text[at + 1] == '\n' ? "\r\n" : "\r";
    }

    /// <summary>The token that covers the character at an offset.</summary>
    private Token TokenEndingAfter(int offset)
    {
        int low = 0;
        int high = document.Tokens.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (document.Tokens[middle].Span.End > offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return document.Tokens[low];
    }

    private string? FindIndentUnit(MessageSyntax message)
    {
        foreach (FieldSyntax field in message.Fields)
        {
            if (field.Value is not MessageSyntax { Fields: [var child, ..] } inner)
            {
                continue;
            }

            int childStart = child.Name.Span.Start;
            string outer = Indentation(field.Name.Span.Start);
            string indent = Indentation(childStart);
            if (StartsLine(childStart) && indent.Length > outer.Length && indent.StartsWith(outer, System.StringComparison.Ordinal))
            {
                return indent.Substring(outer.Length);
            }

            if (FindIndentUnit(inner) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
