using System.Linq;
using AnchorFit.Anchors;

namespace AnchorFit.Run;

/// <summary>What advice can follow from the places of the boxes and from the anchors that the result draws.</summary>
internal static class DrawnFacts
{
    private const int MostFiles = 3;

    /// <summary>Adds these facts, as far as they are known.</summary>
    /// <param name="facts">The others.</param>
    /// <param name="placed">The boxes that have a place.</param>
    /// <param name="score">How the result's anchors serve them; null where that isn't known.</param>
    /// <param name="scheme">The result's anchors; null where they aren't known.</param>
    /// <remarks>Two passes over the boxes at most; another for an advice that names files.</remarks>
    public static AdviceFacts AddTo(AdviceFacts facts, PlacedPopulation placed, DrawnScore? score, AnchorScheme? scheme)
    {
        float[] ratios = [.. facts.Anchors.Quality.Coverage.Anchors.Select(anchor => anchor.AspectRatio)];
        return facts with
        {
            FinestLayerShare = score is null ? null : score.Grids.Where(grid => grid.Key == 0).Sum(grid => grid.Score.BoxCount) / score.Whole.BoxCount,
            SmallBoxes = scheme is null ? null : SmallBoxes.Measure(placed.Boxes, scheme.Draw),
            FindServed = index => ServedBoxes.Find(placed.Boxes, placed.Files, ratios, index, MostFiles),
        };
    }
}
