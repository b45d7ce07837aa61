using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.Geometry;
using AnchorFit.Run;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Run;

public class BoxPopulationTests
{
    private static readonly ImageResize s_fixed = new ImageResize.FixedShape(Height: 100, Width: 200);
    private static readonly ImageResize s_keep = new ImageResize.KeepAspectRatio(100, 400, PadToMaxDimension: false);
    private readonly DiagnosticBag _diagnostics = [];

    [Fact]
    public void EachBoxIsScaledByItsOwnImage()
    {
        AnnotationFile file = File(
            BoxUnit.Pixels,
            [Image(400, 100), Image(50, 400)],
            Box(0, 0, 40, 10, image: 0),
            Box(0, 0, 40, 10, image: 1));

        WeightedRatios ratios = Gather(file, s_fixed).TakeRatios();

        Assert.Equal([20.0 / 10, 160.0 / 2.5], ratios.Ratios.ToArray());
    }

    [Fact]
    public void FractionsNeedNoSizeWhereEveryImageBecomesOneSize()
    {
        AnnotationFile file = File(BoxUnit.Fractions, [Image(null)], Box(0.25, 0.5, 0.75, 1));

        WeightedRatios ratios = Gather(file, s_fixed).TakeRatios();

        Assert.Empty(_diagnostics);
        Assert.Equal([100.0 / 50], ratios.Ratios.ToArray());
    }

    [Fact]
    public void FractionsNeedTheSizeWhereImagesKeepTheirShape()
    {
        AnnotationFile file = File(
            BoxUnit.Fractions,
            [Image(300, 200), Image(null, "no 'height'")],
            Box(0, 0, 0.5, 0.5, image: 0),
            Box(0, 0, 0.5, 0.25, image: 1),
            Box(0, 0, 0.5, 0.25, image: 1));

        BoxPopulation boxes = Gather(file, s_keep);

        Assert.Equal([1.5], boxes.TakeRatios().Ratios.ToArray());
        Assert.Equal(
            "a.json(3,4): warning AFB2020: no 'height', and keep_aspect_ratio_resizer needs the image's size, so the boxes of the image 'two.jpg' are left out: write 'width' and 'height' into the entry of 'images', or give the item the metadata ImageSize (WIDTHxHEIGHT, where all are of one size)",
            Assert.Single(_diagnostics).ToString());
    }

    [Fact]
    public void WhatTheItemSaysStandsInForSizesThatTheFileLacks()
    {
        AnnotationFile file = File(
            BoxUnit.Pixels, [Image(400, 100), Image(null, "no 'width'")], Box(0, 0, 40, 10, image: 0), Box(0, 0, 40, 10, image: 1));

        BoxPopulation boxes = BoxPopulation.Gather(
            [new(file, 1) { ImageSize = new ImageSize(50, 400) }], new BoxScaling(s_fixed, 0), new FitSettings(), _diagnostics);

        Assert.Empty(_diagnostics);
        Assert.Equal([20.0 / 10, 160.0 / 2.5], boxes.TakeRatios().Ratios.ToArray());
    }

    [Fact]
    public void PixelsKeepTheirShapeUnseenUnlessTheirSizeIsJudged()
    {
        AnnotationFile file = File(BoxUnit.Pixels, [Image(null, "no size")], Box(0, 0, 40, 10));

        Assert.Equal(1, Gather(file, s_keep).BoxCount);
        Assert.Empty(_diagnostics);
        Assert.Equal(0, Gather(file, s_keep, new FitSettings { MinBoxSize = 1 }).BoxCount);
        Assert.Equal("AFB2020", Assert.Single(_diagnostics).Code);
    }

    [Fact]
    public void TheShorterSideInResizedPixelsDecidesWhatIsTooSmall()
    {
        // At 400×100 the fixed shape halves widths and keeps heights.
        AnnotationFile file = File(
            BoxUnit.Pixels, [Image(400, 100)], Box(0, 0, 16, 8), Box(0, 0, 15.9, 8), Box(0, 0, 16, 7.9), Box(0, 0, 100, 50));

        BoxPopulation boxes = Gather(file, s_fixed, new FitSettings { MinBoxSize = 8 });

        Assert.Equal(2, boxes.BoxCount);
        Assert.Equal(new LeftOutBoxes(0, 0, 2), boxes.LeftOut);
    }

