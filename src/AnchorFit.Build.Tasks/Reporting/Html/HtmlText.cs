using System;
using System.Collections.Generic;
using System.Text;

namespace AnchorFit.Reporting.Html;

/// <summary>
/// Writes HTML that is well-formed XML, too. Whatever comes in as text or as an attribute's value is encoded, so nothing
/// from data can become markup.
/// </summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> s_inline =
        new(StringComparer.Ordinal) { "a", "abbr", "b", "bdi", "code", "em", "span", "strong", "td", "th", "tspan" };

    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>What has been written.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>The document type.</summary>
    public HtmlText DocType()
    {
        _text.Append("<!DOCTYPE html>");
        return this;
    }

    /// <summary>Begins an element. Attributes whose value is null are left out.</summary>
    public HtmlText Open(string element, params (string Name, string? Value)[] attributes)
    {
        Tag(element, attributes);
        _text.Append('>');
        _open.Push(element);
        return this;
    }

    /// <summary>Ends the element that was begun last.</summary>
    public HtmlText Close()
    {
        _text.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element without content.</summary>
    public HtmlText Empty(string element, params (string Name, string? Value)[] attributes)
    {
        Tag(element, attributes);
        _text.Append(" />");
        return this;
    }

    /// <summary>An element that holds text alone.</summary>
    public HtmlText Element(string element, string content, params (string Name, string? Value)[] attributes) =>
        Open(element, attributes).Text(content).Close();

    /// <summary>Text, encoded.</summary>
    public HtmlText Text(string content)
    {
        HtmlEncoding.Append(_text, content);
        return this;
    }

    /// <summary>Lines to copy, each as it stands.</summary>
    public HtmlText Lines(IEnumerable<string> lines)
    {
        Open("pre").Open("code");
        string end = string.Empty;
        foreach (string line in lines)
        {
            _text.Append(end);
            Text(line);
            end = "\n";
        }

        return Close().Close();
    }

    /// <summary>
    /// A name that somebody else chose: set apart from the direction of the text around it, and cut, with more of it in
    /// the tool tip.
    /// </summary>
    public HtmlText Name(string name, string? style = null)
    {
        string cut = CutText.Middle(name, CutText.NameLength);
        return Element("bdi", cut, ("class", style), ("title", cut == name ? null : CutText.Middle(name, CutText.TipLength)));
    }

    /// <summary>A name that leads to a file; a name alone where there is no address.</summary>
    /// <param name="name">What is shown, as <see cref="Name"/> shows it.</param>
    /// <param name="address">As <see cref="RelativeLink"/> gives it.</param>
    /// <param name="style">Of the name.</param>
    public HtmlText Link(string name, string? address, string? style = null) =>
        address is null ? Name(name, style) : Open("a", ("href", address)).Name(name, style).Close();

    /// <summary>A style sheet: the one content that HTML takes as it stands.</summary>
    /// <param name="css">Ours; without &lt; and &amp;.</param>
    public HtmlText Style(string css)
    {
        _text.Append("\n<style>").Append(css).Append("</style>");
        return this;
    }

    private void Tag(string element, (string Name, string? Value)[] attributes)
    {
        if (!s_inline.Contains(element) && _text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append('<').Append(element);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                _text.Append(' ').Append(name).Append("=\"");
                HtmlEncoding.Append(_text, value);
                _text.Append('"');
            }
        }
    }
}
