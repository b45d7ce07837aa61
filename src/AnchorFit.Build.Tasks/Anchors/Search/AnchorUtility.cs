using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// What a search makes as great as may be: how well anchors serve boxes like those of the sample, from 0 to 1.
/// </summary>
/// <remarks>
/// <para>
/// 1. Of a box the size counts, not where it lies: its anchor is the one that serves it best at the distance that boxes
///    of its size have from the nearest point on average (<see cref="GridMatcher.Anywhere"/>). A small anchor on a coarse
///    map fits those few boxes well that happen to lie around a point of it; a detector can't learn much from them.
/// 2. A box that is served badly gains more by the same IoU than one that is served well:
///    u(x) = (1 + c) x / (x + c), much like a logarithm, without its last digits.
/// 3. An anchor that overlaps a box nearly as much as the matched one, and less than the threshold, is trained as
///    background: the detector is told yes and no of one sight. Small boxes, which seldom reach the threshold, are served
///    better by one anchor than by four like it.
/// 4. A class counts by the square root of its boxes, times the weight that it is given: neither are rare classes given
///    up for frequent ones, nor do ten boxes decide for ten thousand.
/// </para>
/// The tables that decided stand in docs/design/searching-anchors.md.
/// </remarks>
internal sealed class AnchorUtility
{
    /// <summary>So many boxes stand for the sizes of all.</summary>
    public const int MaxCount = 1024;

    private const double Bend = 0.25;
    private const double Nearness = 0.1;
    private const double PriceOfDoubt = 0.15;

    private readonly MatchingKernel _kernel;
    private readonly double[] _weights;
    private readonly double _threshold;

    /// <param name="sample">One box at least.</param>
    /// <param name="scheme">Any generator of those to be scored.</param>
    /// <param name="groups">The groups of all boxes.</param>
    /// <param name="classWeights">What classes count for, by their numbers; 1 for those that aren't here.</param>
    public AnchorUtility(BoxSample sample, AnchorScheme scheme, BoxGroups groups, IReadOnlyDictionary<int, double> classWeights)
    {
        _threshold = scheme.Match.MatchedThreshold ?? 0;
        _kernel = new MatchingKernel(sample.Boxes, sample.Inputs, scheme, anywhere: true);
        _weights = [.. sample.Boxes.Select(box =>
            box.Weight / Math.Sqrt(groups.ClassWeights[box.Class]) * (classWeights.TryGetValue(box.Class, out double weight) ? weight : 1))];
        double sum = _weights.Sum();
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] /= sum;
        }
    }

    /// <summary>How many pairs of a box and a shape are compared, about.</summary>
    public double PairCount => _kernel.PairCount;

    /// <summary>The utility of a candidate. May run on many threads at once.</summary>
    public double Of(AnchorScheme candidate)
    {
        (double[] best, double[] second) = _kernel.MatchTwo(candidate);
        double sum = 0;
        for (int i = 0; i < best.Length; i++)
        {
            double doubt = Math.Max(0, 1 - ((best[i] - second[i]) / Nearness)) * Math.Max(0, Math.Min(1, (_threshold - second[i]) / Nearness));
            sum += _weights[i] * (((1 + Bend) * best[i] / (best[i] + Bend)) - (PriceOfDoubt * doubt));
        }

        return sum;
    }
}
