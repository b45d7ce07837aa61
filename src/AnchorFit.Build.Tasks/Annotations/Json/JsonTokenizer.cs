using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Json;

/// <summary>
/// Walks a JSON file (RFC 8259, UTF-8) of any size once, through a buffer of fixed size. After <see cref="NextMember"/>
/// or <see cref="NextItem"/> a value is at hand, which the caller enters, reads or skips. What is skipped is checked for
/// its brackets and texts only: nobody uses the rest, and that way runs of numbers pass at the speed of memory.
/// </summary>
/// <remarks>
/// Nothing throws but the stream and the cancellation. After a fault every call answers false, so loops end by
/// themselves; <see cref="Fault"/> then says what happened.
/// </remarks>
internal sealed class JsonTokenizer
{
    /// <summary>Brackets may stand in so many others.</summary>
    public const int MaxDepth = 100;

    private readonly JsonLexer _lexer = new();
    private readonly bool[] _isObject = new bool[MaxDepth];
    private int _depth;
    private bool _first;
    private byte[]? _decodedName;

    /// <inheritdoc cref="JsonLexer.Fault"/>
    public JsonFault? Fault => _lexer.Fault;

    /// <summary>What the value at hand is. Only reading it tells <see cref="JsonKind.NotFinite"/> from a number.</summary>
    public JsonKind Kind { get; private set; }

    /// <summary>Where the value at hand begins, until it is read.</summary>
    public LinePosition At => _lexer.Place;

    /// <summary>The name of the member at hand, until its value is read.</summary>
    public ReadOnlySpan<byte> Name => _decodedName ?? Bytes;

    /// <summary>The same as text.</summary>
    public string NameText => _decodedName is null ? Text : Encoding.UTF8.GetString(_decodedName);

    /// <summary>The bytes of the value that was read, without quotation marks and with escapes, until the next call.</summary>
    public ReadOnlySpan<byte> Bytes => new(_lexer.Buffer, _lexer.Start, _lexer.Length);

    /// <summary>The value that was read as text: decoded, or the number or word as it stands.</summary>
    public string Text => JsonText.Decode(_lexer.Buffer, _lexer.Start, _lexer.Length, _lexer.IsEscaped);

    /// <summary>There are escapes in <see cref="Bytes"/>.</summary>
    public bool IsEscaped => _lexer.IsEscaped;

    /// <summary>Begins a file; its object or list is then at hand. What is neither is no file of data.</summary>
    public bool Begin(Stream stream, CancellationToken cancellation)
    {
        _depth = 0;
        _first = false;
        Kind = JsonKind.None;
        if (!_lexer.Begin(stream, cancellation))
        {
            return false;
        }

        Kind = JsonStart.KindOf(_lexer.Next);
        return Kind is JsonKind.Object or JsonKind.List
            || _lexer.Fail(JsonFaultKind.NotJson, JsonStart.Describe(_lexer.Peek()));
    }

    /// <summary>Ends a file; false when it had a fault, or anything stands behind its value.</summary>
    public bool End()
    {
        if (Fault is null && !_lexer.IsAtEnd())
        {
            _lexer.Fail($"{_lexer.Found()} stands behind the end of the JSON");
        }

        return Fault is null;
    }

    /// <summary>Lets go of the stream.</summary>
    public void Close() => _lexer.Close();

    /// <summary>Enters the object or list at hand.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool Enter()
    {
        if (_depth == MaxDepth)
        {
            return _lexer.Fail("brackets are nested more than 100 deep");
        }

        _isObject[_depth++] = Kind == JsonKind.Object;
        _lexer.PassByte();
        _first = true;
        return true;
    }

    /// <summary>Moves to the next member of the object that was entered; at its end leaves it, and the answer is false.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool NextMember()
    {
        if (!NextElement((byte)'}'))
        {
            return false;
        }

        if (_lexer.Next != '"')
        {
            return _lexer.Fail("a name in quotation marks is expected, not " + _lexer.Found());
        }

        if (!_lexer.PassText(keep: true) || !_lexer.PassSpaceBehindText())
        {
            return false;
        }

        if (_lexer.Next != ':')
        {
            return _lexer.Fail("':' is expected behind the name, not " + _lexer.Found());
        }

        _lexer.PassByte();
        if (!_lexer.PassSpaceBehindText())
        {
            return false;
        }

        _decodedName = _lexer.IsEscaped ? Encoding.UTF8.GetBytes(Text) : null;
        return BeginValue();
    }

    /// <summary>Moves to the next item of the list that was entered; at its end leaves it, and the answer is false.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool NextItem() => NextElement((byte)']') && BeginValue();

    /// <summary>Passes the value at hand, whatever it is.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool Skip() => Kind switch
    {
        JsonKind.None => false,
        JsonKind.Object or JsonKind.List => SkipBrackets(),
        JsonKind.Text => _lexer.PassText(keep: false),
        _ => Read(),
    };

    /// <summary>Reads the text, number or word at hand.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public bool Read()
    {
        if (Kind == JsonKind.Text)
        {
            return _lexer.PassText(keep: true);
        }

        return Fault is null && _lexer.PassWord() && CheckWord();
    }

    [MethodImpl(JsonBytes.Hot)]
    private bool CheckWord()
    {
        JsonKind expected = Kind;
        Kind = JsonWord.KindOf(expected, Bytes);
        return Kind != JsonKind.None
            || _lexer.FailAtWord($"{DisplayText.Quote(Text)} is no {(expected == JsonKind.Number ? "number" : "value")} that JSON has");
    }

    [MethodImpl(JsonBytes.Hot)]
    private bool NextElement(byte close)
    {
        Kind = JsonKind.None;
        if (!_lexer.PassSpace())
        {
            return false;
        }

        bool first = _first;
        _first = false;
        if (_lexer.Next == close)
        {
            _lexer.PassByte();
            _depth--;
            return false;
        }

        if (first)
        {
            return true;
        }

        if (_lexer.Next != ',')
        {
            return _lexer.Fail($"',' or '{(char)close}' is expected, not {_lexer.Found()}");
        }

        _lexer.PassByte();
        return _lexer.PassSpace()
            && (_lexer.Next != close || _lexer.Fail($"nothing stands between ',' and '{(char)close}'"));
    }

    private bool BeginValue()
    {
        Kind = JsonStart.KindOf(_lexer.Next);
        return Kind != JsonKind.None || _lexer.Fail("a value is expected, not " + _lexer.Found());
    }

    [MethodImpl(JsonBytes.Hot)]
    private bool SkipBrackets()
    {
        int outside = _depth;
        do
        {
            byte b = _lexer.Next;
            if (b == '"')
            {
                if (!_lexer.PassText(keep: false))
                {
                    return false;
                }
            }
            else if (b is (byte)'[' or (byte)'{')
            {
                Kind = b == '{' ? JsonKind.Object : JsonKind.List;
                if (!Enter())
                {
                    return false;
                }
            }
            else if (_isObject[_depth - 1] != (b == '}'))
            {
                return _lexer.Fail($"'{(char)b}' closes what '{(b == '}' ? '[' : '{')}' opened");
            }
            else
            {
                _lexer.PassByte();
                _depth--;
            }
        }
        while (_depth > outside && _lexer.PassToStructure());

        _first = false;
        return _depth == outside;
    }
}
