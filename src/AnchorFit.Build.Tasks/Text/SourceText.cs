using System;
using System.Collections.Generic;

namespace AnchorFit.Text;

/// <summary>An immutable text with the path it came from and a line index that is built when first asked for.</summary>
internal sealed class SourceText
{
    private readonly Func<int, FilePlace>? _origin;
    private int[]? _lineStarts;

    /// <param name="path">The file that the text came from.</param>
    /// <param name="content">The whole text.</param>
    /// <param name="origin">Of a text that was changed since it was read: where what stands at an offset came from.</param>
    public SourceText(string path, string content, Func<int, FilePlace>? origin = null)
    {
        Path = path;
        Content = content;
        _origin = origin;
    }

    /// <summary>The path as the user wrote it; it stands in diagnostics.</summary>
    public string Path { get; }

    /// <summary>The whole text, a byte order mark (U+FEFF) included where the file has one.</summary>
    public string Content { get; }

    /// <summary>The line and column of an offset from 0 to the text's length; the byte order mark takes no column.</summary>
    public LinePosition GetPosition(int offset)
    {
        int[] starts = _lineStarts ??= FindLineStarts(Content);
        int line = Array.BinarySearch(starts, offset);
        if (line < 0)
        {
            line = ~line - 1;
        }

        int column = offset - starts[line] + 1;
        if (line == 0 && column > 1 && Content[0] == '\uFEFF')
        {
            column--;
        }

        return new LinePosition(line + 1, column);
    }

    /// <summary>The place in the text that is nearest to one that another reader counted, and that may lie behind a line or the text.</summary>
    public LinePosition Nearest(int line, int column)
    {
        int[] starts = _lineStarts ??= FindLineStarts(Content);
        if (line > starts.Length)
        {
            return GetPosition(Content.Length);
        }

        int end = line < starts.Length ? starts[line] : Content.Length;
        while (end > starts[line - 1] && (Content[end - 1] is '\r' or '\n'))
        {
            end--;
        }

        return new LinePosition(line, Math.Max(1, Math.Min(column, GetPosition(end).Column)));
    }

    /// <summary>Where a person finds what stands at an offset: here, or where a changed text came from.</summary>
    public FilePlace GetPlace(int offset) => _origin?.Invoke(offset) ?? new FilePlace(Path, GetPosition(offset));

    /// <summary>
    /// Of a value that a project sets and not a file: where it begins in the text, behind the field's name that was put
    /// before it. Its places are told as positions in the value.
    /// </summary>
    public int? ValueStart { get; init; }

    /// <summary>What the text is to a person: a file or a value.</summary>
    public string Noun => ValueStart is null ? "file" : "value";

    /// <summary>A place inside a message's text: <c>line 3, column 4</c>, or <c>position 12</c> of a value.</summary>
    public string Describe(int offset)
    {
        LinePosition position = GetPosition(offset);
        return ValueStart is { } start
            ? FormattableString.Invariant($"position {Math.Max(1, offset - start + 1)}")
            : FormattableString.Invariant($"line {position.Line}, column {position.Column}");
    }

    public string Slice(TextSpan span) => Content.Substring(span.Start, span.Length);

    private static int[] FindLineStarts(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts.ToArray();
    }
}

/// <summary>A range of a text, in UTF-16 units from its beginning.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
