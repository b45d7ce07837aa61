using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.Geometry;
using AnchorFit.Reporting;
using AnchorFit.Text;

namespace AnchorFit.Tests.Reporting;

/// <summary>Models of reports with figures that no fit has to come to.</summary>
internal static class SampleReport
{
    /// <summary>Every section has something to show.</summary>
    public static ReportModel Whole(string className = "cat", string file = "data/a.xml", string baseConfig = "models/base.config", string setting = "KMeans")
    {
        WeightedRatios ratios = WeightedRatios.Create([0.25, 0.5, 0.55, 1, 2, 2.5], [1, 4, 3, 6, 2, 1]);
        float[] fitted = [0.5f, 1, 2];
        PlacedBoxes boxes = Boxes([(40, 80), (60, 60), (120, 60), (12, 24), (200, 250)]);
        DrawnFigures drawn = Drawn([0.5, 0.6, 0.45, 0.1, 0.8], [0.55, 0.7, 0.52, 0.2, 0.8], className);
        return new ReportModel
        {
            Project = className,
            Summary = Summary(className, baseConfig) with
            {
                Anchors = new AnchorFigures(fitted, FitObjective.KMeans, Quality(ratios, fitted))
                {
                    Curve = new FitCurve([new([1], 0.6, 2) { Drawn = Fallen(className) }, new([0.5f, 1.5f], 0.75, 3) { Drawn = drawn }, new([0.5f, 1, 2], 0.9, 4) { Drawn = drawn }], 0.85, 3),
                    Choices = Choices(drawn, className),
                    Advice = [new Advice("finest_layer", $"the boxes of {className} are small")],
                },
                Drawn = Fallen(className) with { PositivesBefore = new PositiveAnchors(0, 3, 9), PositivesAfter = new PositiveAnchors(1, 4.5, 12) },
                DifficultCount = 3,
            },
            BaseAspectRatios = [0.5f, 1, 2, 3],
            BaseCoverage = UnitAreaCoverage.Measure(ratios, [0.5f, 1, 2, 3]),
            Ratios = RatioHistogram.Of(ratios),
            Shapes = ShapeDensity.Of(boxes),
            OverlapsBefore = OverlapHistogram.Of(boxes, drawn.Before.Matches),
            OverlapsAfter = OverlapHistogram.Of(boxes, drawn.After.Matches),
            Classes = [new(className, 4, Score(0.6, 4), Score(0.65, 4)), new("dog", 1, null, null), new("worse", 20, Score(0.7, 20), Score(0.4, 20))],
            LayersBefore = [new(Protection.None, 0, "layer 1", Score(0.5, 30), Score(0.6, 30)), new(Protection.None, 1, "layer 2", Score(0.9, 10), Score(0.8, 10))],
            WorstBoxes = [new(new FilePlace(file, new LinePosition(12, 0)), className, new BoxSize(12, 24), 0.1, 0.2), new(new FilePlace(file, LinePosition.None), null, new BoxSize(120, 60), 0.45, 0.52)],
            Diagnostics = [new(FittingDiagnostics.UnusableAspectRatioRule, 1234, new FilePlace(file, new LinePosition(3, 1))), new(FittingDiagnostics.NoUsableBoxesRule, 1, null)],
            Settings = [new("AnchorFitObjective", setting, false), new("AnchorFitAspectRatioCount", "4", true)],
        };
    }

    /// <summary>With images of the worst boxes, and links to their files.</summary>
    public static ReportModel WithPictures(string name)
    {
        ReportModel whole = Whole(name, name);
        var picture = new BoxPicture("image/png", [1, 2, 3], new ImageSize(400, 300), new PixelBox(10, 20, 30, 60));
        return whole with { WorstBoxes = [.. whole.WorstBoxes.Select(box => box with { Picture = picture, FileFromReport = "../../" + name })] };
    }

    /// <summary>A set of shapes without places.</summary>
    public static ReportModel Shapes()
    {
        ReportModel whole = Whole();
        WeightedRatios ratios = WeightedRatios.Create([0.5, 1], [1, 3]);
        return whole with
        {
            Summary = whole.Summary with { Drawn = null, WhyNotDrawn = "of every box only the shape is known", Anchors = whole.Summary.Anchors! with { Curve = null, Choices = [], Advice = [] } },
            Shapes = null,
            OverlapsBefore = OverlapHistogram.OfShapes(ratios, [0.5f, 1, 2, 3]),
            OverlapsAfter = OverlapHistogram.OfShapes(ratios, [0.5f, 1, 2]),
            Classes = [new("cat", 4, null, null)],
            WorstBoxes = [],
        };
    }

