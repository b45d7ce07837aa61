using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>
/// Sets, appends and clears fields of any kind, messages and elements of repeated fields among them, in the style of
/// the file; <see cref="ConfigEditor"/> is for scalars. Rules, edits and their document: as there.
/// </summary>
internal sealed class FieldEditor
{
    private readonly SourceLayout _layout;
    private readonly EditBuilder _edits;
    private readonly FieldInsertion _insertion;
    private readonly FieldPath _path;
    private readonly FieldOccurrences _found;
    private readonly SiblingOrder _order;

    private FieldEditor(ConfigDocument document, FieldPath path, SiblingOrder order)
    {
        _layout = new SourceLayout(document);
        _edits = new EditBuilder(_layout);
        _insertion = new FieldInsertion(_layout, _edits);
        _path = path;
        _found = FieldOccurrences.Find(document, path);
        _order = order;
    }

    private MessageSyntax LastBlock => _found.Blocks[_found.Blocks.Count - 1];

    /// <summary>
    /// Sets a singular field, or the element that the path names, or appends one. A message becomes the given one as a
    /// whole: further blocks of it go.
    /// </summary>
    /// <param name="path">An element that it names exists.</param>
    /// <param name="order">Where a field belongs that isn't there.</param>
    /// <param name="excluded">Fields beside it that it replaces, as members of one oneof do.</param>
    public static IReadOnlyList<TextEdit> Set(
        ConfigDocument document, FieldPath path, NewValue value, SiblingOrder order, IReadOnlyList<string> excluded)
    {
        var editor = new FieldEditor(document, path, order);
        if (path.Last.Index is { } index)
        {
            editor.Replace(editor._found.Elements[index], value);
        }
        else if (path.Last.Appends)
        {
            editor.Append([value]);
        }
        else
        {
            editor.SetSingular(value, excluded);
        }

        return editor._edits.ToEdits();
    }

    /// <summary>Makes the values of a repeated field these: elements keep their places, superfluous ones go from the end.</summary>
    public static IReadOnlyList<TextEdit> SetAll(ConfigDocument document, FieldPath path, IReadOnlyList<NewValue> values, SiblingOrder order)
    {
        if (values.Count > 0 && values.All(value => value is NewValue.Scalar))
        {
            return ConfigEditor.SetRepeated(document, path, [.. values.Select(value => ((NewValue.Scalar)value).Text)], order);
        }

        if (values.Count == 0)
        {
            return Clear(document, path);
        }

        var editor = new FieldEditor(document, path, order);
        IReadOnlyList<FieldElement> present = editor._found.Elements;
        for (int i = 0; i < present.Count && i < values.Count; i++)
        {
            editor.Replace(present[i], values[i]);
        }

        foreach (FieldElement superfluous in present.Skip(values.Count))
        {
            editor.Remove(superfluous);
        }

        editor.Append([.. values.Skip(present.Count)]);
        return editor._edits.ToEdits();
    }

    /// <summary>Removes a field wherever it stands, or the element that the path names.</summary>
    public static IReadOnlyList<TextEdit> Clear(ConfigDocument document, FieldPath path)
    {
        var editor = new FieldEditor(document, path, SiblingOrder.None);
        if (path.Last.Index is { } index)
        {
            editor.Remove(editor._found.Elements[index]);
        }
        else
        {
            foreach (FieldSyntax field in editor._found.ByBlock.SelectMany(fields => fields))
            {
                editor._edits.Remove(field.FullSpan, field.Value);
            }
        }

        return editor._edits.ToEdits();
    }

