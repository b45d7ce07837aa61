using System.Threading;
using AnchorFit.Anchors;
using AnchorFit.Annotations;
using AnchorFit.Protos;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>Scores the anchors that the base config and the result draw, on the same boxes.</summary>
internal static class DrawnScoring
{
    /// <summary>The figures; null, with the reason as a clause, where they can't be known.</summary>
    /// <param name="scope">The base config's model.</param>
    /// <param name="boxes">The boxes that were fitted.</param>
    /// <param name="fitted">The result's model.</param>
    /// <param name="cancellation">Leaves the work to itself.</param>
    /// <exception cref="System.OperationCanceledException">Cancelled.</exception>
    public static (DrawnFigures? Figures, string? WhyNot) Measure(
        FitScope.Anchors scope, BoxPopulation boxes, DetectionModel fitted, CancellationToken cancellation)
    {
        if (scope.Drawn is not { } before)
        {
            return (null, scope.WhyNotDrawn);
        }

        if (scope.DrawnBy(fitted, out string? whyNot) is not { } after)
        {
            return (null, whyNot);
        }

        PlacedBoxes placed = boxes.Placed.Boxes;
        return placed.Count == 0
            ? (null, "of every box only the shape is known, not its place in an image of known size")
            : (new DrawnFigures
            {
                Before = Abandonable.Run(() => DrawnScore.Measure(placed, before), cancellation),
                After = Abandonable.Run(() => DrawnScore.Measure(placed, after), cancellation),
                MatchedThreshold = before.Match.MatchedThreshold,
                ClassNames = boxes.Classes.Numbered,
            },
            null);
    }
}
