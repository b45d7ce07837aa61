using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Protos;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// <c>flexible_grid_anchor_generator</c>: ratios that all grids share, and of each grid the distinct sizes, as many as it
/// has. Every size is paired with every ratio, in two lists of equal length.
/// </summary>
internal sealed class FlexibleGridSpace(FlexibleGridAnchorGenerator generator) : AnchorSpace
{
    public override bool HasRatios => generator.AnchorGrid.All(grid => grid.AspectRatios.Count > 0);

    public override AnchorGenerator Demanded(SearchSettings settings) => new() { FlexibleGridAnchorGenerator = generator };

    protected override IReadOnlyList<Func<int, AnchorPlan>> Choices(SearchSettings settings, SearchStarts starts, int inputSide) =>
        [ratios => Plan(ratios, settings.Scales, starts)];

    private AnchorPlan Plan(int ratioCount, bool fitsSizes, SearchStarts starts)
    {
        float[][] present = [.. generator.AnchorGrid.Select(grid => grid.BaseSizes.Distinct().ToArray())];
        List<ParameterBlock> blocks = [starts.Ratios(ratioCount, generator.AnchorGrid.SelectMany(grid => grid.AspectRatios))];
        if (fitsSizes)
        {
            // A grid's own sizes come first: its places suit boxes of about that size.
            blocks.AddRange(present.Select(sizes =>
            {
                ParameterBlock block = starts.Sizes(sizes.Length, unitPx: 1, highest: double.MaxValue, sizes.Select(size => (double)size));
                return block with { Starts = [block.Starts[block.Starts.Count - 1], block.Starts[0]] };
            }));
        }

        return new AnchorPlan(blocks, values =>
        {
            FlexibleGridAnchorGenerator fitted = generator.Clone();
            float[] ratios = values[0];
            for (int g = 0; g < present.Length; g++)
            {
                float[] sizes = fitsSizes ? values[g + 1] : present[g];
                Protos.AnchorGrid grid = fitted.AnchorGrid[g];
                grid.BaseSizes.Clear();
                grid.BaseSizes.Add(sizes.SelectMany(size => ratios.Select(_ => size)));
                grid.AspectRatios.Clear();
                grid.AspectRatios.Add(sizes.SelectMany(_ => ratios));
            }

            return new AnchorGenerator { FlexibleGridAnchorGenerator = fitted };
        });
    }
}
