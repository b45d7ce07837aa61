using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Json;

/// <summary>
/// A piece of a stream at a time, with the place of its bytes in the text. The caller moves <see cref="At"/> and tells
/// of line ends (<see cref="BeginLine"/>) and of characters beyond ASCII (<see cref="PassWide"/>) as it passes them, so
/// that the column of a byte is a subtraction however long its line is.
/// </summary>
internal sealed class JsonInput
{
    /// <summary>What is kept together (a text, a number) can't be longer.</summary>
    public const int Length = 256 << 10;

    private Stream _stream = Stream.Null;
    private CancellationToken _cancellation;
    private long _offset;
    private long _lineStart;
    private long _afterReturn;
    private int _line;

    /// <summary>The buffer; its content moves with <see cref="Fill"/>.</summary>
    public byte[] Bytes { get; } = new byte[Length];

    /// <summary>Index of the next byte to look at.</summary>
    public int At { get; set; }

    /// <summary>Where the bytes that were read end.</summary>
    public int End { get; private set; }

    /// <summary>Index of the first byte that <see cref="Fill"/> must keep; -1 where that is <see cref="At"/>.</summary>
    public int Kept { get; set; }

    /// <summary>What is kept fills the buffer, so the last <see cref="Fill"/> could read nothing.</summary>
    public bool IsFull => Kept == 0 && End == Length;

    /// <summary>The place of the next byte.</summary>
    public LinePosition Place => new(_line, (int)Math.Min(_offset + At - _lineStart + 1, int.MaxValue));

    /// <summary>Begins with the rest of a stream.</summary>
    /// <param name="cancellation">Looked at whenever the stream is read.</param>
    public void Begin(Stream stream, CancellationToken cancellation)
    {
        _stream = stream;
        _cancellation = cancellation;
        _offset = 0;
        _afterReturn = -1;
        At = End = 0;
        Kept = -1;
        BeginText();
    }

    /// <summary>The text begins at the next byte: what was passed is a byte order mark.</summary>
    public void BeginText()
    {
        _line = 1;
        _lineStart = _offset + At;
    }

    /// <summary>Lets go of the stream.</summary>
    public void Close() => _stream = Stream.Null;

    /// <summary>Reads more behind <see cref="End"/>. False at the end of the stream, and when <see cref="IsFull"/>.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool Fill()
    {
        _cancellation.ThrowIfCancellationRequested();
        int start = Kept >= 0 ? Kept : At;
        if (start > 0)
        {
            Buffer.BlockCopy(Bytes, start, Bytes, 0, End - start);
            _offset += start;
            At -= start;
            End -= start;
            Kept = Kept >= 0 ? 0 : -1;
        }

        int read = End < Length ? _stream.Read(Bytes, End, Length - End) : 0;
        End += read;
        return read > 0;
    }

    /// <summary>So many bytes are there from <see cref="At"/> on; false when the stream ends before.</summary>
    public bool Has(int count)
    {
        while (End - At < count)
        {
            if (!Fill())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Passes a carriage return or line feed at <see cref="At"/>. The two together end one line.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public void BeginLine()
    {
        bool feed = Bytes[At] == '\n';
        At++;
        _lineStart = _offset + At;
        if (!feed)
        {
            _afterReturn = _lineStart;
        }
        else if (_afterReturn == _lineStart - 1)
        {
            return;
        }

        _line++;
    }

    /// <summary>Passes a character of 2 to 4 bytes; the last kind takes two columns, the others one.</summary>
    public void PassWide(int length)
    {
        At += length;
        _lineStart += length == 4 ? 2 : length - 1;
    }

    /// <summary>Passes white space; false at the end of the stream.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool PassSpace()
    {
        while (true)
        {
            byte[] bytes = Bytes;
            int end = End;
            for (int at = At; at < end; at++)
            {
                byte b = bytes[at];
                if (b > ' ')
                {
                    At = at;
                    return true;
                }

                if (b is (byte)'\n' or (byte)'\r')
                {
                    At = at;
                    BeginLine();
                }
                else if (b is not ((byte)' ' or (byte)'\t'))
                {
                    At = at;
                    return true;
                }
            }

            At = end;
            if (!Fill())
            {
                return false;
            }
        }
    }

    /// <summary>Passes the bytes of a text that need no look; false when that is all there was read.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool PassPlain()
    {
        // Most texts are names, too short to gain from vectors.
        bool[] isSpecial = JsonBytes.SpecialTable;
        byte[] bytes = Bytes;
        int at = At;
        int end = Math.Min(End, at + 16);
        while (at < end && !isSpecial[bytes[at]])
        {
            at++;
        }

        if (at == end)
        {
            int found = JsonBytes.IndexOfSpecial(new ReadOnlySpan<byte>(bytes, at, End - at));
            at = found < 0 ? End : at + found;
        }

        At = at;
        return at < End;
    }

    /// <summary>Passes everything before a bracket, quotation mark or line end; false when that is all there was read.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool PassToStructure()
    {
        int found = JsonBytes.IndexOfStructure(new ReadOnlySpan<byte>(Bytes, At, End - At), out bool hasWide);
        int length = found < 0 ? End - At : found;
        _lineStart += hasWide ? length - Utf8.CountUtf16(new ReadOnlySpan<byte>(Bytes, At, length)) : 0;
        At += length;
        return found >= 0;
    }

    /// <summary>Passes the bytes of a number or word; false when that is all there was read.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool PassWord()
    {
        bool[] isDelimiter = JsonBytes.DelimiterTable;
        byte[] bytes = Bytes;
        int end = End;
        int at = At;
        while (at < end && !isDelimiter[bytes[at]])
        {
            at++;
        }

        At = at;
        return at < end;
    }
}