    [Theory]
    [InlineData("dog", "", new[] { "dog" }, 1)]
    [InlineData("", "dog", new[] { "cat" }, 2)]
    [InlineData("dog;cat", "", new[] { "cat", "dog" }, 2)]
    public void ClassesThatTakeNoPartCountNowhere(string include, string exclude, string[] met, int fitted)
    {
        AnnotationFile file = File(BoxUnit.Pixels, [Image(400, 100)], Box(0, 0, 1, 1, classIndex: 0), Box(0, 0, 1, 2, classIndex: 1), Box(0, 0, 1, 3, classIndex: -1));

        BoxPopulation boxes = Gather(file, s_fixed, new FitSettings { Classes = new ClassSelection(List(include), List(exclude)) });

        Assert.Equal(met, boxes.Classes.Names);
        Assert.Equal(fitted, boxes.BoxCount);
        Assert.Equal(3 - fitted, boxes.LeftOut.OtherClasses);
        Assert.Equal(new[] { "cat", "dog" }.Except(met), boxes.OtherClasses.Order(StringComparer.Ordinal));

        static string[] List(string names) => names.Split(';', StringSplitOptions.RemoveEmptyEntries);
    }

    [Theory]
    [InlineData((int)BoxFlags.Difficult)]
    [InlineData((int)BoxFlags.Crowd)]
    [InlineData((int)BoxFlags.GroupOf)]
    public void DoubtfulBoxesCanBeLeftOut(int flag)
    {
        AnnotationFile file = File(BoxUnit.Pixels, [Image(400, 100)], Box(0, 0, 1, 1, flags: (BoxFlags)flag | BoxFlags.Truncated), Box(0, 0, 1, 2, flags: BoxFlags.Truncated));

        Assert.Equal(2, Gather(file, s_fixed).BoxCount);
        BoxPopulation without = Gather(file, s_fixed, new FitSettings { IncludeDifficult = false });
        Assert.Equal(1, without.BoxCount);
        Assert.Equal(new LeftOutBoxes(0, 1, 0), without.LeftOut);
    }

    [Fact]
    public void ShapesAreNeverRescaledAndCountAsMany()
    {
        var file = new AnnotationFile
        {
            Path = "shapes.csv",
            ClassNames = ["cat"],
            Boxes = [],
            Shapes = [new CountedShape(new BoxSize(30, 10), 7, 0, 2), new CountedShape(new BoxSize(10, 10), 2.5, -1, 3)],
            ObjectCount = 2,
            Diagnostics = [],
        };

        BoxPopulation boxes = Gather(file, s_fixed);

        WeightedRatios ratios = boxes.TakeRatios();
        Assert.Equal([1, 3], ratios.Ratios.ToArray());
        Assert.Equal([2.5, 7], ratios.Weights.ToArray());
        Assert.Equal(9.5, boxes.BoxCount);
        Assert.Equal(7, Assert.Single(boxes.Classes.FittedBoxes).Value);
    }

    [Fact]
    public void AFilesWeightMultipliesItsBoxesButNotTheirNumber()
    {
        AnnotationFile one = File(BoxUnit.Pixels, [Image(200, 100)], Box(0, 0, 10, 10), Box(0, 0, 20, 10));
        AnnotationFile two = File(BoxUnit.Pixels, [Image(200, 100)], Box(0, 0, 20, 10));

        BoxPopulation boxes = BoxPopulation.Gather([new(one, 1), new(two, 2.5)], new BoxScaling(s_fixed, 0), new FitSettings(), _diagnostics);

        Assert.Equal(3, boxes.BoxCount);
        WeightedRatios ratios = boxes.TakeRatios();
        Assert.Equal([1, 2], ratios.Ratios.ToArray());
        Assert.Equal([1, 3.5], ratios.Weights.ToArray());
        Assert.Equal(0, boxes.TakeRatios().Count);
    }

