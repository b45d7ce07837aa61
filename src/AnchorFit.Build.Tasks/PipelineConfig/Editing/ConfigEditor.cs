using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>
/// Changes fields of a config without touching anything else: every byte outside the named field stays. The rules
/// are in docs/design/config-editing.md. Edits belong to the document that they were made for; to set a second
/// field, apply the first edits and parse again. Setting what is already there gives no edits, so doing an
/// operation twice equals doing it once. The document must have no syntax errors.
/// </summary>
internal static class ConfigEditor
{
    /// <summary>
    /// Sets a singular scalar. Of several occurrences the last is changed, since it is the one that counts; where
    /// there is none the field is inserted, together with the messages around it that are missing.
    /// </summary>
    /// <param name="valueText">The value as it shall stand in the file, for example <c>12</c> or <c>"text"</c>.</param>
    /// <exception cref="ArgumentException">The document has syntax errors.</exception>
    public static IReadOnlyList<TextEdit> SetScalar(ConfigDocument document, FieldPath path, string valueText)
    {
        SourceLayout layout = Layout(document);
        var edits = new EditBuilder(layout);
        FieldOccurrences found = FieldOccurrences.Find(document, path);
        if (found.ByBlock.Count > 0)
        {
            edits.SetValue(found.ByBlock[found.ByBlock.Count - 1].Last().Value, valueText);
        }
        else
        {
            Insert(layout, edits, found, [NewField.Scalar(path.Last.NameText, valueText)], SiblingOrder.None);
        }

        return edits.ToEdits();
    }

    /// <summary>
    /// Sets all values of a repeated scalar. They stand where the last block with the field has it, in the style
    /// found there (a list where there is one, else entries), and go from everywhere else; no values leave an empty
    /// list, or no entries. Where there is none the field is inserted: as a list where the file has lists, else as
    /// entries.
    /// </summary>
    /// <param name="valueTexts">The values as they shall stand in the file.</param>
    /// <param name="order">Where the field belongs when there is none; without, behind the last.</param>
    /// <exception cref="ArgumentException">The document has syntax errors.</exception>
    public static IReadOnlyList<TextEdit> SetRepeated(
        ConfigDocument document, FieldPath path, IReadOnlyList<string> valueTexts, SiblingOrder? order = null)
    {
        SourceLayout layout = Layout(document);
        var edits = new EditBuilder(layout);
        FieldOccurrences found = FieldOccurrences.Find(document, path);
        if (HasValues(document, found, valueTexts))
        {
            return [];
        }

        if (found.ByBlock.Count == 0)
        {
            if (valueTexts.Count > 0)
            {
                Insert(layout, edits, found, NewFields(layout, found, path.Last.NameText, valueTexts), order ?? SiblingOrder.None);
            }

            return edits.ToEdits();
        }

        FieldSyntax[] target = found.ByBlock[found.ByBlock.Count - 1];
        IEnumerable<FieldSyntax> superfluous = found.ByBlock.Take(found.ByBlock.Count - 1).SelectMany(fields => fields);
        if (target.LastOrDefault(field => field.Value is ListSyntax) is { } listField)
        {
            if (listField.Colon is null && valueTexts.Count > 0)
            {
                // An empty list may do without, as one of messages may.
                edits.Insert(listField.Name.Span.End, ":");
            }

            ListItems.Set(layout, edits, (ListSyntax)listField.Value, valueTexts);
            superfluous = superfluous.Concat(target.Where(field => !ReferenceEquals(field, listField)));
        }
        else
        {
            RepeatedEntries.Set(layout, edits, target, valueTexts);
        }

        foreach (FieldSyntax field in superfluous)
        {
            edits.Remove(field.FullSpan);
        }

        return edits.ToEdits();
    }

    private static SourceLayout Layout(ConfigDocument document)
        => document.Diagnostics.Any(item => item.IsError)
            ? throw new ArgumentException("A document with syntax errors cannot be edited.", nameof(document))
            : new SourceLayout(document);

    private static bool HasValues(ConfigDocument document, FieldOccurrences found, IReadOnlyList<string> wanted)
    {
        ValueSyntax[] present = found.ByBlock.SelectMany(fields => fields)
            .SelectMany(field => field.Value is ListSyntax list ? list.Items : [field.Value])
            .ToArray();
        return present.Length == wanted.Count
            && present.Zip(wanted, (value, text) => ScalarText.IsSame(document.Source, value, text)).All(same => same);
    }

    private static NewField[] NewFields(SourceLayout layout, FieldOccurrences found, string name, IReadOnlyList<string> values)
    {
        MessageSyntax block = found.Blocks[found.Blocks.Count - 1];
        bool isFile = ReferenceEquals(block, layout.Document.Root);
        bool isInLine = !isFile && block.Fields.Count > 0 && new FieldInsertion(layout, new EditBuilder(layout)).IsOneLine(block);
        bool usesLists = isInLine || layout.Document.Tokens.Any(token => token.Kind == TokenKind.LeftBracket);
        return usesLists
            ? [NewField.Scalar(name, $"[{string.Join(", ", values)}]")]
            : [.. values.Select(value => NewField.Scalar(name, value))];
    }

    private static void Insert(
        SourceLayout layout, EditBuilder edits, FieldOccurrences found, IReadOnlyList<NewField> fields, SiblingOrder order)
        => new FieldInsertion(layout, edits).Insert(found.Blocks[found.Blocks.Count - 1], found.Wrap(fields), order);
}
