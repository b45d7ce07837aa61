using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>
/// Puts a new field, with the messages around it that don't exist either, behind the last field of a message, in
/// the file's indentation, line breaks, brackets and separators.
/// </summary>
internal sealed class FieldInsertion(SourceLayout layout, EditBuilder edits)
{
    /// <param name="block">The message, or the file.</param>
    /// <param name="parents">Messages to create in it, outermost first.</param>
    /// <param name="fields">The texts of the new fields in the innermost.</param>
    public void Insert(MessageSyntax block, IReadOnlyList<string> parents, IReadOnlyList<string> fields)
    {
        bool isFile = ReferenceEquals(block, layout.Document.Root);
        if (!isFile && IsOneLine(block))
        {
            InsertIntoLine(block, parents, fields);
        }
        else
        {
            InsertLines(block, isFile, parents, fields);
        }
    }

    /// <summary>Both brackets stand on the same line.</summary>
    public bool IsOneLine(MessageSyntax block)
        => !SourceLayout.HasLineBreak(layout.Slice(block.Open.Span.Start, block.Close.Span.Start));

    private void InsertIntoLine(MessageSyntax block, IReadOnlyList<string> parents, IReadOnlyList<string> fields)
    {
        TextSpan inside = TextSpan.FromBounds(block.Open.Span.End, block.Close.Span.Start);
        (string open, string close) = Brackets(block);
        string opening = string.Concat(parents.Select(name => $"{name} {open} "));
        string closing = string.Concat(parents.Select(_ => $" {close}"));
        if (block.Fields.Count > 0)
        {
            string separator = TakeSeparator(block);
            string body = parents.Count == 0
                ? string.Join(separator + " ", fields)
                : opening + string.Join(" ", fields) + closing;
            FieldSyntax last = block.Fields[block.Fields.Count - 1];
            edits.Insert(last.FullSpan.End, " " + body + (last.Separator is null ? string.Empty : separator));
        }
        else if (layout.EndOfBlankRest(block.Close.Span.End) >= 0)
        {
            // An empty message alone on its line opens up.
            string indent = layout.Indentation(block.Open.Span.Start);
            string newLine = layout.NewLine(block.Close.Span.End);
            string lines = Lines(block, newLine, indent + layout.IndentUnit, string.Empty, parents, fields);
            edits.Replace(inside, lines + newLine + indent);
        }
        else
        {
            edits.Replace(inside, " " + opening + string.Join(" ", fields) + closing + " ");
        }
    }

    private void InsertLines(MessageSyntax block, bool isFile, IReadOnlyList<string> parents, IReadOnlyList<string> fields)
    {
        if (isFile && block.Fields.Count == 0)
        {
            int fileEnd = layout.Text.Length;
            string lineBreak = layout.NewLine(fileEnd);
            string text = Lines(block, lineBreak, string.Empty, string.Empty, parents, fields) + lineBreak;
            bool startsLine = layout.StartsLine(fileEnd) && !layout.IsInComment(fileEnd);
            edits.Insert(fileEnd, startsLine ? text.Substring(lineBreak.Length) : text);
            return;
        }

        int after = block.Fields.Count > 0 ? block.Fields[block.Fields.Count - 1].FullSpan.End : block.Open.Span.End;
        int rest = layout.EndOfBlankRest(after);
        int end = rest < 0 ? after : rest;
        edits.Insert(end, Lines(block, layout.NewLine(end), IndentOfFields(block, isFile), TakeSeparator(block), parents, fields));
    }

    /// <summary>Each line with its line break before it.</summary>
    private string Lines(
        MessageSyntax block,
        string newLine,
        string indent,
        string separator,
        IReadOnlyList<string> parents,
        IReadOnlyList<string> fields)
    {
        (string open, string close) = Brackets(block);
        string start = newLine + indent;
        if (parents.Count == 0)
        {
            return string.Concat(fields.Select(field => start + field + separator));
        }

        string inner = Lines(block, newLine, indent + layout.IndentUnit, separator, parents.Skip(1).ToArray(), fields);
        return $"{start}{parents[0]} {open}{inner}{start}{close}{separator}";
    }

    private string IndentOfFields(MessageSyntax block, bool isFile)
    {
        FieldSyntax? example = block.Fields.LastOrDefault(field => layout.StartsLine(field.Name.Span.Start));
        return example is not null ? layout.Indentation(example.Name.Span.Start)
            : isFile ? string.Empty
            : layout.Indentation(block.Open.Span.Start) + layout.IndentUnit;
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

    private static (string Open, string Close) Brackets(MessageSyntax block)
        => block.Open.Kind == TokenKind.LeftAngle ? ("<", ">") : ("{", "}");
}
