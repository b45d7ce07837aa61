using System;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace AnchorFit.Fitting;

/// <summary>
/// What anchors earn between them, in constant time: the weighted sum of the boxes' IoU with the nearer of two
/// neighbouring anchors, all of unit area.
/// </summary>
/// <remarks>
/// <para>
/// Of two boxes with the square roots a ≤ p of their aspect ratios the IoU is s / (2 − s) with s = a / p. That is
/// Σ (s/2)ⁿ over n ≥ 1, in which each term is a product of something of the box and something of the anchor; 54 terms
/// leave out less than 2⁻⁵⁴ of it. So with Rₙ(i) = Σ wⱼ (pᵢ / 2pⱼ)ⁿ over j ≥ i, and its mirror Lₙ(i) over j ≤ i, an anchor
/// at i earns Σₙ Rₙ(i) from the boxes on its right, and of that Σₙ tⁿ Rₙ(j) with t = pᵢ / pⱼ from j on: a polynomial. What
/// it earns up to the middle is the difference.
/// </para>
/// <para>
/// The difference cancels only where far more weight lies beyond the middle than before it. The sums have positive terms
/// alone and are made in double-double (a chain of 100,000 rounded factors would lose three digits), then rounded once;
/// the polynomial adds a few roundings. So the error is about 1e-15 of what all boxes together could earn, which is what
/// a mean is compared with. Where weights are alike, an interval keeps a relative 2e-14 as well.
/// </para>
/// 880 bytes a ratio. No function is used that runtimes round differently.
/// </remarks>
internal sealed class IntervalGains
{
    private const int Terms = 54;

    /// <summary>Factors below this, beside weights of at most 1e30 and at least 1e-30, can't be seen.</summary>
    private const double Negligible = 1e-90;

    private readonly double[] _ratios;
    private readonly double[] _roots;
    private readonly double[] _weights;
    private readonly double[] _right;
    private readonly double[] _left;
    private readonly double[] _after;
    private readonly double[] _before;

    /// <summary>Sums up in O(54·m), on two cores.</summary>
    /// <param name="ratios">Aspect ratios, ascending, distinct; one at least.</param>
    /// <param name="weights">The weight of each.</param>
    public IntervalGains(ReadOnlySpan<double> ratios, ReadOnlySpan<double> weights)
    {
        _ratios = ratios.ToArray();
        _weights = weights.ToArray();
        _roots = new double[_ratios.Length];
        for (int i = 0; i < _roots.Length; i++)
        {
            _roots[i] = Math.Sqrt(_ratios[i]);
        }

        _right = new double[Terms * _ratios.Length];
        _left = new double[Terms * _ratios.Length];
        _after = new double[_ratios.Length];
        _before = new double[_ratios.Length];
        Parallel.Invoke(() => SumUp(_right, _after, _ratios.Length - 1, -1), () => SumUp(_left, _before, 0, 1));
    }

    /// <summary>The number of distinct ratios.</summary>
    public int Count => _ratios.Length;

    /// <summary>What an anchor earns at a ratio itself.</summary>
    public double At(int anchor) => _weights[anchor];

    /// <summary>What an anchor would earn from all boxes with greater ratios.</summary>
    public double After(int anchor) => _after[anchor];

    /// <summary>What an anchor would earn from all boxes with smaller ratios.</summary>
    public double Before(int anchor) => _before[anchor];

    /// <summary>
    /// What two neighbouring anchors don't earn beyond the middle: of <see cref="After"/> the left one, of
    /// <see cref="Before"/> the right one.
    /// </summary>
    /// <param name="leftAnchor">The anchor with the smaller ratio.</param>
    /// <param name="rightAnchor">The one with the greater.</param>
    /// <param name="middle">The last ratio that belongs to the left one: see <see cref="Middle"/>.</param>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public double Beyond(int leftAnchor, int rightAnchor, int middle)
    {
        double t = _roots[leftAnchor] / _roots[middle + 1];
        double u = _roots[middle] / _roots[rightAnchor];
        double tt = t * t;
        double uu = u * u;
        ReadOnlySpan<double> right = _right.AsSpan((middle + 1) * Terms, Terms);
        ReadOnlySpan<double> left = _left.AsSpan(middle * Terms, Terms);

        // Odd and even powers apart: four short chains of operations, which a core runs at the same time.
        (double rightOdd, double rightEven, double leftOdd, double leftEven) = (0, 0, 0, 0);
        for (int n = Terms - 2; n >= 0; n -= 2)
        {
            rightEven = (rightEven * tt) + right[n + 1];
            rightOdd = (rightOdd * tt) + right[n];
            leftEven = (leftEven * uu) + left[n + 1];
            leftOdd = (leftOdd * uu) + left[n];
        }

        return (((rightEven * t) + rightOdd) * t) + (((leftEven * u) + leftOdd) * u);
    }

    /// <summary>
    /// The last ratio for which the left of two anchors is as near as the right one, or nearer: its square is at most the
    /// product of theirs.
    /// </summary>
    /// <param name="leftAnchor">The anchor with the smaller ratio.</param>
    /// <param name="rightAnchor">The one with the greater.</param>
    /// <param name="from">Where to begin: no further than the result, such as what it was for an anchor further left.</param>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public int Middle(int leftAnchor, int rightAnchor, int from)
    {
        double border = _ratios[leftAnchor] * _ratios[rightAnchor];
        int low = Math.Max(from, leftAnchor);
        int high = low + 1;
        for (int step = 1; high < rightAnchor && _ratios[high] * _ratios[high] <= border; step *= 2)
        {
            low = high;
            high = low + step;
        }

        high = Math.Min(high, rightAnchor);
        while (high - low > 1)
        {
            int probe = low + ((high - low) / 2);
            if (_ratios[probe] * _ratios[probe] <= border)
            {
                low = probe;
            }
            else
            {
                high = probe;
            }
        }

        return low;
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private void SumUp(double[] sums, double[] others, int first, int step)
    {
        var terms = new DoubleDouble[Terms];
        int previous = first;
        for (int i = first; i >= 0 && i < _ratios.Length; previous = i, i += step)
        {
            double weight = _weights[i];
            var factor = new DoubleDouble(Math.Min(_roots[i], _roots[previous]), 0);
            factor /= new DoubleDouble(Math.Max(_roots[i], _roots[previous]), 0);
            var power = new DoubleDouble(1, 0);
            var earned = default(DoubleDouble);
            double half = 1;
            for (int n = 0; n < Terms; n++)
            {
                power = power.High < Negligible ? default : power * factor;
                half /= 2;
                DoubleDouble moved = terms[n] * power;
                earned += moved * half;
                terms[n] = moved + weight;
                sums[(i * Terms) + n] = terms[n].High * half;
            }

            others[i] = earned.High;
        }
    }
}
