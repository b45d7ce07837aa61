using System;
using System.Collections.Generic;
using AnchorFit.Protos;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// One way to fill a generator: everything countable is settled, so the number of anchors is, too, and what is left
/// are numbers, in blocks.
/// </summary>
internal sealed class AnchorPlan
{
    // More than any search begins at; a generator can have a block for each of its grids.
    private const int MostStarts = 1 << 16;

    private readonly Func<IReadOnlyList<float[]>, AnchorGenerator> _write;

    /// <param name="blocks">The free numbers.</param>
    /// <param name="write">The generator that has these numbers, one array a block, as they stand in the config.</param>
    public AnchorPlan(IReadOnlyList<ParameterBlock> blocks, Func<IReadOnlyList<float[]>, AnchorGenerator> write)
    {
        Blocks = blocks;
        _write = write;
        foreach (ParameterBlock block in blocks)
        {
            Dimension += block.Count;
        }
    }

    public IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>How many numbers there are in all blocks together.</summary>
    public int Dimension { get; }

    /// <summary>How many combinations of the blocks' starts there are; of very many a part.</summary>
    public int StartCount
    {
        get
        {
            int count = 1;
            foreach (ParameterBlock block in Blocks)
            {
                count = count > MostStarts ? count : count * block.Starts.Count;
            }

            return count;
        }
    }

    /// <summary>A combination of the blocks' starts.</summary>
    public double[] Start(int index)
    {
        var point = new double[Dimension];
        int at = 0;
        foreach (ParameterBlock block in Blocks)
        {
            block.Starts[index % block.Starts.Count].CopyTo(point, at);
            index /= block.Starts.Count;
            at += block.Count;
        }

        Repair(point);
        return point;
    }

    /// <summary>Brings every number into its bounds and every block into order.</summary>
    public void Repair(double[] point)
    {
        int at = 0;
        foreach (ParameterBlock block in Blocks)
        {
            block.Repair(point.AsSpan(at, block.Count));
            at += block.Count;
        }
    }

    /// <summary>How far the numbers are from the base config's, from 0 to below 1.</summary>
    /// <param name="point">In bounds and in order.</param>
    public double Drift(double[] point)
    {
        double drift = 0;
        int at = 0;
        foreach (ParameterBlock block in Blocks)
        {
            drift += block.Drift(point.AsSpan(at, block.Count));
            at += block.Count;
        }

        return drift / Dimension;
    }

    /// <summary>The generator with these numbers, rounded as they are written.</summary>
    /// <param name="point">In bounds and in order.</param>
    public AnchorGenerator Write(double[] point)
    {
        var values = new float[Blocks.Count][];
        int at = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = RoundedValues.Distinct(point.AsSpan(at, Blocks[i].Count), Blocks[i].High);
            at += Blocks[i].Count;
        }

        return _write(values);
    }
}
