using System;
using System.Collections.Generic;

namespace AnchorFit.PipelineConfig.Comparison;

/// <summary>
/// Which lines of a text were removed and added to make another: a longest common subsequence of lines, between the
/// lines that both begin and end with.
/// </summary>
internal static class LineDiff
{
    /// <summary>Where the table of the search would have more cells, the middle counts as replaced as a whole.</summary>
    private const int MaxCells = 1 << 20;

    /// <summary>Every line of both texts, once where they share it: of a place that differs first the removed lines.</summary>
    /// <remarks>O(n·m) time and space for n and m lines in the differing middle, bounded.</remarks>
    public static IReadOnlyList<DiffLine> Compare(string before, string after)
    {
        string[] old = before.Split('\n');
        string[] now = after.Split('\n');
        int head = 0;
        while (head < Math.Min(old.Length, now.Length) && old[head] == now[head])
        {
            head++;
        }

        int tail = 0;
        while (tail < Math.Min(old.Length, now.Length) - head && old[old.Length - 1 - tail] == now[now.Length - 1 - tail])
        {
            tail++;
        }

        List<DiffLine> lines = [];
        AddShared(lines, old, 0, head);
        AddMiddle(lines, new ArraySegment<string>(old, head, old.Length - head - tail), new ArraySegment<string>(now, head, now.Length - head - tail));
        AddShared(lines, old, old.Length - tail, old.Length);
        return lines;
    }

    private static void AddShared(List<DiffLine> lines, string[] text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            lines.Add(new DiffLine(' ', text[i]));
        }
    }

    private static void AddMiddle(List<DiffLine> lines, IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        int[,]? shared = (long)old.Count * now.Count > MaxCells ? null : CountShared(old, now);
        (int i, int j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            if (shared is not null && i < old.Count && j < now.Count && old[i] == now[j])
            {
                lines.Add(new DiffLine(' ', old[i++]));
                j++;
            }
            else if (i < old.Count && (j == now.Count || shared is null || shared[i + 1, j] >= shared[i, j + 1]))
            {
                lines.Add(new DiffLine('-', old[i++]));
            }
            else
            {
                lines.Add(new DiffLine('+', now[j++]));
            }
        }
    }

    /// <summary>At [i, j] how many lines the rests from i and from j can share, in order.</summary>
    private static int[,] CountShared(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var shared = new int[old.Count + 1, now.Count + 1];
        for (int i = old.Count - 1; i >= 0; i--)
        {
            for (int j = now.Count - 1; j >= 0; j--)
            {
                shared[i, j] = old[i] == now[j] ? shared[i + 1, j + 1] + 1 : Math.Max(shared[i + 1, j], shared[i, j + 1]);
            }
        }

        return shared;
    }
}
