using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Protos;

namespace AnchorFit.Anchors.Search;

/// <summary><c>grid_anchor_generator</c>: one grid, with every ratio at every scale.</summary>
internal sealed class GridSpace(GridAnchorGenerator generator) : AnchorSpace
{
    public override bool HasRatios => generator.AspectRatios.Count > 0;

    public override AnchorGenerator Demanded(SearchSettings settings) => new() { GridAnchorGenerator = generator };

    protected override IReadOnlyList<Func<int, AnchorPlan>> Choices(SearchSettings settings, SearchStarts starts, int inputSide)
    {
        int present = generator.Scales.Count;
        IEnumerable<int> counts = settings is { Scales: true, MaxAnchors: not null } ? Enumerable.Range(1, present) : [present];
        return [.. counts.Select(count => (Func<int, AnchorPlan>)(ratios => Plan(ratios, count, settings.Scales, starts)))];
    }

    private AnchorPlan Plan(int ratioCount, int scaleCount, bool fitsScales, SearchStarts starts)
    {
        List<ParameterBlock> blocks = [starts.Ratios(ratioCount, generator.AspectRatios)];
        if (fitsScales)
        {
            double unit = Math.Sqrt((double)generator.Height * generator.Width);
            blocks.Add(starts.Sizes(scaleCount, unit, highest: double.MaxValue, generator.Scales.Select(scale => (double)scale)));
        }

        return new AnchorPlan(blocks, values =>
        {
            GridAnchorGenerator fitted = generator.Clone();
            fitted.AspectRatios.Clear();
            fitted.AspectRatios.Add(values[0]);
            if (fitsScales)
            {
                fitted.Scales.Clear();
                fitted.Scales.Add(values[1]);
            }

            return new AnchorGenerator { GridAnchorGenerator = fitted };
        });
    }
}
