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
    private int _at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>What is wrong with the value that was asked for last, as a clause; empty when nothing is.</summary>
    public string Fault { get; private set; } = string.Empty;

    /// <summary>The offset of the fault.</summary>
    public int FaultAt { get; private set; }

    /// <summary>Moves to the next line that begins with a key and no blank.</summary>
    public bool MoveToKey(out string key)
    {
        if (_at > 1 && _at < text.Length && text[_at - 1] is not ('\n' or '\r'))
        {
            SkipLine();
        }

        for (; _at < text.Length; SkipLine())
        {
            int at = _at;
            if (text[at] is not (' ' or '\t')
                && YamlScalars.Read(text, ref at, inFlow: false, out YamlScalar scalar).Length == 0
                && at < text.Length && text[at] == ':' && YamlScalars.IsBlankAt(text, at + 1))
            {
                _at = at + 1;
                key = scalar.Text ?? string.Empty;
                return true;
            }
        }

        key = string.Empty;
        return false;
    }

    /// <summary>Reads the value of the key; null when there is a <see cref="Fault"/>.</summary>
    public YamlNode? ReadValue()
    {
        Fault = string.Empty;
        SkipBlanks();
        int start = _at;
        List<(YamlScalar Key, YamlScalar Value)> entries = [];
        YamlKind kind = YamlKind.Scalar;
        if (!IsLineEndOrComment())
        {
            kind = text[_at] switch { '[' => YamlKind.List, '{' => YamlKind.Map, _ => YamlKind.Scalar };
            if (kind == YamlKind.Scalar)
            {
                ReadPair(isMap: false, inFlow: false, entries);
            }
            else
            {
                ReadFlow(kind == YamlKind.Map, entries);
            }

            EndLine();
        }
        else if (TryMoveToContent(out int indent, out bool isItem) && (indent > 0 || isItem))
        {
            start = _at;
            kind = isItem ? YamlKind.List : YamlKind.Map;
            ReadBlock(isItem, indent, entries);
        }
        else
        {
            entries.Add((default, new YamlScalar(null, start)));
        }

        return Fault.Length == 0 ? new YamlNode(kind, start, entries) : null;
    }

    /// <summary>Reads lines of one indentation; <see cref="_at"/> is behind the first one's.</summary>
    private void ReadBlock(bool isList, int indent, List<(YamlScalar Key, YamlScalar Value)> entries)
    {
        do
        {
            if (isList)
            {
                _at++;
                SkipBlanks();
            }

            ReadPair(!isList, inFlow: false, entries);
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

    private void ReadFlow(bool isMap, List<(YamlScalar Key, YamlScalar Value)> entries)
    {
        int open = _at++;
        char close = isMap ? '}' : ']';
        while (Fault.Length == 0)
        {
            SkipFlowSpace();
            if (_at >= text.Length)
            {
                _at = open;
                Fail("the bracket isn't closed");
            }
            else if (text[_at] == close)
            {
                _at++;
                return;
            }
            else
            {
                ReadPair(isMap, inFlow: true, entries);
                SkipFlowSpace();
                if (Fault.Length == 0 && _at < text.Length && text[_at] == ',')
                {
                    _at++;
                }
                else if (_at < text.Length && text[_at] != close)
                {
                    Fail("a comma is missing");
                }
            }
        }
    }

    /// <summary>Reads a text, with the key before it in a map.</summary>
    private void ReadPair(bool isMap, bool inFlow, List<(YamlScalar Key, YamlScalar Value)> entries)
    {
        YamlScalar key = default;
        if (isMap)
        {
            Check(YamlScalars.Read(text, ref _at, inFlow, out key));
            SkipBlanks();
            if (_at >= text.Length || text[_at] != ':')
            {
                Fail("a colon is missing");
                return;
            }

            _at++;
            SkipBlanks();
        }

        var value = new YamlScalar(null, _at);
        bool isEmpty = IsLineEndOrComment() || (inFlow && isMap && text[_at] is ',' or '}');
        if (!isEmpty)
        {
            Check(YamlScalars.Read(text, ref _at, inFlow, out value));
        }

        entries.Add((key, value));
    }

    /// <summary>Moves behind the indentation of the next line that isn't blank or a comment.</summary>
    private bool TryMoveToContent(out int indent, out bool isItem)
    {
        (indent, isItem) = (0, false);
        for (; _at < text.Length; SkipLine())
        {
            int line = _at;
            SkipBlanks();
            if (!IsLineEndOrComment())
            {
                indent = _at - line;
                isItem = text[_at] == '-' && YamlScalars.IsBlankAt(text, _at + 1);
                if (text.IndexOf('\t', line, indent) >= 0)
                {
                    Fail("a tab in the indentation is not allowed in YAML");
                }

                if (indent == 0 && !isItem)
                {
                    return false;
                }

                return Fault.Length == 0;
            }
        }

        return false;
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t')
        {
            _at++;
        }
    }

    private void SkipFlowSpace()
    {
        SkipBlanks();
        while (_at < text.Length && IsLineEndOrComment())
        {
            SkipLine();
            SkipBlanks();
        }
    }

    private bool IsLineEndOrComment() =>
        YamlScalars.IsLineEnd(text, _at) || (text[_at] == '#' && (_at == 0 || YamlScalars.IsBlankAt(text, _at - 1)));

    private void EndLine()
    {
        SkipBlanks();
        if (!IsLineEndOrComment())
        {
            Fail(text[_at] == ':' ? "a value in a value isn't understood here" : "more than one text stands here");
        }

        SkipLine();
    }

    private void SkipLine()
    {
        while (!YamlScalars.IsLineEnd(text, _at))
        {
            _at++;
        }

        _at += _at + 1 < text.Length && text[_at] == '\r' && text[_at + 1] == '\n' ? 2 : 1;
    }

    private void Check(string fault)
    {
        if (fault.Length > 0)
        {
            Fail(fault);
        }
    }

    private void Fail(string fault)
    {
        if (Fault.Length == 0)
        {
            (Fault, FaultAt) = (fault, Math.Min(_at, text.Length));
        }
    }
}
