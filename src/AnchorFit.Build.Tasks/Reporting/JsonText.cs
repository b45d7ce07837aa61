using System.Globalization;
using System.Text;
using AnchorFit.Text;

namespace AnchorFit.Reporting;

/// <summary>
/// Writes indented JSON. A library would print doubles as its runtime does, which differs between .NET and
/// .NET Framework; here the same figures give the same bytes on both.
/// </summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _hasSibling;

    /// <summary>The document, with a line feed at its end.</summary>
    public override string ToString() => _text + "\n";

    public JsonText Open(char bracket)
    {
        BeginValue();
        return Push(bracket);
    }

    public JsonText Open(string name, char bracket)
    {
        BeginMember(name);
        return Push(bracket);
    }

    public JsonText Close(char bracket)
    {
        _depth--;
        if (_hasSibling)
        {
            NewLine();
        }

        _text.Append(bracket);
        _hasSibling = true;
        return this;
    }

    public JsonText Member(string name, string value)
    {
        BeginMember(name);
        AppendString(value);
        return this;
    }

    /// <summary>A text; <c>null</c> where there is none.</summary>
    public JsonText MemberOrNull(string name, string? value)
    {
        if (value is not null)
        {
            return Member(name, value);
        }

        BeginMember(name);
        _text.Append("null");
        return this;
    }

    public JsonText Member(string name, long value)
    {
        BeginMember(name);
        _text.Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    public JsonText Member(string name, bool value)
    {
        BeginMember(name);
        _text.Append(value ? "true" : "false");
        return this;
    }

    /// <summary>A number of things; a fraction where weights make it one.</summary>
    public JsonText Count(string name, double value)
    {
        BeginMember(name);
        _text.Append(DoubleText.Count(value));
        return this;
    }

    /// <summary>A figure; <c>null</c> where there is none, or it isn't finite.</summary>
    public JsonText Member(string name, double? value)
    {
        BeginMember(name);
        _text.Append(value is { } number && !double.IsNaN(number) && !double.IsInfinity(number) ? DoubleText.Shortest(number) : "null");
        return this;
    }

    /// <summary>A float32 in the text that the config has.</summary>
    public JsonText Member(string name, float value)
    {
        BeginMember(name);
        _text.Append(FloatText.Shortest(value));
        return this;
    }

    /// <summary>An entry of a list.</summary>
    public JsonText Value(int value)
    {
        BeginValue();
        _text.Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>An entry of a list: a float32 in the text that the config has.</summary>
    public JsonText Value(float value)
    {
        BeginValue();
        _text.Append(FloatText.Shortest(value));
        return this;
    }

    /// <summary>An entry of a list: a text.</summary>
    public JsonText Value(string value)
    {
        BeginValue();
        AppendString(value);
        return this;
    }

    private JsonText Push(char bracket)
    {
        _text.Append(bracket);
        _depth++;
        _hasSibling = false;
        return this;
    }

    private void BeginMember(string name)
    {
        BeginValue();
        AppendString(name);
        _text.Append(": ");
    }

    private void BeginValue()
    {
        if (_hasSibling)
        {
            _text.Append(',');
        }

        if (_depth > 0)
        {
            NewLine();
        }

        _hasSibling = true;
    }

    private void NewLine() => _text.Append('\n').Append(' ', 2 * _depth);

    private void AppendString(string value)
    {
        _text.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\')
            {
                _text.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
            {
                // A lone surrogate has no UTF-8; escaped, every string survives.
                _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                _text.Append(c);
            }
        }

        _text.Append('"');
    }
}
