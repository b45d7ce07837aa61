using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Protos;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// <c>ssd_anchor_generator</c>: ratios that all layers share but the finest where it is reduced, a scale for each layer,
/// and one further ratio for the anchor between the scales of two layers.
/// </summary>
internal sealed class SsdSpace(SsdAnchorGenerator generator) : AnchorSpace
{
    // anchor_generators/multiple_grid_anchor_generator.py
    private const double ReducedScale = 0.1;

    protected override LowestLayer? OwnLowestLayer => generator.ReduceBoxesInLowestLayer ? LowestLayer.Reduced : LowestLayer.Full;

    public override bool HasRatios => generator.AspectRatios.Count > 0;

    public override AnchorGenerator Demanded(SearchSettings settings)
    {
        SsdAnchorGenerator demanded = generator.Clone();
        if (settings.LowestLayer is LowestLayer.Reduced or LowestLayer.Full)
        {
            demanded.ReduceBoxesInLowestLayer = settings.LowestLayer == LowestLayer.Reduced;
        }

        return new AnchorGenerator { SsdAnchorGenerator = demanded };
    }

    protected override IReadOnlyList<Func<int, AnchorPlan>> Choices(SearchSettings settings, SearchStarts starts, int inputSide)
    {
        bool reduces = settings.LowestLayer == LowestLayer.Keep ? generator.ReduceBoxesInLowestLayer : settings.LowestLayer == LowestLayer.Reduced;
        bool isInterpolated = generator.InterpolatedScaleAspectRatio > 0;
        bool[] interpolated = settings.MaxAnchors is null ? [isInterpolated] : [isInterpolated, !isInterpolated];
        ParameterBlock? scales = settings.Scales ? Scales(starts, inputSide) : null;
        return [.. interpolated.Select(interpolates => (Func<int, AnchorPlan>)(ratios => Plan(ratios, reduces, interpolates, scales, starts)))];
    }

    private AnchorPlan Plan(int ratioCount, bool reduces, bool interpolates, ParameterBlock? scales, SearchStarts starts)
    {
        List<ParameterBlock> blocks = [starts.Ratios(ratioCount, generator.AspectRatios)];
        if (scales is not null)
        {
            blocks.Add(scales);
        }

        if (interpolates)
        {
            float present = generator.InterpolatedScaleAspectRatio;
            blocks.Add(starts.FurtherRatio(present > 0 ? present : 1));
        }

        return new AnchorPlan(blocks, values =>
        {
            SsdAnchorGenerator fitted = generator.Clone();
            fitted.AspectRatios.Clear();
            fitted.AspectRatios.Add(values[0]);
            if (scales is not null)
            {
                fitted.Scales.Clear();
                fitted.Scales.Add(values[1]);
            }

            if (interpolates)
            {
                fitted.InterpolatedScaleAspectRatio = values[values.Count - 1][0];
            }
            else if (fitted.InterpolatedScaleAspectRatio > 0)
            {
                fitted.InterpolatedScaleAspectRatio = 0;
            }

            fitted.ReduceBoxesInLowestLayer = reduces;
            return new AnchorGenerator { SsdAnchorGenerator = fitted };
        });
    }

    private ParameterBlock Scales(SearchStarts starts, int inputSide)
    {
        double unit = inputSide * Math.Sqrt((double)generator.BaseAnchorHeight * generator.BaseAnchorWidth);
        int layers = generator.NumLayers;
        IEnumerable<double> present = generator.Scales.Count > 0
            ? generator.Scales.Select(scale => (double)scale)
            : Enumerable.Range(0, layers).Select(i => generator.MinScale + (((double)generator.MaxScale - generator.MinScale) * i / (layers - 1)));
        ParameterBlock block = starts.Sizes(layers, unit, highest: 1, present);
        if (!generator.ReduceBoxesInLowestLayer)
        {
            return block;
        }

        // A reduced layer has one anchor of a scale of its own, which a full one hasn't.
        double[] full = [ReducedScale, .. present.Skip(1)];
        return block with { Starts = [.. block.Starts, full] };
    }
}