    /// <summary>A model without anchors.</summary>
    public static ReportModel NoAnchors() => new() { Summary = Summary("cat", "center.config"), Classes = [new("cat", 5, null, null)] };

    public static PlacedBoxes Boxes(IEnumerable<(double Width, double Height)> sizes)
    {
        var boxes = new PlacedBoxes();
        int input = boxes.IndexOf(new ImageSize(320, 320));
        foreach ((double width, double height) in sizes)
        {
            boxes.Add(new PlacedBox(new PixelBox(10, 10, 10 + width, 10 + height), 1, input, 0, 0, 1));
        }

        return boxes;
    }

    private static FitSummary Summary(string className, string baseConfig) => new()
    {
        PackageVersion = "1.2.3",
        BaseConfig = baseConfig,
        ImageResizer = "fixed_shape_resizer",
        FileCount = 2,
        ObjectCount = 8,
        BoxCount = 5,
        Classes = [new(className, 4), new("dog", 1)],
        NumClasses = 2,
        NumClassesSource = "annotations",
        Anchors = null,
    };

    private static FitQuality Quality(WeightedRatios ratios, float[] fitted) => new(null, null, UnitAreaCoverage.Measure(ratios, fitted));

    private static DrawnFigures Drawn(double[] before, double[] after, string className)
    {
        AnchorGrid[] grids = [new(20, 20, 16, 16, 8, 8, [new(32, 32), new(45, 22)]), new(10, 10, 32, 32, 16, 16, [new(64, 64)])];
        DrawnScore Of(double[] overlaps) => new()
        {
            Whole = Score(overlaps.Average(), overlaps.Length),
            AnchorCount = 900,
            AnchorsALocation = [2, 1],
            Layout = new AnchorLayout(new ImageSize(320, 320), grids, EdgeRule.Keep),
            Classes = [new(0, Score(overlaps.Average(), overlaps.Length))],
            SizeBands = [new(1, Score(overlaps[3], 1)), new(3, Score(overlaps[0], 4))],
            Grids = [new(0, Score(overlaps[0], 3)), new(1, Score(overlaps[1], 2))],
            Matches = new BestMatches(overlaps, [0, 0, 0, 1, 1]),
        };
        return new DrawnFigures { Before = Of(before), After = Of(after), MatchedThreshold = 0.5, ClassNames = [className] };
    }

    /// <summary>Two classes and a size of ten boxes or more, one class and the size worse than before.</summary>
    private static DrawnFigures Fallen(string className)
    {
        DrawnFigures drawn = Drawn([0.5, 0.6, 0.45, 0.1, 0.8], [0.55, 0.7, 0.52, 0.2, 0.8], className);
        return drawn with
        {
            Before = drawn.Before with { Whole = Score(0.63, 60), Classes = [new(0, Score(0.6, 40)), new(1, Score(0.7, 20))], SizeBands = [new(1, Score(0.5, 40)), new(3, Score(0.9, 20))] },
            After = drawn.After with { Whole = Score(0.64, 60), Classes = [new(0, Score(0.65, 40)), new(1, Score(0.4, 20))], SizeBands = [new(1, Score(0.55, 40)), new(3, Score(0.8, 20))] },
            ClassNames = [className, "worse"],
        };
    }

    private static FitChoice[] Choices(DrawnFigures drawn, string className) =>
    [
        new(null, false, 4, drawn with { After = drawn.Before }),
        new(FitObjective.KMeans, false, 3, Fallen(className)) { IsInUse = true, Settings = [new("AnchorFitObjective", "KMeans"), new("AnchorFitAspectRatioCount", "3")] },
        new(FitObjective.DrawnAnchors, true, 3, drawn) { IsEstimate = true, Settings = [new("AnchorFitObjective", "DrawnAnchors"), new("AnchorFitScales", "true"), new("AnchorFitAspectRatioCount", "3")] },
    ];

    private static MatchingScore Score(double mean, double boxes) => new() { MeanBestIoU = mean, Recall = Math.Round(mean, 1), ForcedShare = 0.125, BoxCount = boxes };
}
