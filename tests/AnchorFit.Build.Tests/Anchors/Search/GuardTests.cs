using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Geometry;
using AnchorFit.Protos;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Anchors.Search;

/// <summary>No protected group of boxes falls below the base config unsaid.</summary>
public class GuardTests
{
    private const string Flexible =
        "flexible_grid_anchor_generator {"
        + " anchor_grid { base_sizes: [40, 60] aspect_ratios: [1, 1] height_stride: 16 width_stride: 16 height_offset: 8 width_offset: 8 }"
        + " anchor_grid { base_sizes: [120, 180] aspect_ratios: [1, 1] height_stride: 64 width_stride: 64 height_offset: 32 width_offset: 32 } }";

    private static readonly ImageSize Square = new(320, 320);

    private static readonly (DetectionModel Model, string? Maps)[] Models =
    [
        (Drawn.Ssd($"ssd_anchor_generator {{ {Drawn.DefaultRatios} }}"), null),
        (Drawn.Ssd("ssd_anchor_generator { aspect_ratios: [1.0, 0.5] num_layers: 6 scales: [0.1, 0.15, 0.3, 0.45, 0.6, 0.9] reduce_boxes_in_lowest_layer: false }"), null),
        (Drawn.Ssd("ssd_anchor_generator { num_layers: 6 }"), null),
        (Drawn.Ssd("multiscale_anchor_generator { min_level: 4 max_level: 6 aspect_ratios: [1, 2] scales_per_octave: 2 }"), "20x20;10x10;5x5"),
        (Drawn.Ssd(Flexible), "20x20;5x5"),
        (Drawn.FasterRcnn("grid_anchor_generator { scales: [0.25, 0.5, 1.0] aspect_ratios: [0.5, 1.0, 2.0] }"), null),
        (Drawn.FasterRcnn("grid_anchor_generator { scales: [0.5, 1.0] aspect_ratios: [1.0, 2.0] }", more: "clip_anchors_to_image: true"), null),
    ];

    private static readonly Gen<SearchSettings> Settings = Gen.Select(
        Gen.Int[1, 6], Gen.Bool, Gen.Enum<LowestLayer>(), Pick(Protection.None, Protection.Classes, Protection.Sizes, Protection.All), Pick(0.2, 0.6, 1.0, 2.0, 0.0), Pick(0.1, 1.0, 20.0), Gen.Int[100, 250]).Select(
            (ratios, scales, lowest, protection, bound, weight, budget) => new SearchSettings
            {
                AspectRatioCount = ratios,
                Scales = scales,
                LowestLayer = lowest,
                Protection = protection,
                MaxAnchors = bound == 0 ? null : (long)(bound * 2034),
                ClassWeights = new Dictionary<int, double> { [1] = weight },
                Budget = budget,
            });

    [Fact]
    public void NoGroupFallsUnsaid()
    {
        (int better, int worse, int guarded) = (0, 0, 0);
        Gen.Select(Gen.Int[0, Models.Length - 1], Settings, Gen.Int[0, 100_000], Gen.Int[1, 60], Gen.Double[0.3, 1]).Sample(
            (which, settings, seed, count, share) =>
            {
                (DetectionModel model, string? maps) = Models[which];
                bool isSsd = model.ModelCase == DetectionModel.ModelOneofCase.Ssd;
                AnchorScheme scheme = Drawn.Scheme(model, maps);
                AnchorGenerator generator = isSsd ? model.Ssd.AnchorGenerator : model.FasterRcnn.FirstStageAnchorGenerator;
                PlacedBoxes boxes = RandomBoxes.WithClasses(RandomBoxes.Make(seed, count, isSsd ? Square : new ImageSize(800, 600)), share);
                if (AnchorSearch.Run(boxes, scheme, generator, settings, CancellationToken.None) is not AnchorSearchResult.Found found)
                {
                    return;
                }

                DrawnScore before = DrawnScore.Measure(boxes, scheme);
                DrawnScore after = DrawnScore.Measure(boxes, scheme.With(found.Generator));
                IReadOnlyList<GroupRegression> fallen = GroupRegression.Find(before, after, settings.Protection);
                var whole = new GroupRegression(Protection.None, 0, before.Whole, after.Whole);
                bool falls = fallen.Count > 0 || whole.LosesRecall || whole.LosesOverlap;

                // Said, and only where the base can't stay: it has too many anchors, another finest layer than is asked for, or no ratios.
                Assert.Equal(falls, found.Outcome == SearchOutcome.Worse);
                Assert.Equal(fallen.Select(group => (group.Kind, group.Key)), found.Worse.Select(group => (group.Kind, group.Key)));
                AnchorSpace space = AnchorSpace.Of(generator);
                bool mayStay = space.HasRatios && space.Demanded(settings).Equals(generator) && !(before.AnchorCount > settings.MaxAnchors);
                Assert.False(falls && mayStay);
                Assert.True(found.Outcome != SearchOutcome.Base || (mayStay && found.Generator.Equals(generator)));
                Assert.False(after.AnchorCount > settings.MaxAnchors);
                Interlocked.Add(ref better, found.Outcome == SearchOutcome.Better ? 1 : 0);
                Interlocked.Add(ref worse, found.Worse.Count > 0 ? 1 : 0);
                Interlocked.Add(ref guarded, found.Cost is null ? 0 : 1);
            },
            iter: 1000);

        // The cases that matter were among them.
        Assert.True(better > 300, $"{better} better");
        Assert.True(worse > 20, $"{worse} worse");
        Assert.True(guarded > 5, $"{guarded} guarded");
    }

