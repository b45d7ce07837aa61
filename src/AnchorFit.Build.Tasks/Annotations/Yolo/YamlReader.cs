using System;
using System.Collections.Generic;
using System.IO;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AnchorFit.Annotations.Yolo;

/// <summary>
/// Reads keys at the top level of a YAML file with YamlDotNet, those that a reader asks for; other values may be anything.
/// A fault costs the value that it stands in: reading goes on at the next line that begins with a key.
/// </summary>
internal sealed class YamlReader
{
    private const int MostFaults = 20;

    // The library's work for a bracket grows with those around it.
    private const int MaxDepth = 100;

    private readonly string _text;
    private readonly Func<string, bool> _wants;
    private readonly List<YamlEntry> _entries = [];
    private readonly Dictionary<AnchorName, string> _anchors = [];
    private Parser _parser = null!;
    private int _from;
    private int _top = -1;
    private (string Name, int At)? _key;
    private YamlEntry? _value;
    private bool _isIndented;

    private YamlReader(string text, Func<string, bool> wants) => (_text, _wants) = (text, wants);

    /// <summary>The keys that are asked for, in the order of the file; one may be there twice.</summary>
    public static IReadOnlyList<YamlEntry> Read(string text, Func<string, bool> wants)
    {
        var reader = new YamlReader(text, wants);
        reader._from = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        for (int faults = 0; reader._from >= 0 && faults < MostFaults; faults++)
        {
            reader.ReadOn();
        }

        return reader._entries;
    }

    // Where the text breaks off in a directive, the library has nothing at hand and doesn't say so.
    private ParsingEvent Current => _parser.Current ?? throw new EndOfStreamException();

    private void ReadOn()
    {
        try
        {
            (_key, _value) = (null, null);
            _parser = new Parser(new StringReader(_isIndented ? _text.Substring(_from).Replace("\n", "\n ") : _text.Substring(_from)));
            _parser.Consume<StreamStart>();
            while (_parser.TryConsume<DocumentStart>(out _))
            {
                ReadDocument();
                _parser.Consume<DocumentEnd>();
            }

            _from = -1;
        }
        catch (InvalidOperationException) when (_key is { } key && !_isIndented)
        {
            // The library's way to refuse a list in brackets that goes on at the left margin, which trainers read.
            (_from, _isIndented) = (key.At, true);
        }
        catch (Exception exception) when (exception is YamlException or EndOfStreamException or ArgumentException or InvalidOperationException or FormatException)
        {
            int at = Math.Min(exception is YamlException { Start: var start } ? Offset(start) : _from, _text.Length);
            int next = NextKey(at);
            if (_isIndented && _value is { } value && next >= 0 && next <= at && at <= next + Math.Max(_top, 0))
            {
                // The next key isn't indented; the value before it is whole.
                _entries.Add(value);
            }
            else if (_key is { } key)
            {
                at = exception.Message.Contains("tab") ? Math.Max(at, _text.IndexOf("\n\t", key.At, StringComparison.Ordinal) + 1) : Math.Max(at, key.At);
                _entries.Add(new YamlEntry(key.Name, null, exception is YamlException ? Clause(exception.Message) : "it can't be read as YAML", at));
            }

            (_from, _isIndented) = (next, false);
        }
    }

    private void ReadDocument()
    {
        if (!_parser.Accept<MappingStart>(out MappingStart? map))
        {
            Skip();
            return;
        }

        _parser.MoveNext();
        if (_top < 0 && map.Style == MappingStyle.Block)
        {
            _top = (int)map.Start.Column - 1;
        }

        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (_parser.Accept<Scalar>(out Scalar? key) && _wants(key.Value))
            {
                _key = (key.Value, Offset(key.Start));
                _parser.MoveNext();
                ReadValue(key.Value);
                _key = null;
            }
            else
            {
                Skip();
                Skip();
            }
        }
    }

    private void ReadValue(string key)
    {
        int at = Offset(Current.Start);
        List<(YamlText, YamlText)> entries = [];
        YamlKind kind = YamlKind.Scalar;
        if (_parser.TryConsume<SequenceStart>(out _))
        {
            for (kind = YamlKind.List; !_parser.Accept<SequenceEnd>(out _); _parser.MoveNext())
            {
                entries.Add((default, ReadText()));
            }
        }
        else if (_parser.TryConsume<MappingStart>(out _))
        {
            for (kind = YamlKind.Map; !_parser.Accept<MappingEnd>(out _); _parser.MoveNext())
            {
                YamlText name = ReadText();
                _parser.MoveNext();
                entries.Add((name, ReadText()));
            }
        }
        else
        {
            entries.Add((default, ReadText()));
        }

        // What follows tells whether that was all.
        _value = new YamlEntry(key, new YamlNode(kind, at, entries), string.Empty, 0);
        _parser.MoveNext();
        _entries.Add(_value.Value);
        _value = null;
    }

    /// <summary>The text at hand.</summary>
    private YamlText ReadText()
    {
        ParsingEvent current = Current;
        int at = Offset(current.Start);
        if (current is AnchorAlias alias && _anchors.TryGetValue(alias.Value, out string? known))
        {
            return new YamlText(known, at);
        }

        if (current is not Scalar scalar)
        {
            throw new SemanticErrorException(current.Start, current.End, "a value in a value isn't understood here");
        }

        if (!scalar.Anchor.IsEmpty)
        {
            _anchors[scalar.Anchor] = scalar.Value;
        }

        bool isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
        return new YamlText(isNull ? null : scalar.Value, at);
    }

    private void Skip()
    {
        int depth = 0;
        do
        {
            ParsingEvent current = Current;
            depth += current.NestingIncrease;
            if (depth > MaxDepth)
            {
                throw new SemanticErrorException(current.Start, current.End, "values are nested more than 100 deep");
            }

            _parser.MoveNext();
        }
        while (depth > 0);
    }

    /// <summary>The start of the next line, from that of a fault on, that begins with a key as far to the left as the first one; -1 where there is none.</summary>
    private int NextKey(int fault)
    {
        int last = Math.Max(_from, _key?.At ?? 0);
        for (int line = _text.LastIndexOf('\n', Math.Max(fault - 1, 0)) + 1; line < _text.Length;)
        {
            int end = _text.IndexOf('\n', line);
            end = end < 0 ? _text.Length : end;
            if (line > last && IsKey(_text.Substring(line, end - line)))
            {
                return line;
            }

            line = end + 1;
        }

        return -1;
    }

    private bool IsKey(string line)
    {
        string text = line.TrimStart(' ');
        return line.Length - text.Length <= Math.Max(_top, 0) && text.Length > 0 && "-#%{}[],&*!|>@`?:\t\r".IndexOf(text[0]) < 0
            && (text.Contains(": ") || text.Contains(":\t") || text.TrimEnd() is [.., ':']);
    }

    private int Offset(Mark mark) => _from + (int)(Math.Min(mark.Index, int.MaxValue >> 1) - (_isIndented ? mark.Line - 1 : 0));

    // The library's sentence.
    private static string Clause(string message)
    {
        string text = message.TrimEnd('.');
        return text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text.Substring(1) : text;
    }
}
