using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Fitting;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// Scores candidates on a sample of boxes, thousands a second. What a candidate doesn't change is worked out once: the
/// points of a grid stay where they are, so of each grid a box knows the nearest point.
/// </summary>
/// <remarks>
/// <para>
/// 1. Anchor and box overlap, on either axis, in min(w, a, (w + a) / 2 − d) for sides w and a and centres d apart: the
///    nearer, the more, whatever the sides. So of a shape's anchors on a grid the one at the nearest point is the best.
/// 2. Where anchors that cross the edge of the input are pruned, the points that a shape has left are a rectangle of the
///    grid, and the nearest is found on each axis by itself.
/// 3. Where anchors are cut at the edge, another point's may be better, seldom and by little; who scores the result
///    looks at all of them.
/// </para>
/// Boxes stand in blocks of equal input, in single precision, as many at once as the processor takes; each is computed
/// by itself and the sums go from box to box, so the width of the processor changes no bit of the result.
/// </remarks>
internal sealed class MatchingKernel
{
    // Single precision must not take a box for recalled that isn't.
    private const double Caution = 1e-6;

    private readonly double _threshold;
    private readonly List<BoxBlock> _blocks = [];

    // Of the inputs whose anchors have the same shapes, one.
    private readonly List<ImageSize> _inputs = [];
    private readonly double[] _weights;
    private readonly double _totalWeight;

    /// <param name="sample">One box at least.</param>
    /// <param name="scheme">Any generator of those to be scored.</param>
    public MatchingKernel(BoxSample sample, AnchorScheme scheme)
    {
        _threshold = scheme.Match.MatchedThreshold * (1 + Caution) ?? 0;
        var weights = new List<double>();
        var layouts = new List<AnchorLayout>();
        for (int start = 0, end; start < sample.Boxes.Length; start = end)
        {
            int input = sample.Boxes[start].Input;
            end = start + 1;
            while (end < sample.Boxes.Length && sample.Boxes[end].Input == input)
            {
                end++;
            }

            AnchorLayout layout = scheme.Draw(sample.Inputs[input]);
            int shapes = layouts.FindIndex(other => HaveSameShapes(other, layout));
            if (shapes < 0)
            {
                shapes = layouts.Count;
                layouts.Add(layout);
                _inputs.Add(sample.Inputs[input]);
            }

            BoxBlock block = BoxBlock.Create(sample.Boxes.AsSpan(start, end - start), layout, shapes, weights.Count);
            _blocks.Add(block);
            for (int i = 0; i < block.Length; i++)
            {
                weights.Add(start + i < end ? sample.Boxes[start + i].Weight : 0);
            }

            foreach (AnchorGrid grid in layout.Grids)
            {
                PairCount += (double)block.Length * grid.Shapes.Count;
            }
        }

        _weights = [.. weights];
        foreach (double weight in _weights)
        {
            _totalWeight += weight;
        }
    }

    /// <summary>About how many pairs of a box and a shape an evaluation compares.</summary>
    public double PairCount { get; }

    /// <summary>The score of a generator. May run on many threads at once.</summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public SearchScore Score(AnchorScheme candidate)
    {
        var grids = new IReadOnlyList<AnchorGrid>[_inputs.Count];
        for (int i = 0; i < grids.Length; i++)
        {
            grids[i] = candidate.Draw(_inputs[i]).Grids;
        }

        var best = new float[_weights.Length];
        foreach (BoxBlock block in _blocks)
        {
            block.Match(grids[block.Shapes], best.AsSpan(block.Start, block.Length));
        }

        double sum = 0;
        double reached = 0;
        double lack = 0;
        for (int i = 0; i < best.Length; i++)
        {
            sum += _weights[i] * best[i];
            if (best[i] >= _threshold)
            {
                reached += _weights[i];
            }
            else
            {
                lack += _weights[i] * (_threshold - best[i]);
            }
        }

        return new SearchScore(sum / _totalWeight, reached / _totalWeight, lack / _totalWeight);
    }

    // Sizes of anchors follow from the generator and, for some kinds, from the input's shorter side.
    private static bool HaveSameShapes(AnchorLayout layout, AnchorLayout other)
    {
        if (layout.Grids.Count != other.Grids.Count)
        {
            return false;
        }

        for (int g = 0; g < layout.Grids.Count; g++)
        {
            IReadOnlyList<BoxSize> shapes = layout.Grids[g].Shapes;
            for (int s = 0; s < shapes.Count; s++)
            {
                if (shapes[s] != other.Grids[g].Shapes[s])
                {
                    return false;
                }
            }
        }

        return true;
    }
}
