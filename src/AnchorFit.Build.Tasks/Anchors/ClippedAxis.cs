using System;

namespace AnchorFit.Anchors;

/// <summary>
/// Along one axis, the anchors of one shape that can be a box's best after they were cut at the input's edges.
/// </summary>
/// <remarks>
/// <para>
/// For a given row, an anchor's IoU depends on its column through what it shares with the box, o, and what is left of its
/// extent, c: it grows with o and falls with c. Whole anchors all have the same c, so that the nearest serves best. Of
/// those cut at the left, which reach from 0 to r, o and c grow together until r reaches the box's far edge: there
/// o/(c·height + area) grows with r, hence IoU too. Beyond that edge only c grows. So the last that ends before the
/// box's far edge and the first that ends behind it are all that need be looked at; at the right it is the mirror image.
/// Anchors cut at both sides are all the same.
/// </para>
/// <para>Which of these at most six serves best depends on the other axis.</para>
/// </remarks>
internal ref struct ClippedAxis
{
    /// <summary>The most anchors that <see cref="Add"/> can be left with.</summary>
    public const int Most = 6;

    private readonly GridAxis _axis;
    private readonly double _extent;
    private readonly double _firstWhole;
    private readonly double _lastWhole;
    private readonly Span<double> _shared;
    private readonly Span<double> _left;

    /// <summary>For anchors of this extent.</summary>
    /// <param name="axis">The points.</param>
    /// <param name="extent">Of the anchor before it is cut.</param>
    /// <param name="room">Two numbers for each of <see cref="Most"/> anchors.</param>
    public ClippedAxis(GridAxis axis, double extent, Span<double> room)
    {
        (_axis, _extent) = (axis, extent);
        (_firstWhole, _lastWhole) = axis.Within(extent);
        _shared = room.Slice(0, Most);
        _left = room.Slice(Most, Most);
        Count = 0;
    }

    /// <summary>How many anchors were found that share anything with the box.</summary>
    public int Count { get; private set; }

    /// <summary>What this anchor shares with the box.</summary>
    public readonly double Shared(int anchor) => _shared[anchor];

    /// <summary>What is left of this anchor.</summary>
    public readonly double Left(int anchor) => _left[anchor];

    /// <summary>Finds the anchors for a box that reaches from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public void Find(double min, double max)
    {
        Count = 0;
        double last = _axis.Count - 1;
        if (_firstWhole <= _lastWhole)
        {
            Add(Clamp(_axis.Nearest((min + max) / 2), _firstWhole, _lastWhole), min, max);
        }

        double cutLeft = Math.Min(_firstWhole - 1, _lastWhole);
        if (cutLeft >= 0)
        {
            double before = Math.Floor((max - (_extent / 2) - _axis.First) / _axis.Stride);
            Add(Clamp(before, 0, cutLeft), min, max);
            Add(Clamp(before + 1, 0, cutLeft), min, max);
        }

        double cutRight = Math.Max(_lastWhole + 1, _firstWhole);
        if (cutRight <= last)
        {
            double behind = Math.Ceiling((min + (_extent / 2) - _axis.First) / _axis.Stride);
            Add(Clamp(behind, cutRight, last), min, max);
            Add(Clamp(behind - 1, cutRight, last), min, max);
        }

        if (_lastWhole + 1 < _firstWhole)
        {
            Add(_lastWhole + 1, min, max);
        }
    }

    private static double Clamp(double value, double min, double max) => Math.Max(min, Math.Min(value, max));

    /// <summary>Adds an anchor unless another shares as much with as little extent; drops those that it outdoes.</summary>
    private void Add(double number, double min, double max)
    {
        double start = Math.Max(0, _axis.At(number) - (_extent / 2));
        double end = Math.Min(_axis.Side, _axis.At(number) + (_extent / 2));
        double shared = Math.Min(end, max) - Math.Max(start, min);
        if (shared <= 0)
        {
            return;
        }

        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (_shared[i] >= shared && _left[i] <= end - start)
            {
                return;
            }

            if (_shared[i] > shared || _left[i] < end - start)
            {
                (_shared[kept], _left[kept]) = (_shared[i], _left[i]);
                kept++;
            }
        }

        (_shared[kept], _left[kept]) = (shared, end - start);
        Count = kept + 1;
    }
}
