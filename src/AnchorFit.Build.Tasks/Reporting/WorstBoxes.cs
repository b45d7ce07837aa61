using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Anchors;
using AnchorFit.Fitting;

namespace AnchorFit.Reporting;

/// <summary>Finds the boxes that anchors serve worst.</summary>
internal static class WorstBoxes
{
    /// <summary>The indexes of the boxes with the least IoU, the worst first; of equal ones the earlier.</summary>
    /// <param name="matches">Each box's best anchor.</param>
    /// <param name="count">How many to find at most.</param>
    /// <remarks>O(n) but for the few that are kept.</remarks>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static IReadOnlyList<int> Find(BestMatches matches, int count)
    {
        List<int> worst = new(count + 1);
        for (int i = 0; i < matches.IoU.Length; i++)
        {
            double overlap = matches.IoU[i];
            if (worst.Count == count && !(overlap < matches.IoU[worst[count - 1]]))
            {
                continue;
            }

            int at = worst.Count;
            while (at > 0 && overlap < matches.IoU[worst[at - 1]])
            {
                at--;
            }

            worst.Insert(at, i);
            if (worst.Count > count)
            {
                worst.RemoveAt(count);
            }
        }

        return worst;
    }
}
