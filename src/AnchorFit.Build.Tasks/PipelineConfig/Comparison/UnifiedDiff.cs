using System;
using System.Collections.Generic;
using System.Globalization;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Comparison;

/// <summary>A comparison of lines for people, in the unified form of diff: what differs with two lines around it.</summary>
internal sealed class UnifiedDiff
{
    private const int Context = 2;
    private const int MaxLines = 40;
    private const int MaxLineLength = 160;

    private readonly IReadOnlyList<DiffLine> _lines;
    private readonly List<string> _text = [];
    private int _shown;

    private UnifiedDiff(IReadOnlyList<DiffLine> lines) => _lines = lines;

    /// <summary>
    /// At most 40 lines and one that says how many are left out. Each begins with a mark of its own and has no control
    /// characters, whatever the texts hold.
    /// </summary>
    public static IReadOnlyList<string> Write(IReadOnlyList<DiffLine> lines)
    {
        var diff = new UnifiedDiff(lines);
        diff.WriteHunks();
        return diff._text;
    }

    private void WriteHunks()
    {
        (int oldLine, int newLine, int changes) = (1, 1, 0);
        int next = 0;
        while (next < _lines.Count)
        {
            int end = HunkEnd(next);
            if (end > next && _text.Count < MaxLines)
            {
                WriteHunk(next, end, oldLine, newLine);
            }

            int stop = Math.Max(end, next + 1);
            for (; next < stop; next++)
            {
                oldLine += _lines[next].Mark == '+' ? 0 : 1;
                newLine += _lines[next].Mark == '-' ? 0 : 1;
                changes += _lines[next].IsShared ? 0 : 1;
            }
        }

        int hidden = changes - _shown;
        if (hidden > 0)
        {
            _text.Add(string.Format(CultureInfo.InvariantCulture, "... and {0} more lines that differ", hidden));
        }
    }

    /// <summary>The end of the hunk that begins at a line; the line itself where none does.</summary>
    private int HunkEnd(int start)
    {
        int lastChange = NextChange(start, start + Context);
        if (lastChange < 0)
        {
            return start;
        }

        for (int change = lastChange; change >= 0; change = NextChange(lastChange + 1, lastChange + (2 * Context) + 1))
        {
            lastChange = change;
        }

        return Math.Min(_lines.Count, lastChange + Context + 1);
    }

    private int NextChange(int from, int to)
    {
        for (int i = from; i <= Math.Min(to, _lines.Count - 1); i++)
        {
            if (!_lines[i].IsShared)
            {
                return i;
            }
        }

        return -1;
    }

    private void WriteHunk(int start, int end, int oldLine, int newLine)
    {
        (int oldCount, int newCount) = (0, 0);
        for (int i = start; i < end; i++)
        {
            oldCount += _lines[i].Mark == '+' ? 0 : 1;
            newCount += _lines[i].Mark == '-' ? 0 : 1;
        }

        _text.Add(string.Format(CultureInfo.InvariantCulture, "@@ -{0},{1} +{2},{3} @@", oldLine, oldCount, newLine, newCount));
        for (int i = start; i < end && _text.Count < MaxLines; i++)
        {
            _text.Add(_lines[i].Mark + DisplayText.Clean(_lines[i].Text, MaxLineLength));
            _shown += _lines[i].IsShared ? 0 : 1;
        }
    }
}