    private void SetSingular(NewValue value, IReadOnlyList<string> excluded)
    {
        FieldSyntax[] own = [.. _found.ByBlock.SelectMany(fields => fields)];
        FieldSyntax[] others = [.. _found.Blocks.SelectMany(block => block.Fields).Where(field => !field.Name.IsBracketed && excluded.Contains(field.Name.Text))];
        FieldSyntax? target = own.LastOrDefault() ?? others.LastOrDefault();
        if (target is null)
        {
            _insertion.Insert(LastBlock, _found.Wrap([new NewField(_path.Last.NameText, value)]), _order);
            return;
        }

        if (own.Length > 0)
        {
            Replace(new FieldElement(target, target.Value, -1), value);
        }
        else
        {
            TextSpan field = TextSpan.FromBounds(target.Name.Span.Start, target.Value.Span.End);
            _edits.Replace(field, _path.Last.NameText + NewFieldText.Gap(value) + Text(target, target.Value, value));
        }

        bool merges = value is NewValue.Message;
        foreach (FieldSyntax field in (merges ? own.Concat(others) : others).Where(field => !ReferenceEquals(field, target)))
        {
            _edits.Remove(field.FullSpan, field.Value);
        }
    }

    private void Append(IReadOnlyList<NewValue> values)
    {
        NewField[] fields = [.. values.Select(value => new NewField(_path.Last.NameText, value))];
        if (fields.Length == 0)
        {
            return;
        }

        if (_found.ByBlock.Count == 0)
        {
            _insertion.Insert(LastBlock, _found.Wrap(fields), _order);
            return;
        }

        FieldSyntax[] present = _found.ByBlock[_found.ByBlock.Count - 1];
        FieldSyntax last = present[present.Length - 1];
        MessageSyntax block = _found.Blocks.Last(block => block.Fields.Contains(last));
        NewFieldText style = _insertion.Style(block, last.FullSpan.End);
        if (last.Value is ListSyntax list)
        {
            if (last.Colon is null && values[0] is NewValue.Scalar)
            {
                _edits.Insert(last.Name.Span.End, ":");
            }

            ListItems.Set(_layout, _edits, list, [.. list.Items.Select(item => ScalarText.Of(_layout.Document.Source, item)), .. values.Select(style.OnOneLine)]);
        }
        else if (values[0] is NewValue.Scalar)
        {
            FieldSyntax[] entries = [.. present.Where(field => field.Value is not ListSyntax)];
            IEnumerable<string> texts = entries.Select(field => ScalarText.Of(_layout.Document.Source, field.Value));
            RepeatedEntries.Set(_layout, _edits, entries, [.. texts, .. values.Select(style.OnOneLine)]);
        }
        else
        {
            _insertion.InsertBehind(block, last, fields);
        }
    }

    private void Replace(FieldElement element, NewValue value)
    {
        if (value.IsSame(_layout.Document.Source, element.Value))
        {
            return;
        }

        if (element.Field.Colon is null && element.List is null && value is not NewValue.Message)
        {
            _edits.Insert(element.Field.Name.Span.End, ":");
        }

        _edits.Replace(element.Value.Span, Text(element.Field, element.Value, value));
    }

    /// <summary>The text of a value in the place of another: over lines where that is, or where it is empty and alone on its line.</summary>
    private string Text(FieldSyntax field, ValueSyntax old, NewValue value)
    {
        NewFieldText style = _insertion.Style(old as MessageSyntax ?? LastBlock, old.Span.End);
        bool isAlone = _layout.StartsLine(field.Name.Span.Start) && _layout.EndOfBlankRest(field.FullSpan.End) >= 0;
        bool spreads = old is MessageSyntax message && !_insertion.IsOneLine(message);
        bool opensUp = isAlone && ReferenceEquals(old, field.Value) && old is not MessageSyntax { Fields.Count: > 0 };
        return spreads || opensUp ? style.OnLines(value, _layout.Indentation(old.Span.Start)) : style.OnOneLine(value);
    }

    private void Remove(FieldElement element)
    {
        if (element.List is not { } list)
        {
            _edits.Remove(element.Field.FullSpan, element.Value);
            return;
        }

        // With the comma behind it, or of the last item the one before it.
        int index = element.ItemIndex;
        bool isLast = index == list.Items.Count - 1;
        int start = isLast && index > 0 ? list.Items[index - 1].Span.End : element.Value.Span.Start;
        int end = isLast ? element.Value.Span.End : list.Items[index + 1].Span.Start;
        _edits.Remove(TextSpan.FromBounds(start, end));
    }
}
