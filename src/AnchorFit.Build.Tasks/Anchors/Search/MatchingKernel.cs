using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using AnchorFit.Fitting;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// Scores candidates on a sample of boxes, thousands a second. Generators of one model differ in the shapes of anchors
/// alone: where the points of their grids lie, and which a box is nearest to, is worked out once.
/// </summary>
internal sealed class MatchingKernel
{
    // Their numbers stay in the processor's cache while all shapes pass.
    private const int PartSize = 1024;

    private readonly double? _threshold;
    private readonly List<Block> _blocks = [];

    // Of the inputs whose anchors have the same shapes, one.
    private readonly List<ImageSize> _inputs = [];
    private readonly PlacedBox[] _boxes;
    private readonly double _totalWeight;

    /// <param name="sample">One box at least.</param>
    /// <param name="scheme">Any generator of those to be scored.</param>
    public MatchingKernel(BoxSample sample, AnchorScheme scheme)
    {
        _threshold = scheme.Match.MatchedThreshold;
        _boxes = sample.Boxes;
        var packed = new PackedBoxes(_boxes, [.. Enumerable.Range(0, _boxes.Length)]);
        var layouts = new List<AnchorLayout>();
        for (int start = 0, end; start < _boxes.Length; start = end)
        {
            int input = _boxes[start].Input;
            end = start + 1;
            while (end < _boxes.Length && end < start + PartSize && _boxes[end].Input == input)
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

            (int first, int count) = (start, end - start);
            _blocks.Add(new Block(
                shapes, first, count, [.. layout.Grids.Select(grid => new GridMatcher(grid, layout.Edge, layout.Input, packed, first, count))]));
            PairCount += (double)count * layout.Grids.Sum(grid => grid.Shapes.Count);
        }

        foreach (PlacedBox box in _boxes)
        {
            _totalWeight += box.Weight;
        }
    }

    /// <summary>How many pairs of a box and a shape an evaluation compares, about.</summary>
    public double PairCount { get; }

    /// <summary>The score of a generator. May run on many threads at once.</summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public SearchScore Score(AnchorScheme candidate)
    {
        var best = new double[_boxes.Length];
        AnchorLayout[] layouts = [.. _inputs.Select(candidate.Draw)];
        foreach (Block block in _blocks)
        {
            for (int g = 0; g < block.Grids.Length; g++)
            {
                foreach (BoxSize shape in layouts[block.Shapes].Grids[g].Shapes)
                {
                    block.Grids[g].Raise(shape, best.AsSpan(block.Start, block.Count));
                }
            }
        }

        return Sum(best);
    }

    private SearchScore Sum(double[] best)
    {
        double threshold = _threshold ?? 0;
        (double sum, double reached, double lack) = (0, 0, 0);
        for (int i = 0; i < best.Length; i++)
        {
            double weight = _boxes[i].Weight;
            sum += weight * best[i];
            if (best[i] >= threshold)
            {
                reached += weight;
            }
            else
            {
                lack += weight * (threshold - best[i]);
            }
        }

        return new SearchScore(sum / _totalWeight, reached / _totalWeight, lack / _totalWeight);
    }

    // Sizes of anchors follow from the generator and, for some kinds, from the input's shorter side.
    private static bool HaveSameShapes(AnchorLayout layout, AnchorLayout other) =>
        layout.Grids.Count == other.Grids.Count
        && layout.Grids.Zip(other.Grids, (grid, its) => grid.Shapes.SequenceEqual(its.Shapes)).All(same => same);

    /// <summary>Boxes of one input.</summary>
    /// <param name="Shapes">Which of the inputs stands for theirs.</param>
    private sealed record Block(int Shapes, int Start, int Count, GridMatcher[] Grids);
}
