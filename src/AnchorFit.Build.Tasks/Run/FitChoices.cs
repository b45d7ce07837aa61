using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Fitting;
using AnchorFit.Protos;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>
/// What each objective draws with as many aspect ratios as were fitted: those of shapes exactly, those of drawn anchors by a
/// search so short that a fit grows by some tenths of a second (Faster R-CNN's by one), and scored on all boxes.
/// </summary>
/// <param name="scope">The base config's model.</param>
/// <param name="settings">What was asked for.</param>
/// <param name="scoring">Scores generators.</param>
/// <param name="fit">The ratios of an objective of shapes, of the number that was fitted; null where the boxes have fewer.</param>
internal sealed class FitChoices(FitScope.Anchors scope, FitSettings settings, DrawnScoring scoring, Func<FitObjective, IReadOnlyList<float>?> fit)
{
    private const int SearchedBoxes = 256;
    private const int SearchBudget = 250;

    /// <summary>The base config, the three objectives, and the last with scales; none where there are too many boxes.</summary>
    /// <param name="placed">The boxes.</param>
    /// <param name="count">How many ratios were fitted.</param>
    /// <param name="drawn">What was fitted, and what was before.</param>
    /// <param name="cancellation">Leaves the work to itself.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IReadOnlyList<FitChoice> Compare(
        PlacedBoxes placed, int count, DrawnFigures drawn, CancellationToken cancellation)
    {
        if (placed.Count > DrawnCurve.UnaskedLimit)
        {
            return [];
        }

        PlacedBoxes sample = BoxSample.All(placed).Reduce(SearchedBoxes).ToPlacedBoxes();
        return
        [
            new FitChoice(null, WithScales: false, scope.Generator.AspectRatios.Count, drawn with { After = drawn.Before, PositivesAfter = drawn.PositivesBefore }),
            .. new[] { (FitObjective.KMeans, false), (FitObjective.MeanIoU, false), (FitObjective.DrawnAnchors, false), (FitObjective.DrawnAnchors, true) }
                .Select(choice => Of(choice.Item1, choice.Item2))
                .OfType<FitChoice>(),
        ];

        FitChoice? Of(FitObjective objective, bool withScales)
        {
            KeyValuePair<string, string>[] properties =
            [
                new("AnchorFitObjective", objective.ToString()),
                .. withScales ? [new KeyValuePair<string, string>("AnchorFitScales", "true")] : Array.Empty<KeyValuePair<string, string>>(),
                new("AnchorFitAspectRatioCount", count.ToString(CultureInfo.InvariantCulture)),
            ];
            if (objective == settings.Objective && withScales == (settings.Search.Scales && objective == FitObjective.DrawnAnchors))
            {
                return new FitChoice(objective, withScales, count, drawn) { IsInUse = true, Settings = properties };
            }

            bool isEstimate = objective == FitObjective.DrawnAnchors;
            AnchorGenerator? generator = isEstimate ? Search(sample, withScales, count, cancellation) : Draw(objective);
            return generator is null || scoring.Compare(generator, cancellation) is not { } figures
                ? null
                : new FitChoice(objective, withScales, count, figures) { IsEstimate = isEstimate, Settings = properties };
        }
    }

    private AnchorGenerator? Draw(FitObjective objective) => fit(objective) is { } ratios ? scope.Demanded(settings.Search).MessageWith(ratios) : null;

    private AnchorGenerator? Search(PlacedBoxes sample, bool withScales, int count, CancellationToken cancellation)
    {
        SearchSettings search = settings.Search with { Scales = withScales, AspectRatioCount = count, Budget = SearchBudget };
        return AnchorSearch.Run(sample, scope.Drawn!, scope.Generator.Message, search, cancellation) is AnchorSearchResult.Found found ? found.Generator : null;
    }
}
