using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using AnchorFit.Fitting;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// Matches boxes with the anchors of candidates, thousands a second. Generators of one model differ in the shapes of
/// anchors alone: where the points of their grids lie, and which a box is nearest to, is worked out once.
/// </summary>
internal sealed class MatchingKernel
{
    // Their numbers stay in the processor's cache while all shapes pass.
    private const int PartSize = 1024;

    private readonly List<Block> _blocks = [];

    // Of the inputs whose anchors have the same shapes, one.
    private readonly List<ImageSize> _inputs = [];
    private readonly int _count;

    /// <param name="boxes">One at least; those of an input side by side.</param>
    /// <param name="inputs">The sizes of the network's input.</param>
    /// <param name="scheme">Any generator of those to be scored.</param>
    /// <param name="anywhere">Boxes count by their sizes alone: see <see cref="GridMatcher.Anywhere"/>.</param>
    public MatchingKernel(PlacedBox[] boxes, IReadOnlyList<ImageSize> inputs, AnchorScheme scheme, bool anywhere)
    {
        _count = boxes.Length;
        var packed = new PackedBoxes(boxes, [.. Enumerable.Range(0, boxes.Length)]);
        var layouts = new List<AnchorLayout>();
        for (int start = 0, end; start < boxes.Length; start = end)
        {
            int input = boxes[start].Input;
            end = start + 1;
            while (end < boxes.Length && end < start + PartSize && boxes[end].Input == input)
            {
                end++;
            }

            AnchorLayout layout = scheme.Draw(inputs[input]);
            int shapes = layouts.FindIndex(other => HaveSameShapes(other, layout));
            if (shapes < 0)
            {
                shapes = layouts.Count;
                layouts.Add(layout);
                _inputs.Add(inputs[input]);
            }

            (int first, int count) = (start, end - start);
            _blocks.Add(new Block(shapes, first, count, [.. layout.Grids.Select(grid => anywhere
                ? GridMatcher.Anywhere(grid, layout.Edge, layout.Input, packed, first, count)
                : new GridMatcher(grid, layout.Edge, layout.Input, packed, first, count))]));
            PairCount += (double)count * layout.Grids.Sum(grid => grid.Shapes.Count);
        }
    }

    /// <summary>How many pairs of a box and a shape an evaluation compares, about.</summary>
    public double PairCount { get; }

    /// <summary>The boxes' IoU with their best anchor, in their order. May run on many threads at once.</summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public double[] Match(AnchorScheme candidate)
    {
        var best = new double[_count];
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

        return best;
    }

    /// <summary>The boxes' IoU with their best anchor and with the second best of another shape or map, in their order. May run on many threads at once.</summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public (double[] Best, double[] Second) MatchTwo(AnchorScheme candidate)
    {
        var best = new double[_count];
        var second = new double[_count];
        var overlaps = new double[PartSize];
        AnchorLayout[] layouts = [.. _inputs.Select(candidate.Draw)];
        foreach (Block block in _blocks)
        {
            Span<double> its = overlaps.AsSpan(0, block.Count);
            Span<double> first = best.AsSpan(block.Start, block.Count);
            Span<double> other = second.AsSpan(block.Start, block.Count);
            for (int g = 0; g < block.Grids.Length; g++)
            {
                foreach (BoxSize shape in layouts[block.Shapes].Grids[g].Shapes)
                {
                    its.Clear();
                    block.Grids[g].Raise(shape, its);
                    BestTwo.Raise(its, first, other);
                }
            }
        }

        return (best, second);
    }

    // Sizes of anchors follow from the generator and, for some kinds, from the input's shorter side.
    private static bool HaveSameShapes(AnchorLayout layout, AnchorLayout other) =>
        layout.Grids.Count == other.Grids.Count
        && layout.Grids.Zip(other.Grids, (grid, its) => grid.Shapes.SequenceEqual(its.Shapes)).All(same => same);

    /// <summary>Boxes of one input.</summary>
    /// <param name="Shapes">Which of the inputs stands for theirs.</param>
    private sealed record Block(int Shapes, int Start, int Count, GridMatcher[] Grids);
}
