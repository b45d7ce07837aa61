using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>
/// Gives a repeated field that is written as entries, <c>name: a</c> <c>name: b</c>, other values in its own style:
/// entries keep their places, further ones follow the last, on lines of their own or on its line as it stands, with
/// its spacing and separators; superfluous ones go from the end.
/// </summary>
internal static class RepeatedEntries
{
    /// <param name="entries">The entries of one message, at least one, none of them a list.</param>
    public static void Set(SourceLayout layout, EditBuilder edits, IReadOnlyList<FieldSyntax> entries, IReadOnlyList<string> values)
    {
        int count = entries.Count;
        for (int i = 0; i < count && i < values.Count; i++)
        {
            edits.SetValue(entries[i].Value, values[i]);
        }

        for (int i = values.Count; i < count; i++)
        {
            edits.Remove(entries[i].FullSpan);
        }

        if (values.Count > count)
        {
            Append(layout, edits, entries, values.Skip(count).ToArray());
        }
        else if (values.Count > 0 && values.Count < count && entries[count - 1].Separator is null
            && entries[values.Count - 1].Separator is { } separator)
        {
            edits.Remove(separator.Span);
        }
    }

    private static void Append(SourceLayout layout, EditBuilder edits, IReadOnlyList<FieldSyntax> entries, string[] values)
    {
        FieldSyntax last = entries[entries.Count - 1];
        string lastTail = Tail(layout, last);
        string tail = entries.Count > 1 ? Tail(layout, entries[entries.Count - 2]) : lastTail;
        tail = tail.Length == 0 ? lastTail : tail;
        if (lastTail.Length == 0 && tail.Length > 0)
        {
            edits.Insert(last.Value.Span.End, tail);
        }

        int rest = layout.EndOfBlankRest(last.FullSpan.End);
        int end = rest < 0 || !StandsAlone(layout, last) ? last.FullSpan.End : rest;
        string gap = StandsAlone(layout, last)
            ? layout.NewLine(end) + layout.Indentation(last.Name.Span.Start)
            : SameLineGap(layout, entries);
        string head = Head(layout, last);
        edits.Insert(end, string.Join(tail, values.Select(value => gap + head + value)) + lastTail);
    }

    /// <summary>The entry begins its line, and no other field stands behind it on the line.</summary>
    private static bool StandsAlone(SourceLayout layout, FieldSyntax entry)
    {
        if (!layout.StartsLine(entry.Name.Span.Start))
        {
            return false;
        }

        int next = layout.SkipSpaces(entry.FullSpan.End);
        return layout.EndOfBlankRest(next) >= 0 || layout.Text[next] is '}' or '>';
    }

    private static string SameLineGap(SourceLayout layout, IReadOnlyList<FieldSyntax> entries)
    {
        if (entries.Count > 1)
        {
            string gap = layout.Slice(entries[entries.Count - 2].FullSpan.End, entries[entries.Count - 1].Name.Span.Start);
            if (gap.Length > 0 && string.IsNullOrWhiteSpace(gap) && !SourceLayout.HasLineBreak(gap))
            {
                return gap;
            }
        }

        return " ";
    }

    /// <summary>Name, colon and the space around it.</summary>
    private static string Head(SourceLayout layout, FieldSyntax entry)
    {
        string head = layout.Slice(entry.Name.Span.Start, entry.Value.Span.Start);
        return SourceLayout.HasLineBreak(head) ? entry.Name.Text + ": " : head;
    }

    /// <summary>The separator with the space before it; empty without one.</summary>
    private static string Tail(SourceLayout layout, FieldSyntax entry)
    {
        string tail = layout.Slice(entry.Value.Span.End, entry.FullSpan.End);
        return SourceLayout.HasLineBreak(tail) ? tail.Substring(tail.Length - 1) : tail;
    }
}
