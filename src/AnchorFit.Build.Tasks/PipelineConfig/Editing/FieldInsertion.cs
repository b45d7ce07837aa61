using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>
/// Puts new fields into a message, behind the last or behind a given one, in the file's indentation, line breaks,
/// brackets and separators.
/// </summary>
internal sealed class FieldInsertion(SourceLayout layout, EditBuilder edits)
{
    /// <summary>Inserts where the order says; fields stay together.</summary>
    /// <param name="block">The message, or the file.</param>
    /// <param name="fields">At least one.</param>
    /// <param name="order">Where the first of them belongs.</param>
    public void Insert(MessageSyntax block, IReadOnlyList<NewField> fields, SiblingOrder order)
    {
        FieldSyntax? predecessor = null;
        bool hasPlace = block.Fields.Count > 0 && (order.TryFindPredecessor(block, fields[0].Name, out predecessor) || !IsFile(block));
        if (hasPlace)
        {
            InsertBehind(block, predecessor, fields);
        }
        else
        {
            // The first field of a file has the file's comment above it.
            InsertLast(block, fields, onOneLine: false);
        }
    }

    /// <summary>Inserts behind a field; where others follow that one on its line, behind the last field of the message.</summary>
    /// <param name="block">The message, or the file.</param>
    /// <param name="predecessor">One of its fields; null to insert before the first.</param>
    /// <param name="fields">At least one.</param>
    public void InsertBehind(MessageSyntax block, FieldSyntax? predecessor, IReadOnlyList<NewField> fields)
    {
        // An element of a repeated message looks like the one before it.
        bool onOneLine = predecessor?.Value is MessageSyntax { Fields.Count: > 0 } message && predecessor.Name.Text == fields[0].Name && IsOneLine(message);
        if (ReferenceEquals(predecessor, block.Fields[block.Fields.Count - 1]))
        {
            InsertLast(block, fields, onOneLine);
            return;
        }

        FieldSyntax model = predecessor ?? block.Fields[0];
        string separator = model.Separator is { } token ? layout.Document.Source.Slice(token.Span) : string.Empty;
        if (!IsFile(block) && IsOneLine(block))
        {
            string body = string.Join(separator + " ", fields.Select(Style(block, 0).OnOneLine)) + separator;
            edits.Insert(predecessor?.FullSpan.End ?? model.Name.Span.Start, predecessor is null ? body + " " : " " + body);
            return;
        }

        int end = layout.EndOfBlankRest(predecessor?.FullSpan.End ?? block.Open.Span.End);
        if (end < 0)
        {
            InsertLast(block, fields, onOneLine);
        }
        else
        {
            edits.Insert(end, Lines(block, end, IndentOfFields(block), separator, fields, onOneLine));
        }
    }

    /// <summary>Both brackets stand on the same line.</summary>
    public bool IsOneLine(MessageSyntax block)
        => !SourceLayout.HasLineBreak(layout.Slice(block.Open.Span.Start, block.Close.Span.Start));

    /// <summary>The style of a message's brackets and indentation, and of the line breaks at an offset.</summary>
    public NewFieldText Style(MessageSyntax block, int offset) => block.Open.Kind == TokenKind.LeftAngle
        ? new NewFieldText("<", ">", layout.NewLine(offset), IndentUnit(block))
        : new NewFieldText("{", "}", layout.NewLine(offset), IndentUnit(block));

    private void InsertLast(MessageSyntax block, IReadOnlyList<NewField> fields, bool onOneLine)
    {
        if (!IsFile(block) && IsOneLine(block))
        {
            InsertIntoLine(block, fields);
        }
        else
        {
            InsertLines(block, fields, onOneLine);
        }
    }

