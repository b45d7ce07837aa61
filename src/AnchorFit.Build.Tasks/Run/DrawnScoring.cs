using System.Threading;
using System.Threading.Tasks;
using AnchorFit.Anchors;
using AnchorFit.Annotations;
using AnchorFit.Geometry;
using AnchorFit.Protos;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>
/// Scores the anchors that the base config and the result draw, on the same boxes. Those of the base config need not wait
/// for the fit, and are scored beside it.
/// </summary>
internal sealed class DrawnScoring
{
    private readonly FitScope.Anchors _scope;
    private readonly BoxPopulation _boxes;
    private readonly Task<DrawnScore>? _before;

    /// <summary>Begins to score the base config.</summary>
    /// <param name="scope">The base config's model.</param>
    /// <param name="boxes">The boxes that are fitted.</param>
    public DrawnScoring(FitScope.Anchors scope, BoxPopulation boxes)
    {
        _scope = scope;
        _boxes = boxes;
        PlacedBoxes placed = boxes.Placed.Boxes;
        _before = scope.Drawn is { } drawn && placed.Count > 0 ? Task.Run(() => DrawnScore.Measure(placed, drawn)) : null;
    }

    /// <summary>Has the code ready that scores; the first score of a process takes longer than the score of most data sets.</summary>
    public static void WarmUp(AnchorScheme scheme)
    {
        var boxes = new PlacedBoxes();
        boxes.Add(new PlacedBox(new PixelBox(1, 1, 9, 9), Weight: 1, boxes.IndexOf(new ImageSize(320, 320)), Class: 0, File: 0, Line: 0));
        DrawnScore.Measure(boxes, scheme);
    }

    /// <summary>The figures; null, with the reason as a clause, where they can't be known.</summary>
    /// <param name="fitted">The result's model.</param>
    /// <param name="cancellation">Leaves the work to itself.</param>
    /// <exception cref="System.OperationCanceledException">Cancelled.</exception>
    public (DrawnFigures? Figures, string? WhyNot) Finish(DetectionModel fitted, CancellationToken cancellation)
    {
        if (_scope.Drawn is not { } before)
        {
            return (null, _scope.WhyNotDrawn);
        }

        if (_scope.DrawnBy(fitted, out string? whyNot) is not { } after)
        {
            return (null, whyNot);
        }

        return _before is null
            ? (null, "of every box only the shape is known, not its place in an image of known size")
            : (new DrawnFigures
            {
                Before = Abandonable.Run(() => _before.GetAwaiter().GetResult(), cancellation),
                After = Abandonable.Run(() => DrawnScore.Measure(_boxes.Placed.Boxes, after), cancellation),
                MatchedThreshold = before.Match.MatchedThreshold,
                ClassNames = _boxes.Classes.Numbered,
            },
            null);
    }
}
