using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>The anchors that a config draws, and how they serve the boxes.</summary>
internal sealed record DrawnScore
{
    private const int LastBand = 5;

    /// <summary>Of all boxes.</summary>
    public required MatchingScore Whole { get; init; }

    /// <summary>How many anchors the most frequent input size has, before any are pruned; of equally frequent ones the smallest's. 0 without boxes.</summary>
    public required long AnchorCount { get; init; }

    /// <summary>How many anchors each grid has at a location, the finest grid first.</summary>
    public required IReadOnlyList<int> AnchorsALocation { get; init; }

    /// <summary>What is drawn for the most frequent input size; null without boxes.</summary>
    public AnchorLayout? Layout { get; init; }

    /// <summary>By class, ascending; only classes that have boxes.</summary>
    public required IReadOnlyList<GroupScore> Classes { get; init; }

    /// <summary>By size band: side (√area, in input pixels) below 16, 32, 64, 128, 256, and above; only bands that have boxes.</summary>
    public required IReadOnlyList<GroupScore> SizeBands { get; init; }

    /// <summary>By the grid that serves the box best; only grids that serve any.</summary>
    public required IReadOnlyList<GroupScore> Grids { get; init; }

    /// <summary>Each box's best anchor.</summary>
    public required BestMatches Matches { get; init; }

    /// <summary>Draws the anchors of a scheme and matches the boxes with them.</summary>
    public static DrawnScore Measure(PlacedBoxes boxes, AnchorScheme scheme)
    {
        BestMatches matches = AnchorMatching.Match(boxes, scheme);
        var whole = new ScoreSum(scheme.Match);
        var classes = new GroupSums(scheme.Match);
        var bands = new GroupSums(scheme.Match);
        var grids = new GroupSums(scheme.Match);
        double[] inputs = new double[boxes.Inputs.Count];
        ReadOnlySpan<PlacedBox> all = boxes.Boxes;
        for (int i = 0; i < all.Length; i++)
        {
            (double overlap, double weight) = (matches.IoU[i], all[i].Weight);
            whole.Add(overlap, weight);
            classes.Add(all[i].Class, overlap, weight);
            bands.Add(BandOf(all[i].Edges.Size), overlap, weight);
            if (matches.Grid[i] >= 0)
            {
                grids.Add(matches.Grid[i], overlap, weight);
            }

            inputs[all[i].Input] += weight;
        }

        AnchorLayout? layout = MostFrequent(boxes.Inputs, inputs) is { } input ? scheme.Draw(input) : null;
        return new DrawnScore
        {
            Whole = whole.Score,
            AnchorCount = layout?.Count ?? 0,
            Layout = layout,
            AnchorsALocation = scheme.AnchorsALocation,
            Classes = classes.Scores,
            SizeBands = bands.Scores,
            Grids = grids.Scores,
            Matches = matches,
        };
    }

    /// <summary>The number of the band of a box: 0 for sides below 16 pixels, then doubling.</summary>
    public static int BandOf(BoxSize size)
    {
        double area = size.Width * size.Height;
        int band = 0;
        for (double side = 16; band < LastBand && area >= side * side; side *= 2)
        {
            band++;
        }

        return band;
    }

    private static ImageSize? MostFrequent(IReadOnlyList<ImageSize> inputs, double[] weights) => inputs
        .Select((size, i) => (Size: size, Weight: weights[i]))
        .OrderByDescending(i => i.Weight)
        .ThenBy(i => (long)i.Size.Width * i.Size.Height)
        .ThenBy(i => i.Size.Width)
        .Select(i => (ImageSize?)i.Size)
        .FirstOrDefault();
}
