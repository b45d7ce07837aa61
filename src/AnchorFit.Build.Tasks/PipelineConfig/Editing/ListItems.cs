using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>
/// Gives a list <c>[a, b]</c> other items in its own style: items keep their places, further ones follow the last
/// with the separator that stands before it, superfluous ones go from the end. A list of several lines stays one.
/// </summary>
internal static class ListItems
{
    public static void Set(SourceLayout layout, EditBuilder edits, ListSyntax list, IReadOnlyList<string> values)
    {
        int count = list.Items.Count;
        for (int i = 0; i < count && i < values.Count; i++)
        {
            edits.SetValue(list.Items[i], values[i]);
        }

        if (values.Count < count)
        {
            int start = values.Count == 0 ? list.Items[0].Span.Start : list.Items[values.Count - 1].Span.End;
            edits.Remove(TextSpan.FromBounds(start, list.Items[count - 1].Span.End));
        }
        else if (count == 0 && values.Count > 0)
        {
            string inside = layout.Slice(list.Open.Span.End, list.Close.Span.Start);
            bool isPadding = string.IsNullOrWhiteSpace(inside) && !SourceLayout.HasLineBreak(inside);
            edits.Insert(list.Open.Span.End, (isPadding ? inside : string.Empty) + string.Join(", ", values));
        }
        else if (values.Count > count)
        {
            Append(layout, edits, list, values.Skip(count).ToArray());
        }
    }

    private static void Append(SourceLayout layout, EditBuilder edits, ListSyntax list, string[] values)
    {
        TextSpan last = list.Items[list.Items.Count - 1].Span;
        int gapStart = list.Items.Count > 1 ? list.Items[list.Items.Count - 2].Span.End : list.Open.Span.End;
        string gap = layout.Slice(gapStart, last.Start);
        if (!SourceLayout.HasLineBreak(gap))
        {
            string separator = list.Items.Count > 1 ? gap : ", ";
            edits.Insert(last.End, string.Concat(values.Select(value => separator + value)));
            return;
        }

        int rest = layout.EndOfBlankRest(last.End);
        int end = rest < 0 ? last.End : rest;
        string lineStart = layout.NewLine(end) + layout.Indentation(last.Start);
        if (layout.StartsLine(last.Start))
        {
            edits.Insert(last.End, ",");
            edits.Insert(end, lineStart + string.Join("," + lineStart, values));
        }
        else
        {
            // Between the line break and the item stands only the comma: it leads the line.
            string comma = layout.Slice(layout.SkipSpacesBack(last.Start) - 1, last.Start);
            edits.Insert(end, string.Concat(values.Select(value => lineStart + comma + value)));
        }
    }
}
