using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Protos;

namespace AnchorFit.Anchors.Search;

/// <summary><c>multiscale_anchor_generator</c>: ratios that all levels share, one scale for all levels, and how many a level has between it and the next.</summary>
internal sealed class MultiscaleSpace(MultiscaleAnchorGenerator generator) : AnchorSpace
{
    private const int MostScalesPerOctave = 4;

    // Levels are powers of two apart: a scale further off than some of them would miss the boxes.
    private const double Reach = 8;

    public override bool HasRatios => generator.AspectRatios.Count > 0;

    public override AnchorGenerator Demanded(SearchSettings settings) => new() { MultiscaleAnchorGenerator = generator };

    protected override IReadOnlyList<Func<int, AnchorPlan>> Choices(SearchSettings settings, SearchStarts starts, int inputSide)
    {
        int present = generator.ScalesPerOctave;
        IEnumerable<int> counts = settings is { Scales: true, MaxAnchors: not null }
            ? Enumerable.Range(1, Math.Max(present, MostScalesPerOctave))
            : [present];
        return [.. counts.Select(count => (Func<int, AnchorPlan>)(ratios => Plan(ratios, count, settings.Scales, starts)))];
    }

    private AnchorPlan Plan(int ratioCount, int scalesPerOctave, bool fitsScale, SearchStarts starts)
    {
        List<ParameterBlock> blocks = [starts.Ratios(ratioCount, generator.AspectRatios)];
        if (fitsScale)
        {
            double present = generator.AnchorScale;
            blocks.Add(new ParameterBlock(1, present / Reach, present * Reach, [[present], [present / 2], [present * 0.7]]));
        }

        return new AnchorPlan(blocks, values =>
        {
            MultiscaleAnchorGenerator fitted = generator.Clone();
            fitted.AspectRatios.Clear();
            fitted.AspectRatios.Add(values[0]);
            if (fitsScale)
            {
                fitted.AnchorScale = values[1][0];
                fitted.ScalesPerOctave = scalesPerOctave;
            }

            return new AnchorGenerator { MultiscaleAnchorGenerator = fitted };
        });
    }
}
