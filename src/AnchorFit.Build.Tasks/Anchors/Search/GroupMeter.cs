using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Anchors.Search;

/// <summary>Measures how candidates serve each of <see cref="BoxGroups"/>. Safe for use from many threads.</summary>
internal sealed class GroupMeter
{
    private readonly double _threshold;
    private readonly MatchingKernel _kernel;
    private readonly double[] _boxWeights;
    private readonly double[] _weights;
    private readonly List<Run> _runs = [];

    /// <param name="sample">One box at least.</param>
    /// <param name="scheme">Any generator of those to be measured.</param>
    /// <param name="groups">Of the boxes.</param>
    public GroupMeter(BoxSample sample, AnchorScheme scheme, BoxGroups groups)
    {
        // Stable: boxes of a cell stay in the sample's order. Where a cell ends sums are handed on, and only there.
        int[] inputs = [.. sample.Boxes.Select(box => box.Input).Distinct()];
        PlacedBox[] boxes = [.. sample.Boxes.OrderBy(box => Array.IndexOf(inputs, box.Input)).ThenBy(box => groups.Cell(box))];
        _threshold = scheme.Match.MatchedThreshold ?? 0;
        _kernel = new MatchingKernel(boxes, sample.Inputs, scheme, anywhere: false);
        _boxWeights = [.. boxes.Select(box => box.Weight)];
        _weights = new double[groups.Weights.Count];
        for (int start = 0, end; start < boxes.Length; start = end)
        {
            int cell = groups.Cell(boxes[start]);
            double weight = 0;
            for (end = start; end < boxes.Length && groups.Cell(boxes[end]) == cell; end++)
            {
                weight += boxes[end].Weight;
            }

            (int its, int band) = groups.Of(boxes[start]);
            _runs.Add(new Run(start, end, its, band));
            _runs[_runs.Count - 1].AddTo(_weights, weight);
        }
    }

    /// <summary>How many pairs of a box and a shape are compared, about.</summary>
    public double PairCount => _kernel.PairCount;

    /// <summary>How a candidate serves the groups.</summary>
    public GroupScores Measure(AnchorScheme candidate)
    {
        double[] best = _kernel.Match(candidate);
        var scores = new GroupScores(new double[_weights.Length], new double[_weights.Length], new double[_weights.Length]);
        foreach (Run run in _runs)
        {
            (double overlap, double reached, double lack) = (0, 0, 0);
            for (int i = run.Start; i < run.End; i++)
            {
                double weight = _boxWeights[i];
                overlap += weight * best[i];
                reached += best[i] >= _threshold ? weight : 0;
                lack += best[i] >= _threshold ? 0 : weight * (_threshold - best[i]);
            }

            run.AddTo(scores.Overlap, overlap);
            run.AddTo(scores.Recall, reached);
            run.AddTo(scores.Lack, lack);
        }

        for (int g = 0; g < _weights.Length; g++)
        {
            scores.Overlap[g] /= _weights[g];
            scores.Recall[g] /= _weights[g];
            scores.Lack[g] /= _weights[g];
        }

        return scores;
    }

    /// <summary>Boxes of one cell and one input, and the groups that they belong to beside all.</summary>
    private readonly record struct Run(int Start, int End, int Class, int Band)
    {
        public void AddTo(double[] groups, double value)
        {
            groups[0] += value;
            if (Class > 0)
            {
                groups[Class] += value;
            }

            if (Band > 0)
            {
                groups[Band] += value;
            }
        }
    }
}
