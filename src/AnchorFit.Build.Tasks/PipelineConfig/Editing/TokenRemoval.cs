using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>
/// Takes fields or list items out of a text so that what stays looks as if they had never been there. Tokens go,
/// comments stay: a comment behind a removed field keeps a line of its own, with the field's indentation. A line
/// on which nothing is left goes with its line break; within a line the spaces on one side go.
/// </summary>
internal static class TokenRemoval
{
    /// <summary>The edits that remove some ranges. They don't overlap; order as in the text.</summary>
    /// <param name="ranges">Every token of them goes, but no comment.</param>
    /// <param name="wholes">All of them goes; each begins and ends with a token.</param>
    public static IEnumerable<TextEdit> Edits(SourceLayout layout, IEnumerable<TextSpan> ranges, IEnumerable<TextSpan> wholes)
    {
        TextSpan[] tokens = [.. FindTokens(layout, [.. ranges.OrderBy(range => range.Start)])];
        return Join(layout, tokens.Concat(wholes).OrderBy(span => span.Start)).Select(run => RemoveRun(layout, run));
    }

    private static IEnumerable<TextSpan> FindTokens(SourceLayout layout, TextSpan[] ranges)
    {
        int range = 0;
        foreach (Token token in layout.Document.Tokens)
        {
            while (range < ranges.Length && ranges[range].End <= token.Span.Start)
            {
                range++;
            }

            if (range == ranges.Length)
            {
                break;
            }

            if (!token.IsTrivia && token.Span.Start >= ranges[range].Start)
            {
                yield return token.Span;
            }
        }
    }

    /// <summary>What is removed on one line with nothing but spaces between, as one.</summary>
    private static List<TextSpan> Join(SourceLayout layout, IEnumerable<TextSpan> removed)
    {
        List<TextSpan> runs = [];
        foreach (TextSpan span in removed)
        {
            int last = runs.Count - 1;
            if (last >= 0 && layout.SkipSpaces(runs[last].End) >= span.Start)
            {
                runs[last] = TextSpan.FromBounds(runs[last].Start, System.Math.Max(span.End, runs[last].End));
            }
            else
            {
                runs.Add(span);
            }
        }

        return runs;
    }

    private static TextEdit RemoveRun(SourceLayout layout, TextSpan run)
    {
        string text = layout.Text;
        int left = layout.SkipSpacesBack(run.Start);
        int right = layout.SkipSpaces(run.End);
        bool isFirst = layout.StartsLine(run.Start);
        bool isLast = right == text.Length || SourceLayout.IsLineBreak(text[right]);
        if (isFirst && isLast)
        {
            return Delete(left, EndWithLineBreak(text, right));
        }

        if (isFirst)
        {
            return Delete(run.Start, right);
        }

        bool beginsWithSeparator = text[run.Start] is ',' or ';';
        bool canJoinRight = run.End < right || isLast || text[right] is '}' or '>' or ']';
        if (isLast || beginsWithSeparator || (left < run.Start && canJoinRight))
        {
            return Delete(left, run.End);
        }

        bool wouldTouch = left == run.Start && IsWordCharacter(text[left - 1]) && IsWordCharacter(text[right]);
        return Delete(run.Start, left == run.Start && !wouldTouch ? right : run.End);
    }

    private static TextEdit Delete(int start, int end) => new(start, end - start, string.Empty);

    private static int EndWithLineBreak(string text, int at)
    {
        if (at < text.Length)
        {
            bool isPair = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
            at += isPair ? 2 : 1;
        }

        return at;
    }

    private static bool IsWordCharacter(char c)
        => TextFormatCharacters.IsLetter(c) || TextFormatCharacters.IsDigit(c) || c == '.';
}