    private void InsertIntoLine(MessageSyntax block, IReadOnlyList<NewField> fields)
    {
        TextSpan inside = TextSpan.FromBounds(block.Open.Span.End, block.Close.Span.Start);
        NewFieldText style = Style(block, block.Close.Span.End);
        if (block.Fields.Count > 0)
        {
            string separator = TakeSeparator(block);
            string body = string.Join(separator + " ", fields.Select(style.OnOneLine));
            FieldSyntax last = block.Fields[block.Fields.Count - 1];
            edits.Insert(last.FullSpan.End, " " + body + (last.Separator is null ? string.Empty : separator));
        }
        else if (layout.EndOfBlankRest(block.Close.Span.End) >= 0)
        {
            // An empty message alone on its line opens up.
            string indent = layout.Indentation(block.Open.Span.Start);
            edits.Replace(inside, style.Lines(fields, indent + layout.IndentUnit, string.Empty) + style.NewLine + indent);
        }
        else
        {
            edits.Replace(inside, " " + string.Join(" ", fields.Select(style.OnOneLine)) + " ");
        }
    }

    private void InsertLines(MessageSyntax block, IReadOnlyList<NewField> fields, bool onOneLine)
    {
        if (IsFile(block) && block.Fields.Count == 0)
        {
            int fileEnd = layout.Text.Length;
            string lineBreak = layout.NewLine(fileEnd);
            string text = Lines(block, fileEnd, string.Empty, string.Empty, fields, onOneLine) + lineBreak;
            bool startsLine = layout.StartsLine(fileEnd) && !layout.IsInComment(fileEnd);
            edits.Insert(fileEnd, startsLine ? text.Substring(lineBreak.Length) : text);
            return;
        }

        int after = block.Fields.Count > 0 ? block.Fields[block.Fields.Count - 1].FullSpan.End : layout.EndOfLastComment(block);
        int rest = layout.EndOfBlankRest(after);
        int end = rest < 0 ? after : rest;
        edits.Insert(end, Lines(block, end, IndentOfFields(block), TakeSeparator(block), fields, onOneLine));
    }

    /// <param name="onOneLine">Messages don't spread over lines.</param>
    private string Lines(MessageSyntax block, int offset, string indent, string separator, IReadOnlyList<NewField> fields, bool onOneLine)
    {
        NewFieldText style = Style(block, offset);
        return onOneLine
            ? string.Concat(fields.Select(field => style.NewLine + indent + style.OnOneLine(field) + separator))
            : style.Lines(fields, indent, separator);
    }

    private bool IsFile(MessageSyntax block) => ReferenceEquals(block, layout.Document.Root);

    private string IndentOfFields(MessageSyntax block)
    {
        FieldSyntax? example = block.Fields.LastOrDefault(field => layout.StartsLine(field.Name.Span.Start));
        return example is not null ? layout.Indentation(example.Name.Span.Start)
            : IsFile(block) ? string.Empty
            : layout.Indentation(block.Open.Span.Start) + layout.IndentUnit;
    }

    /// <summary>By how much the message's own fields stand further right than it; where they don't show it, the file's.</summary>
    private string IndentUnit(MessageSyntax block)
    {
        string outer = layout.Indentation(block.Open.Span.Start);
        string inner = IndentOfFields(block);
        bool showsUnit = !IsFile(block) && inner.Length > outer.Length && inner.StartsWith(outer, System.StringComparison.Ordinal);
        return showsUnit ? inner.Substring(outer.Length) : layout.IndentUnit;
    }

    /// <summary>The separator of the fields of a message; where only its last one has none, that one gets it too.</summary>
    private string TakeSeparator(MessageSyntax block)
    {
        if (block.Fields.Count == 0)
        {
            return string.Empty;
        }

        FieldSyntax last = block.Fields[block.Fields.Count - 1];
        if (last.Separator is { } own)
        {
            return layout.Document.Source.Slice(own.Span);
        }

        if (block.Fields.Count > 1 && block.Fields[block.Fields.Count - 2].Separator is { } separator)
        {
            string text = layout.Document.Source.Slice(separator.Span);
            edits.Insert(last.Value.Span.End, text);
            return text;
        }

        return string.Empty;
    }
}
