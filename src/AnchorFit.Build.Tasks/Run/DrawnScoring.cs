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
    private readonly Task<(DrawnScore Score, PositiveAnchors? Positives)>? _before;

    /// <summary>Begins to score the base config.</summary>
    /// <param name="scope">The base config's model.</param>
    /// <param name="boxes">The boxes that are fitted.</param>
    public DrawnScoring(FitScope.Anchors scope, BoxPopulation boxes)
    {
        _scope = scope;
        _boxes = boxes;
        PlacedBoxes placed = boxes.Placed.Boxes;
        _before = scope.Drawn is { } drawn && placed.Count > 0 ? Task.Run(() => (DrawnScore.Measure(placed, drawn), PositiveAnchors.Measure(placed, drawn))) : null;
    }

    /// <summary>How many boxes can be compared with drawn anchors; 0 where these aren't known.</summary>
    public int BoxCount => _before is null ? 0 : _boxes.Placed.Boxes.Count;

    /// <summary>The anchors of a generator in the base config's place, compared with the base config's; null where they can't be known.</summary>
    /// <param name="generator">Of the base config's kind.</param>
    /// <param name="cancellation">Leaves the work to itself.</param>
    /// <exception cref="System.OperationCanceledException">Cancelled.</exception>
    public DrawnFigures? Compare(AnchorGenerator generator, CancellationToken cancellation) =>
        _before is null ? null : Figures(Before(cancellation), (Abandonable.Run(() => DrawnScore.Measure(_boxes.Placed.Boxes, _scope.Drawn!.With(generator)), cancellation), null));

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
        if (_scope.Drawn is null)
        {
            return (null, _scope.WhyNotDrawn);
        }

        if (_scope.DrawnBy(fitted, out string? whyNot) is not { } after)
        {
            return (null, whyNot);
        }

        return _before is null
            ? (null, "of every box only the shape is known, not its place in an image of known size")
            : (Figures(
                Before(cancellation),
                Abandonable.Run(() => (DrawnScore.Measure(_boxes.Placed.Boxes, after), PositiveAnchors.Measure(_boxes.Placed.Boxes, after)), cancellation)), null);
    }

    private (DrawnScore Score, PositiveAnchors? Positives) Before(CancellationToken cancellation) =>
        Abandonable.Run(() => _before!.GetAwaiter().GetResult(), cancellation);

    private DrawnFigures Figures((DrawnScore Score, PositiveAnchors? Positives) before, (DrawnScore Score, PositiveAnchors? Positives) after) => new()
    {
        Before = before.Score,
        After = after.Score,
        PositivesBefore = before.Positives,
        PositivesAfter = after.Positives,
        MatchedThreshold = _scope.Drawn!.Match.MatchedThreshold,
        ClassNames = _boxes.Classes.Numbered,
    };
}
