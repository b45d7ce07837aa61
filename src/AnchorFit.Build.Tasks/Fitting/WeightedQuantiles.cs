using System;

namespace AnchorFit.Fitting;

/// <summary>Quantiles of a population in which each value stands for as many members as its weight says.</summary>
/// <remarks>
/// <para>
/// For whole weights this is definition R7 of Hyndman and Fan ("Sample quantiles in statistical packages", The American
/// Statistician 50, 1996), numpy's default, of the population written out: linear between the order statistics about
/// position τ·(n − 1).
/// </para>
/// <para>
/// R7 can be read as a mean: lay the members side by side as steps of width 1, ascending; the quantile is the mean height
/// of the steps from τ·(n − 1) to one further. So read, it holds for fractions too: a value is a step as wide as its
/// weight, and the window is 1 wide, or as wide as the narrowest step where that is less. The quantiles 0 and 1 are then
/// always the least and the greatest value.
/// </para>
/// </remarks>
internal sealed class WeightedQuantiles
{
    private readonly double[] _values;

    /// <summary>Where each value's step ends.</summary>
    private readonly double[] _ends;
    private readonly double _window;

    /// <summary>Sorts the values. At least one; weights above zero.</summary>
    public WeightedQuantiles(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (values.Length == 0 || values.Length != weights.Length)
        {
            throw new ArgumentException("Needs values, and a weight for each.", nameof(weights));
        }

        _values = values.ToArray();
        _ends = weights.ToArray();
        Array.Sort(_values, _ends);
        _window = 1;
        var sum = default(DoubleDouble);
        for (int i = 0; i < _ends.Length; i++)
        {
            _window = Math.Min(_window, _ends[i]);
            sum += _ends[i];
            _ends[i] = sum.High;
        }
    }

    /// <summary>The quantile at <paramref name="tau"/> from 0 to 1.</summary>
    public double At(double tau)
    {
        if (tau >= 1)
        {
            return _values[_values.Length - 1];
        }

        double start = tau * (_ends[_ends.Length - 1] - _window);
        int i = Array.BinarySearch(_ends, start);
        i = Math.Min(i < 0 ? ~i : i + 1, _values.Length - 1);
        double rest = start + _window - _ends[i];
        if (rest <= 0 || i + 1 == _values.Length)
        {
            return _values[i];
        }

        return _values[i] + (Math.Min(1, rest / _window) * (_values[i + 1] - _values[i]));
    }
}