    /// <summary>What a search may choose beside what another may is searched beside it, never in its place.</summary>
    [Fact]
    public void MoreFreedomNeverServesWorse()
    {
        int better = 0;
        Gen.Select(Gen.Int[0, Models.Length - 1], Settings, Gen.Int[0, 100_000], Gen.Int[1, 40]).Sample(
            (which, settings, seed, count) =>
            {
                (DetectionModel model, string? maps) = Models[which];
                bool isSsd = model.ModelCase == DetectionModel.ModelOneofCase.Ssd;
                PlacedBoxes boxes = RandomBoxes.WithClasses(RandomBoxes.Make(seed, count, isSsd ? Square : new ImageSize(800, 600)), 0.7);
                double ratios = Gain(scales: false, LowestLayer.Keep);
                double scales = Gain(scales: true, LowestLayer.Keep);
                double layers = Gain(scales: false, LowestLayer.Auto);
                double both = Gain(scales: true, LowestLayer.Auto);
                Assert.True(scales >= ratios, $"{ratios} {scales}");
                Assert.True(layers >= ratios, $"{ratios} {layers}");
                Assert.True(both >= scales && both >= layers, $"{scales} {layers} {both}");
                Interlocked.Add(ref better, both > ratios ? 1 : 0);

                double Gain(bool scales, LowestLayer lowest) => AnchorSearch.Run(
                    boxes, Drawn.Scheme(model, maps), isSsd ? model.Ssd.AnchorGenerator : model.FasterRcnn.FirstStageAnchorGenerator,
                    settings with { Scales = scales, LowestLayer = lowest }, CancellationToken.None) switch
                {
                    AnchorSearchResult.Found { Outcome: SearchOutcome.Better } found => found.Gain,
                    AnchorSearchResult.Found { Outcome: SearchOutcome.Base } => 0,
                    AnchorSearchResult.Found => -1,
                    _ => double.NegativeInfinity,
                };
            },
            iter: 40);
        Assert.True(better > 10, $"{better} better");
    }

    /// <summary>Many large boxes and a few small ones: only the guard keeps the small ones' anchors.</summary>
    [Fact]
    public void WhatTheGuardCostsIsKnown()
    {
        PixelBox[] large = [.. Enumerable.Range(0, 180).Select(i => Box(60 + (i % 20 * 10), 60 + (i / 20 * 20), 74 + (i % 7), 75 + (i % 5)))];
        PixelBox[] small = [.. Enumerable.Range(0, 12).Select(i => Box(20 + (i * 25), 150 + (i * 3), 30, 31))];
        var boxes = new PlacedBoxes();
        foreach ((PixelBox edges, int number) in large.Select(edges => (edges, 0)).Concat(small.Select(edges => (edges, 1))))
        {
            boxes.Add(new PlacedBox(edges, 1, boxes.IndexOf(Square), number, 0, 0));
        }

        // One anchor at each place of the finest map: it serves the ones or the others.
        DetectionModel model = Drawn.Ssd(
            "ssd_anchor_generator { aspect_ratios: 1.0 scales: [0.1, 0.35, 0.5, 0.65, 0.8, 0.95] interpolated_scale_aspect_ratio: 0.0 reduce_boxes_in_lowest_layer: false }");
        AnchorScheme scheme = Drawn.Scheme(model);
        AnchorSearchResult.Found Find(Protection protection) => Assert.IsType<AnchorSearchResult.Found>(AnchorSearch.Run(
            boxes, scheme, model.Ssd.AnchorGenerator, new SearchSettings { AspectRatioCount = 1, Scales = true, Protection = protection, Budget = 3000, ClassWeights = new Dictionary<int, double> { [1] = 0.001 } }, CancellationToken.None));
        AnchorSearchResult.Found guarded = Find(Protection.All);
        AnchorSearchResult.Found free = Find(Protection.None);

        DrawnScore before = DrawnScore.Measure(boxes, scheme);
        Assert.Empty(GroupRegression.Find(before, DrawnScore.Measure(boxes, scheme.With(guarded.Generator)), Protection.All));
        Assert.Contains(GroupRegression.Find(before, DrawnScore.Measure(boxes, scheme.With(free.Generator)), Protection.All), group => group is { Kind: Protection.Classes, Key: 1 });
        Assert.Contains(guarded.Cost!.Groups, group => group is { Kind: Protection.Classes, Key: 1 });
        Assert.Null(free.Cost);
    }

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static PixelBox Box(double x, double y, double width, double height) =>
        new(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2));
}
