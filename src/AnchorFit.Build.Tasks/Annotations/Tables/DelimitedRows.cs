using System;
using System.IO;
using System.Runtime.CompilerServices;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Tables;

/// <summary>
/// The rows of a table in a text file, straight from its bytes: fields between separators, quoted where they hold one,
/// a newline or a doubled quote (RFC 4180); or, with a space as separator, words between white space. Lines end with
/// LF, CRLF or CR. Memory for one row at a time; nothing is allocated for a row or a field.
/// </summary>
/// <remarks>
/// As in Python's csv module a quote inside an unquoted field is a character like others, and text behind a closing
/// quote belongs to the field. Blank lines are no rows.
/// </remarks>
internal sealed class DelimitedRows
{
    /// <summary>Longer rows are a mistake, such as a quote that is never closed.</summary>
    public const int LongestRow = 1 << 20;

    private readonly RowBuffer _rows;
    private byte[] _unquoted = [];

    /// <summary>Of each field: begin, and end; the end's complement where quotes inside must be taken out.</summary>
    private (int Start, int End)[] _fields = new (int, int)[32];

    private int _row;
    private int _next;
    private int _rowLines;
    private int _quote;

    /// <summary>For files, one after another; each is begun with <see cref="Begin"/>.</summary>
    public DelimitedRows() => _rows = new RowBuffer();

    /// <summary>The rows of a text that is in memory; its last row counts though it may be cut off.</summary>
    public DelimitedRows(ReadOnlySpan<byte> text)
    {
        _rows = new RowBuffer(text);
        Line = 1;
        SkipMark();
    }

    /// <summary>Between fields; a space stands for any number of spaces and tabs, and then nothing is quoted.</summary>
    public byte Separator { get; set; }

    /// <summary>How many fields the row has, at least one.</summary>
    public int Count { get; private set; }

    /// <summary>The line where the row begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Bytes of the file that are not read yet: at the beginning the first 256 KiB, or all.</summary>
    public ReadOnlySpan<byte> Ahead => _rows.Bytes.AsSpan(_next, _rows.Filled - _next);

    /// <summary>A field of the row without its quotes, valid until the next call.</summary>
    public ReadOnlySpan<byte> this[int field]
    {
        get
        {
            (int start, int end) = _fields[field];
            return end >= 0
                ? _rows.Bytes.AsSpan(start, end - start)
                : QuotedField.Unquote(_rows.Bytes.AsSpan(start, ~end - start), ref _unquoted);
        }
    }

    /// <summary>Begins another file, behind its byte order mark.</summary>
    public void Begin(Stream stream)
    {
        _row = _next = 0;
        _rowLines = 0;
        Line = 1;
        _rows.Begin(stream);
        SkipMark();
    }

    /// <summary>Moves to the next row that isn't blank. After anything but a complete row the file is done with.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public DelimitedRow Next()
    {
        do
        {
            Line += _rowLines;
            Line = Line < 0 ? int.MaxValue : Line;
            _row = _next;
            _rowLines = 0;
            if (_row == _rows.Filled && _rows.Ended)
            {
                return DelimitedRow.EndOfFile;
            }

            while (!(Separator == ' ' ? SplitWords() : SplitFields()))
            {
                if (_rows.Ended || !Fill())
                {
                    return _quote >= 0 ? DelimitedRow.OpenQuote : DelimitedRow.TooLong;
                }
            }
        }
        while (IsBlank());
        return DelimitedRow.Complete;
    }

    /// <summary>Where a field of the row begins.</summary>
    public LinePosition At(int field) => At(_rows.Bytes.AsSpan(_row, _fields[field].Start - _row));

    /// <summary>Where a byte of a field stands.</summary>
    public LinePosition At(int field, int offset) =>
        At(_rows.Bytes.AsSpan(_row, Math.Min(_fields[field].Start + offset, _next) - _row));

    /// <summary>Where the row begins, or the quote that is never closed.</summary>
    public LinePosition AtFault() => At(_rows.Bytes.AsSpan(_row, _quote >= 0 ? _quote - _row : 0));

    private void SkipMark() => _row = _next = Ahead.StartsWith("\uFEFF"u8) ? 3 : 0;

    private LinePosition At(ReadOnlySpan<byte> before)
    {
        int line = Line;
        int lineStart = QuotedField.CountLines(before, ref line);
        return new LinePosition(line, Utf8.CountUtf16(before.Slice(lineStart)) + 1);
    }

    /// <summary>Finds the fields of the row; false when it isn't whole in the buffer.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool SplitFields()
    {
        byte[] buffer = _rows.Bytes;
        int end = _rows.Filled;
        byte separator = Separator;
        int at = _row;
        _quote = -1;
        _rowLines = 1;
        for (Count = 0; ; at++)
        {
            int start = at;
            int closing = -1;
            bool plain = true;
            if (at < end && buffer[at] == '"')
            {
                _quote = at;
                start++;
                at = QuotedField.Skip(buffer.AsSpan(0, end), start, out plain, ref _rowLines);
                if (at < 0)
                {
                    return false;
                }

                _quote = -1;
                closing = at - 1;
            }

            while ((uint)at < (uint)end && buffer[at] != separator && buffer[at] is not ((byte)'\n' or (byte)'\r'))
            {
                at++;
            }

            if (at == end && !_rows.Ended)
            {
                return false;
            }

            plain &= closing < 0 || at == closing + 1;
            AddField(start, !plain ? ~at : closing < 0 ? at : closing);
            if (at == end || buffer[at] != separator)
            {
                return EndLine(at);
            }
        }
    }

    /// <summary>Finds the words of the line; false when it isn't whole in the buffer.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool SplitWords()
    {
        byte[] buffer = _rows.Bytes;
        int end = _rows.Filled;
        int at = _row;
        _quote = -1;
        _rowLines = 1;
        for (Count = 0; ;)
        {
            while (at < end && buffer[at] is (byte)' ' or (byte)'\t')
            {
                at++;
            }

            int start = at;
            while (at < end && buffer[at] is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                at++;
            }

            if (at == end && !_rows.Ended)
            {
                return false;
            }

            if (at > start)
            {
                AddField(start, at);
            }

            if (at == end || buffer[at] is (byte)'\n' or (byte)'\r')
            {
                return EndLine(at);
            }
        }
    }

    private bool EndLine(int at)
    {
        if (at < _rows.Filled && _rows.Bytes[at++] == '\r')
        {
            if (at == _rows.Filled && !_rows.Ended)
            {
                return false;
            }

            at += at < _rows.Filled && _rows.Bytes[at] == '\n' ? 1 : 0;
        }

        _next = at;
        return true;
    }

    private void AddField(int start, int end)
    {
        if (Count == _fields.Length)
        {
            Array.Resize(ref _fields, Count * 2);
        }

        _fields[Count++] = (start, end);
    }

    private bool IsBlank() => Count == 0 || (Count == 1 && ByteText.Trim(this[0]).IsEmpty);

    /// <summary>Moves the row to the front and reads on; false when the row is as long as one may be.</summary>
    private bool Fill()
    {
        if (_rows.Filled - _row >= LongestRow)
        {
            return false;
        }

        _rows.Fill(_row);
        _row = _next = 0;
        return true;
    }
}
