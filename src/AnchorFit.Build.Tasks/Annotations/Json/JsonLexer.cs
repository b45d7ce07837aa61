using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Json;

/// <summary>
/// Texts, words and numbers of a JSON file, without their structure. The first fault stays, and from then on everything
/// answers false.
/// </summary>
internal sealed class JsonLexer
{
    private const int FoundLength = 24;

    private readonly JsonInput _input = new();

    /// <summary>Why there is nothing more to read; null as long as all is well.</summary>
    public JsonFault? Fault { get; private set; }

    /// <summary>Where the next byte stands.</summary>
    public LinePosition Place => _input.Place;

    /// <summary>The next byte; only behind a call that said that there is one.</summary>
    public byte Next => _input.Bytes[_input.At];

    /// <summary>The buffer. What was read stands in it until the next call.</summary>
    public byte[] Buffer => _input.Bytes;

    /// <summary>Where in the buffer the text or word begins that was read.</summary>
    public int Start { get; private set; }

    /// <summary>How many bytes it has.</summary>
    public int Length { get; private set; }

    /// <summary>The text that was read has escapes in its bytes.</summary>
    public bool IsEscaped { get; private set; }

    /// <summary>Begins a file; the answer is true when its first byte that is no white space is the next one.</summary>
    public bool Begin(Stream stream, CancellationToken cancellation)
    {
        Fault = null;
        Start = Length = 0;
        _input.Begin(stream, cancellation);
        _input.Has(4);
        ReadOnlySpan<byte> start = new(_input.Bytes, 0, _input.End);
        if (JsonStart.IsUtf16(start))
        {
            return Fail(JsonFaultKind.NotUtf8, "the file is UTF-16, not UTF-8");
        }

        _input.At = JsonStart.MarkLength(start);
        _input.BeginText();
        return _input.PassSpace() || Fail(JsonFaultKind.Empty, "the file is empty");
    }

    /// <summary>The bytes from the next one on, as many as there are up to a few dozen.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        _input.Has(FoundLength);
        return new ReadOnlySpan<byte>(_input.Bytes, _input.At, Math.Min(_input.End - _input.At, FoundLength));
    }

    /// <summary>Passes white space up to a byte, which must be there. What was read last is let go.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool PassSpace()
    {
        _input.Kept = -1;
        return Fault is null && (_input.PassSpace() || BreaksOff());
    }

    /// <summary>As <see cref="PassSpace"/>, but what was read last stays where <see cref="Start"/> says.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool PassSpaceBehindText()
    {
        bool more = _input.PassSpace() || BreaksOff();
        Start = Math.Max(_input.Kept, 0);
        return more;
    }

    /// <summary>Passes white space, and is content when that is all.</summary>
    public bool IsAtEnd()
    {
        _input.Kept = -1;
        return !_input.PassSpace();
    }

    /// <summary>Passes the next byte.</summary>
    public void PassByte() => _input.At++;

    /// <summary>Lets go of the stream.</summary>
    public void Close() => _input.Close();

    /// <summary>Passes everything up to a bracket or quotation mark, which is then the next byte.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool PassToStructure()
    {
        _input.Kept = -1;
        while (true)
        {
            if (!_input.PassToStructure())
            {
                if (!_input.Fill())
                {
                    return BreaksOff();
                }
            }
            else if (Next is (byte)'\r' or (byte)'\n')
            {
                _input.BeginLine();
            }
            else
            {
                return true;
            }
        }
    }

    /// <summary>Passes a text, of which the next byte is the opening quotation mark.</summary>
    /// <param name="keep">Keep it together in the buffer.</param>
    [MethodImpl(JsonBytes.Hot)]
    public bool PassText(bool keep)
    {
        _input.At++;
        _input.Kept = keep ? _input.At : -1;
        IsEscaped = false;
        while (true)
        {
            if (!_input.PassPlain())
            {
                if (!_input.Fill())
                {
                    return BreaksOff();
                }
            }
            else if (Next == '"')
            {
                (Start, Length) = keep ? (_input.Kept, _input.At - _input.Kept) : (0, 0);
                _input.At++;
                return true;
            }
            else if (!(Next == '\\' ? PassEscape() : Next >= 0x80 ? PassWide() : Fail("a text has a line end or another control character in it")))
            {
                return false;
            }
        }
    }

    /// <summary>Passes and keeps everything up to white space or punctuation.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool PassWord()
    {
        _input.Kept = _input.At;
        IsEscaped = false;
        while (!_input.PassWord() && _input.Fill())
        {
            // The word goes on behind what was read so far.
        }

        (Start, Length) = (_input.Kept, _input.At - _input.Kept);
        return _input.At < _input.End || !_input.IsFull || BreaksOff();
    }

    /// <summary>What stands next, quoted for a message.</summary>
    public string Found()
    {
        ReadOnlySpan<byte> next = Peek();
        int length = 1;
        while (length < next.Length && !JsonBytes.DelimiterTable[next[length]])
        {
            length++;
        }

        return DisplayText.Quote(Encoding.UTF8.GetString(next.Slice(0, length).ToArray()).TrimEnd('\uFFFD'));
    }

    /// <summary>The word that was passed last is wrong.</summary>
    public bool FailAtWord(string reason)
    {
        _input.At = Start;
        return Fail(reason);
    }

    /// <summary>What stands next is wrong. The answer is false.</summary>
    public bool Fail(string reason) => Fail(JsonFaultKind.Malformed, reason);

    /// <inheritdoc cref="Fail(string)"/>
    public bool Fail(JsonFaultKind kind, string reason)
    {
        Fault ??= new JsonFault(kind, _input.Place, reason);
        return false;
    }

    private bool BreaksOff() =>
        Fail(_input.IsFull ? "a name, text or number is longer than 256 KiB" : "the file breaks off");

    private bool PassEscape()
    {
        IsEscaped = true;
        if (!_input.Has(2))
        {
            return BreaksOff();
        }

        byte escape = _input.Bytes[_input.At + 1];
        int length = escape == 'u' ? 6 : 2;
        if (!_input.Has(length))
        {
            return BreaksOff();
        }

        bool valid = escape == 'u' || "\"\\/bfnrt"u8.IndexOf(escape) >= 0;
        for (int i = 2; i < length; i++)
        {
            valid &= JsonBytes.IsHexDigit(_input.Bytes[_input.At + i]);
        }

        if (!valid)
        {
            string shown = Encoding.ASCII.GetString(_input.Bytes, _input.At, length);
            return Fail(DisplayText.Quote(shown) + " is no escape that JSON has; a backslash is written '\\\\'");
        }

        _input.At += length;
        return true;
    }

    private bool PassWide()
    {
        _input.Has(4);
        int length = Utf8.SequenceLength(_input.Bytes, _input.At, _input.End);
        if (length == 0)
        {
            return !_input.IsFull
                ? Fail(JsonFaultKind.NotUtf8, $"the byte 0x{Next:X2} is not valid in UTF-8")
                : BreaksOff();
        }

        _input.PassWide(length);
        return true;
    }
}