    [Fact]
    public void AWeightOfThreeIsTheFileThreeTimes()
    {
        AnnotationFile one = File(BoxUnit.Pixels, [Image(200, 100)], Box(0, 0, 13, 10), Box(0, 0, 20, 10));
        AnnotationFile two = File(BoxUnit.Pixels, [Image(200, 100)], Box(0, 0, 20, 10), Box(0, 0, 7, 10));

        WeightedRatios weighted = Ratios(new(one, 1), new(two, 3));
        WeightedRatios repeated = Ratios(new(one, 1), new(two, 1), new(two, 1), new(two, 1));

        Assert.Equal(repeated.Ratios.ToArray(), weighted.Ratios.ToArray());
        Assert.Equal(repeated.Weights.ToArray(), weighted.Weights.ToArray());

        WeightedRatios Ratios(params WeightedFile[] files) =>
            BoxPopulation.Gather(files, new BoxScaling(s_fixed, 0), new FitSettings(), _diagnostics).TakeRatios();
    }

    [Fact]
    public void ImagesWithoutSizeAreToldUntilTheLimit()
    {
        AnnotationFile file = File(
            BoxUnit.Pixels,
            [.. Enumerable.Range(0, 30).Select(_ => Image(null, "no size"))],
            [.. Enumerable.Range(0, 30).Select(i => Box(0, 0, 1, 1, image: i))]);

        Gather(file, s_fixed);

        Assert.Equal(FaultLog.Shown + 1, _diagnostics.Count);
        Assert.StartsWith("10 more of this kind", _diagnostics[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePatternReadsTheNameOfEachImage()
    {
        AnnotationFile file = File(
            BoxUnit.Pixels,
            [Image(400, 100, "birds/owl_1.jpg"), Image(400, 100, "cat_2.jpg"), Image(400, 100, "owl_3.png")],
            Box(0, 0, 1, 1, image: 2),
            Box(0, 0, 1, 2, image: 0),
            Box(0, 0, 1, 3, image: 0));
        var settings = new FitSettings { ClassPattern = ClassPattern.Parse("^[a-z]+", "x.csproj", _diagnostics) };

        BoxPopulation boxes = Gather(file, s_fixed, settings);

        Assert.Empty(_diagnostics);
        Assert.Equal([new("owl", 3)], boxes.Classes.FittedBoxes);
    }

    private static AnnotatedImage Image(int? width, string fault = "", string name = "two.jpg") =>
        new(null, new LinePosition(3, 4)) { SizeFault = fault, Name = width is null ? name : null };

    private static AnnotatedImage Image(int width, int height, string name = "one.jpg") =>
        new(new ImageSize(width, height), new LinePosition(1, 1)) { Name = name };

    private static GroundTruthBox Box(
        double xmin, double ymin, double xmax, double ymax, int image = 0, int classIndex = -1, BoxFlags flags = BoxFlags.None) =>
        new(new PixelBox(xmin, ymin, xmax, ymax), classIndex, flags, 1, image);

    [Fact]
    public void AFaultOfAFileThatManyShareIsToldOnce()
    {
        AnnotationFile[] files = [.. new[] { "a.txt", "b.txt" }.Select(path => new AnnotationFile
        {
            Path = path,
            ObjectCount = 1,
            ClassNames = [],
            Boxes = [],
            Diagnostics = [DatasetDiagnostics.CannotRead("data.yaml", "it does not exist"), AnnotationDiagnostics.MissingName(path, new LinePosition(1, 1))],
        })];

        BoxPopulation.Gather([.. files.Select(file => new WeightedFile(file, 1))], new BoxScaling(s_fixed, 0), new FitSettings(), _diagnostics);

        Assert.Equal(["data.yaml", "a.txt", "b.txt"], _diagnostics.Select(d => d.Path));
    }

    private static AnnotationFile File(BoxUnit unit, IReadOnlyList<AnnotatedImage> images, params GroundTruthBox[] boxes) => new()
    {
        Path = "a.json",
        Format = AnnotationFormats.Coco,
        Unit = unit,
        Images = images,
        ClassNames = ["cat", "dog"],
        Boxes = boxes,
        ObjectCount = boxes.Length,
        Diagnostics = [],
    };

    private BoxPopulation Gather(AnnotationFile file, ImageResize resize, FitSettings? settings = null)
    {
        settings ??= new FitSettings();
        return BoxPopulation.Gather([new(file, 1)], new BoxScaling(resize, settings.MinBoxSize), settings, _diagnostics);
    }
}
