using System;
using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.Geometry;

namespace AnchorFit.Run;

/// <summary>The boxes of all annotation files, brought to resized pixels, and the classes they have.</summary>
internal sealed class BoxPopulation
{
    // Of an array of float64 there can be no more.
    private const int MaxLength = 0x7FFFFFC7;

    private readonly HashSet<Diagnostic> _sharedFaults = [];

    // No more than a fit needs: there may be ten million distinct shapes.
    private double[] _ratios = [];
    private double[]? _weights;
    private int _count;

    /// <summary>How many files there were, without those that are no annotations.</summary>
    public int FileCount { get; private set; }

    /// <summary>Objects in the files, with or without a usable box.</summary>
    public long ObjectCount { get; private set; }

    /// <summary>The boxes to fit; a shape that stands for many boxes counts as many.</summary>
    public double BoxCount { get; private set; }

    /// <summary>Boxes that the settings leave out.</summary>
    public LeftOutBoxes LeftOut { get; private set; }

    /// <summary>The classes of all objects that take part, with or without a usable box.</summary>
    public ClassCensus Classes { get; } = new();

    /// <summary>The classes of objects that take no part, in no particular order.</summary>
    public HashSet<string> OtherClasses { get; } = new(StringComparer.Ordinal);

    /// <summary>The boxes to fit where the network sees them, as far as that is known.</summary>
    public PlacedPopulation Placed { get; } = new();

    /// <summary>The aspect ratios to fit; none where there is no box. Once: the population gives its memory away.</summary>
    public WeightedRatios TakeRatios()
    {
        Resize(_count);
        double[] ratios = _ratios;
        double[]? weights = _weights;
        _ratios = [];
        _weights = null;
        _count = 0;
        return weights is null ? WeightedRatios.OfBoxes(ratios) : WeightedRatios.Merge(ratios, weights);
    }

    /// <summary>Takes the boxes of the files, in order, and tells what was wrong with them.</summary>
    /// <param name="files">What was read, each with the weight of its boxes.</param>
    /// <param name="scaling">Brings boxes to resized pixels.</param>
    /// <param name="settings">What counts.</param>
    /// <param name="diagnostics">Receives the files' diagnostics, after policy.</param>
    public static BoxPopulation Gather(
        IEnumerable<WeightedFile> files, BoxScaling scaling, FitSettings settings, DiagnosticBag diagnostics)
    {
        var population = new BoxPopulation();
        foreach (WeightedFile file in files)
        {
            population.FileCount += file.Content.IsPassedOver ? 0 : 1;
            population.ObjectCount += file.Content.ObjectCount;
            population.Placed.MeetFile(file.Name, file.Content.Boxes.Count);
            if (FileBoxes.Find(population, file, scaling, settings, diagnostics) is not { } boxes)
            {
                break;
            }

            boxes.Gather();
        }

        return population;
    }

    /// <summary>Makes room for a file's boxes, so that a large one doesn't leave arrays of all sizes behind.</summary>
    public void Reserve(int boxes)
    {
        if (boxes > _ratios.Length - _count)
        {
            Resize(Math.Max(_count + boxes, (int)Math.Min(2L * _count, MaxLength)));
        }
    }

    /// <summary>Whether no file before has met this fault of a file beside the annotations, which many share.</summary>
    public bool IsNewFault(Diagnostic diagnostic) => _sharedFaults.Add(diagnostic);

    /// <summary>Takes a box into the fit.</summary>
    /// <param name="size">In resized pixels, of usable ratio.</param>
    /// <param name="count">How many boxes it stands for.</param>
    /// <param name="weight">How many boxes each of them counts for.</param>
    public void Add(BoxSize size, double count, double weight)
    {
        double total = count * weight;
        if (total != 1 && _weights is null)
        {
            _weights = new double[_ratios.Length];
            for (int i = 0; i < _count; i++)
            {
                _weights[i] = 1;
            }
        }

        Reserve(1);
        _ratios[_count] = size.AspectRatio;
        if (_weights is not null)
        {
            _weights[_count] = total;
        }

        _count++;
        BoxCount += count;
    }

    public void LeaveOut(LeftOutBoxes boxes) => LeftOut = new(
        LeftOut.OtherClasses + boxes.OtherClasses, LeftOut.Difficult + boxes.Difficult, LeftOut.TooSmall + boxes.TooSmall);

    private void Resize(int length)
    {
        if (length != _ratios.Length)
        {
            Array.Resize(ref _ratios, length);
            if (_weights is not null)
            {
                Array.Resize(ref _weights, length);
            }
        }
    }
}
