using System;
using System.Runtime.CompilerServices;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>
/// Tokens of the XML that labelling tools write, straight from the bytes. The subset: UTF-8 that has been validated;
/// elements with plain ASCII names and at most one attribute; text without references. No prefixes, comments,
/// sections, instructions or document types. What it accepts is well-formed XML, and a whole reader would say the same
/// of it; everything else, broken files among it, is <see cref="PlainXmlToken.Unusual"/>.
/// </summary>
internal ref struct PlainXml
{
    private const int MaxDepth = 16;

    private readonly ReadOnlySpan<byte> _text;
    private readonly int[] _open;
    private int _at;
    private int _lineStart;
    private bool _rootEnded;

    /// <param name="text">The whole file.</param>
    /// <param name="start">Where the document begins in it.</param>
    /// <param name="lineStart">Where its first line begins: behind the byte order mark.</param>
    /// <param name="names">Room for the names of open elements, <see cref="NamesLength"/> long.</param>
    public PlainXml(ReadOnlySpan<byte> text, int start, int lineStart, int[] names)
    {
        _text = text;
        _at = start;
        _lineStart = lineStart;
        _open = names;
        Line = 1;
    }

    public static int NamesLength => 2 * MaxDepth;

    /// <summary>How many elements are open, that of a start tag included and that of an end tag not; -1 once unusual.</summary>
    public int Depth { get; private set; }

    /// <summary>The name in the tag.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>What stands between the tag before and this one.</summary>
    public ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>The line on which the tag begins.</summary>
    public int Line { get; private set; }

    /// <summary>The part of the line before the tag.</summary>
    public ReadOnlySpan<byte> LineBefore { get; private set; }

    /// <summary>Moves to the next tag. After something unusual there is no next.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public PlainXmlToken Next()
    {
        PlainXmlToken token = Depth < 0 || !ReadText() ? PlainXmlToken.Unusual : ReadTag();
        if (token == PlainXmlToken.Unusual)
        {
            Depth = -1;
        }

        return token;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private PlainXmlToken ReadTag()
    {
        if (_at == _text.Length)
        {
            return _rootEnded ? PlainXmlToken.EndOfFile : PlainXmlToken.Unusual;
        }

        LineBefore = _text.Slice(_lineStart, _at - _lineStart);
        _at++;
        return _at < _text.Length && _text[_at] == '/' ? ReadEndTag() : ReadStartTag();
    }

    /// <summary>Passes text up to the next tag or the end of the file.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool ReadText()
    {
        ReadOnlySpan<byte> text = _text;
        int at = _at;
        for (; at < text.Length; at++)
        {
            byte b = text[at];
            if (b > ']')
            {
                if (Depth == 0)
                {
                    return false;
                }
            }
            else if (b == '<')
            {
                break;
            }
            else if (b == '\n' || (b == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
            {
                Line++;
                _lineStart = at + 1;
            }
            else if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r') && (Depth == 0 || b < ' ' || b is (byte)'&' or (byte)']'))
            {
                return false;
            }
        }

        Text = text.Slice(_at, at - _at);
        _at = at;
        return at < text.Length || Depth == 0;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private PlainXmlToken ReadStartTag()
    {
        int start = _at;
        if (_rootEnded || Depth == MaxDepth || !ReadName())
        {
            return PlainXmlToken.Unusual;
        }

        int length = _at - start;
        Name = _text.Slice(start, length);
        if (!ReadAttribute())
        {
            return PlainXmlToken.Unusual;
        }

        bool empty = _text[_at] == '/';
        _at += empty ? 1 : 0;
        if (_at >= _text.Length || _text[_at] != '>')
        {
            return PlainXmlToken.Unusual;
        }

        _at++;
        if (empty)
        {
            _rootEnded = Depth == 0;
            return PlainXmlToken.Empty;
        }

        _open[2 * Depth] = start;
        _open[(2 * Depth) + 1] = length;
        Depth++;
        return PlainXmlToken.Start;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private PlainXmlToken ReadEndTag()
    {
        if (Depth == 0)
        {
            return PlainXmlToken.Unusual;
        }

        Depth--;
        Name = _text.Slice(_open[2 * Depth], _open[(2 * Depth) + 1]);
        ReadOnlySpan<byte> rest = _text.Slice(_at + 1);
        if (rest.Length <= Name.Length || !rest.StartsWith(Name) || rest[Name.Length] != '>')
        {
            return PlainXmlToken.Unusual;
        }

        _at += Name.Length + 2;
        _rootEnded = Depth == 0;
        return PlainXmlToken.End;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool ReadName()
    {
        int start = _at;
        while (_at < _text.Length && IsNameByte(_text[_at]))
        {
            _at++;
        }

        return _at > start && _at < _text.Length && _text[start] is not ((>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.');
    }

    /// <summary>Passes one attribute, as in <c>verified="yes"</c>, if there is one. Names in "xml" mean something.</summary>
    private bool ReadAttribute()
    {
        if (_text[_at] != ' ')
        {
            return true;
        }

        SkipSpaces();
        int start = _at;
        if (_at == _text.Length || _text[_at] is (byte)'/' or (byte)'>')
        {
            return _at < _text.Length;
        }

        if (!ReadName() || _text.Slice(start).StartsWith("xml"u8) || !_text.Slice(_at).StartsWith("=\""u8))
        {
            return false;
        }

        _at += 2;
        while (_at < _text.Length && _text[_at] is >= (byte)' ' and not ((byte)'"' or (byte)'<' or (byte)'&'))
        {
            _at++;
        }

        if (_at == _text.Length || _text[_at] != '"')
        {
            return false;
        }

        _at++;
        SkipSpaces();
        return _at < _text.Length;
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }
    }

    private static bool IsNameByte(byte b) =>
        (uint)((b | 0x20) - 'a') <= 'z' - 'a' || (uint)(b - '0') <= 9 || b is (byte)'_' or (byte)'-' or (byte)'.';
}
