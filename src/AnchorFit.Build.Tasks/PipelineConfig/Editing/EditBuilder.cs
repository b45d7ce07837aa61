using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>Collects the changes of one operation and turns them into ordered edits.</summary>
internal sealed class EditBuilder(SourceLayout layout)
{
    private readonly List<TextEdit> _edits = [];
    private readonly List<TextSpan> _removed = [];
    private readonly List<TextSpan> _removedWhole = [];

    /// <summary>Gives a value another text, unless it says the same already.</summary>
    public void SetValue(ValueSyntax value, string text)
    {
        if (!ScalarText.IsSame(layout.Document.Source, value, text))
        {
            Replace(value.Span, text);
        }
    }

    public void Replace(TextSpan span, string text) => _edits.Add(new TextEdit(span.Start, span.Length, text));

    public void Insert(int offset, string text) => _edits.Add(new TextEdit(offset, 0, text));

    /// <summary>Removes the tokens of a range; comments within it stay, lines that become empty go.</summary>
    public void Remove(TextSpan span) => _removed.Add(span);

    /// <summary>Removes a field or an item of a list; of a message also what stands between its brackets, comments and all.</summary>
    public void Remove(TextSpan span, ValueSyntax value)
    {
        bool isMessage = value is MessageSyntax or ListSyntax { Items: [MessageSyntax, ..] };
        (isMessage ? _removedWhole : _removed).Add(span);
    }

    /// <summary>The edits by offset; those at the same offset in the order in which they were asked for.</summary>
    public IReadOnlyList<TextEdit> ToEdits()
        => _edits.Concat(TokenRemoval.Edits(layout, _removed, _removedWhole)).OrderBy(edit => edit.Start).ToArray();
}
