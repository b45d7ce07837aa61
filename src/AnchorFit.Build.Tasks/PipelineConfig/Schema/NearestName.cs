using System;
using System.Collections.Generic;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// Finds the known name that a misspelt one was probably meant to be: the smallest number of letters changed, put in,
/// left out or swapped with a neighbour (optimal string alignment), upper and lower case and underscores aside. A digit
/// in the place of another is half a change: <c>RELU_7</c> is rather <c>RELU_6</c> than <c>RELU</c>.
/// </summary>
internal static class NearestName
{
    private const int Change = 2;
    private const int ChangedDigit = 1;

    /// <summary>The nearest name, the first of equals; null when none differs in at most a third of its letters.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        string? best = null;
        int bestDistance = int.MaxValue;
        string wanted = Normalize(name);
        foreach (string candidate in known)
        {
            string other = Normalize(candidate);
            int limit = Math.Max(1, Math.Max(wanted.Length, other.Length) / 3);
            if (Math.Abs(other.Length - wanted.Length) > limit)
            {
                continue;
            }

            int distance = Distance(wanted, other);
            if (distance <= limit * Change && distance < bestDistance)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    private static string Normalize(string name) => name.ToLowerInvariant().Replace("_", string.Empty);

    private static int Distance(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1];
        int[] last = new int[b.Length + 1];
        int[] current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j * Change;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i * Change;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = last[j - 1] + Substitution(a[i - 1], b[j - 1]);
                current[j] = Math.Min(changed, Math.Min(last[j], current[j - 1]) + Change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + Change);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }

    private static int Substitution(char a, char b) => a == b ? 0 : IsDigit(a) && IsDigit(b) ? ChangedDigit : Change;

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
