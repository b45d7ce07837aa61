using System;
using System.Collections.Generic;

namespace AnchorFit.Annotations.Yolo;

/// <summary>
/// Reads the keys at the top level of a YAML file, and those values that a reader asks for: a text, a list or a map of
/// texts, in lines or in brackets. The part of YAML 1.2 that descriptions of datasets are written in: no anchors, tags,
/// folded texts, and nothing nested in what is asked for; what nobody asks for may be anything.
/// </summary>
internal sealed class YamlReader(string text)
{
    private readonly YamlCursor _cursor = new(text);
    private List<(YamlScalar Key, YamlScalar Value)> _entries = [];

    /// <summary>How many blanks the keys at the top have before them; −1 before the first.</summary>
    private int _top = -1;

    /// <summary>What is wrong with the value that was asked for last, as a clause; empty when nothing is.</summary>
    public string Fault { get; private set; } = string.Empty;

    /// <summary>The offset of the fault.</summary>
    public int FaultAt { get; private set; }

    /// <summary>Moves to the next line that begins with a key, and as far to the left as the first.</summary>
    public bool MoveToKey(out string key)
    {
        if (!_cursor.IsAtLineStart)
        {
            _cursor.SkipLine();
        }

        for (; !_cursor.IsAtEnd; _cursor.SkipLine())
        {
            int line = _cursor.At;
            _cursor.SkipBlanks();
            if ((_top < 0 || _cursor.At - line <= _top) && !_cursor.HasTabSince(line)
                && _cursor.Read(inFlow: false, out YamlScalar scalar).Length == 0
                && IsAtColon() && _cursor.IsAlone)
            {
                _top = scalar.At - line;
                _cursor.SkipSign();
                key = scalar.Text ?? string.Empty;
                return true;
            }

            _cursor.MoveTo(line);
        }

        key = string.Empty;
        return false;
    }

    /// <summary>Reads the value of the key; null when there is a <see cref="Fault"/>.</summary>
    public YamlNode? ReadValue()
    {
        Fault = string.Empty;
        _entries = [];
        YamlKind kind = YamlKind.Scalar;
        _cursor.SkipBlanks();
        int start = _cursor.At;
        if (!_cursor.IsAtLineEnd)
        {
            kind = ReadInline();
        }
        else if (TryMoveToContent(out int indent, out bool isItem))
        {
            start = _cursor.At;
            kind = isItem ? YamlKind.List : YamlKind.Map;
            ReadBlock(isItem, indent);
        }
        else
        {
            _entries.Add((default, new YamlScalar(null, start)));
        }

        return Fault.Length == 0 ? new YamlNode(kind, start, _entries) : null;
    }

    private YamlKind ReadInline()
    {
        YamlKind kind = _cursor.Sign switch { '[' => YamlKind.List, '{' => YamlKind.Map, _ => YamlKind.Scalar };
        if (kind == YamlKind.Scalar)
        {
            ReadEntry(isMap: false, inFlow: false);
        }
        else
        {
            ReadFlow(kind == YamlKind.Map);
        }

        EndLine();
        return kind;
    }

    /// <summary>Reads lines of one indentation, from behind that of the first.</summary>
    private void ReadBlock(bool isList, int indent)
    {
        do
        {
            if (isList)
            {
                _cursor.SkipSign();
                _cursor.SkipBlanks();
            }

            ReadEntry(!isList, inFlow: false);
            EndLine();
            if (Fault.Length > 0 || !TryMoveToContent(out int next, out bool isItem))
            {
                return;
            }

            if (next != indent || isItem != isList)
            {
                Fail("the line doesn't continue the list before it");
            }
        }
        while (Fault.Length == 0);
    }

    private void ReadFlow(bool isMap)
    {
        int open = _cursor.At;
        char close = isMap ? '}' : ']';
        _cursor.SkipSign();
        _cursor.SkipSpace();
        while (Fault.Length == 0 && _cursor.Sign != close)
        {
            if (_cursor.IsAtEnd)
            {
                _cursor.MoveTo(open);
                Fail("the bracket isn't closed");
                return;
            }

            ReadEntry(isMap, inFlow: true);
            if (Fault.Length > 0)
            {
                return;
            }

            _cursor.SkipSpace();
            if (_cursor.Sign == ',')
            {
                _cursor.SkipSign();
                _cursor.SkipSpace();
            }
            else if (!_cursor.IsAtEnd && _cursor.Sign != close)
            {
                Fail($"a comma or the closing '{close}' is missing");
            }
        }

        _cursor.SkipSign();
    }

    /// <summary>Reads a text, with the key before it in a map.</summary>
    private void ReadEntry(bool isMap, bool inFlow)
    {
        YamlScalar key = default;
        if (isMap)
        {
            Check(_cursor.Read(inFlow, out key));
            if (!IsAtColon())
            {
                Fail("a colon is missing");
                return;
            }

            _cursor.SkipSign();
            _cursor.SkipBlanks();
        }

        var value = new YamlScalar(null, _cursor.At);
        if (!_cursor.IsAtLineEnd && !(inFlow && isMap && _cursor.Sign is ',' or '}'))
        {
            Check(_cursor.Read(inFlow, out value));
        }

        _entries.Add((key, value));
    }

    private bool IsAtColon()
    {
        _cursor.SkipBlanks();
        return _cursor.Sign == ':';
    }

    /// <summary>
    /// Moves behind the indentation of the next line that isn't blank or a comment; false when that line is not part of
    /// the value.
    /// </summary>
    private bool TryMoveToContent(out int indent, out bool isItem)
    {
        (indent, isItem) = (0, false);
        for (; !_cursor.IsAtEnd; _cursor.SkipLine())
        {
            int line = _cursor.At;
            _cursor.SkipBlanks();
            if (_cursor.IsAtLineEnd)
            {
                continue;
            }

            indent = _cursor.At - line;
            isItem = _cursor.Sign == '-' && _cursor.IsAlone;
            if (_cursor.HasTabSince(line))
            {
                Fail("a tab in the indentation is not allowed in YAML");
            }

            return (indent > _top || (isItem && indent == _top)) && Fault.Length == 0;
        }

        return false;
    }

    private void EndLine()
    {
        _cursor.SkipBlanks();
        if (!_cursor.IsAtLineEnd)
        {
            Fail(_cursor.Sign == ':' ? "a value in a value isn't understood here" : "more than one text stands here");
        }

        _cursor.SkipLine();
    }

    private void Check(string fault)
    {
        if (fault.Length > 0)
        {
            Fail(fault);
        }
    }

    /// <summary>Only the first fault of a value counts.</summary>
    private void Fail(string fault)
    {
        if (Fault.Length == 0)
        {
            (Fault, FaultAt) = (fault, Math.Min(_cursor.At, text.Length));
        }
    }
}
