using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Run;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Run;

public class PlacedPopulationTests
{
    private static readonly ImageSize s_image = new(400, 200);
    private readonly DiagnosticBag _diagnostics = [];

    /// <summary>The box from (50, 50) to (150, 100) of a 400×200 image, by every resizer: (xmin, ymin, xmax, ymax) in an input of width × height.</summary>
    public static TheoryData<int, double[], int[]> EveryResizer => new()
    {
        { 0, [25, 25, 75, 50], [200, 100] },
        { 1, [25, 75, 75, 150], [200, 300] },
        { 2, [25, 25, 75, 50], [200, 100] },
        { 3, [37.5, 37.5, 112.5, 75], [300, 300] },
        { 4, [12.5, 12.5, 37.5, 25], [100, 50] },
        { 5, [75, 75, 225, 150], [600, 300] },
        { 6, [50, 50, 150, 100], [400, 200] },
        { 7, [50, 50, 150, 100], [512, 256] },
    };

    private static ImageResize[] Resizers { get; } =
    [
        new ImageResize.FixedShape(Height: 100, Width: 200),
        new ImageResize.FixedShape(Height: 300, Width: 200),
        new ImageResize.KeepAspectRatio(100, 400, PadToMaxDimension: false),
        new ImageResize.KeepAspectRatio(300, 300, PadToMaxDimension: true),
        new ImageResize.Conditional(ResizeCondition.Greater, 100),
        new ImageResize.Conditional(ResizeCondition.Smaller, 300),
        new ImageResize.Identity(),
        new ImageResize.PadToMultiple(128),
    ];

    [Theory]
    [MemberData(nameof(EveryResizer))]
    public void PixelsAndFractionsComeToTheSamePlace(int resizer, double[] edges, int[] input)
    {
        PlacedPopulation pixels = Gather(Resizers[resizer], File(BoxUnit.Pixels, s_image, Box(50, 50, 150, 100)));
        PlacedPopulation fractions = Gather(Resizers[resizer], File(BoxUnit.Fractions, s_image, Box(0.125, 0.25, 0.375, 0.5)));

        Assert.All([pixels, fractions], placed =>
        {
            PlacedBox box = Assert.Single(placed.Boxes.Boxes.ToArray());
            Assert.Equal(new PixelBox(edges[0], edges[1], edges[2], edges[3]), box.Edges);
            Assert.Equal(new ImageSize(input[0], input[1]), Assert.Single(placed.Boxes.Inputs));
            Assert.Equal((1, 0, 0, -1, 7, 0), (box.Weight, box.Input, box.File, box.Class, box.Line, placed.UnplacedCount));
        });
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void WithoutTheImagesSizeOnlyFractionsOfOneSizeHaveAPlace()
    {
        foreach (ImageResize resize in Resizers.Skip(2))
        {
            PlacedPopulation placed = Gather(resize, File(BoxUnit.Pixels, null, Box(50, 50, 150, 100), Box(0, 0, 1, 1)));
            Assert.Equal((0, 2), (placed.Boxes.Count, placed.UnplacedCount));
            Assert.Empty(placed.Boxes.Inputs);
        }

        Assert.Empty(_diagnostics);
        PlacedPopulation fractions = Gather(Resizers[1], File(BoxUnit.Fractions, null, Box(0.125, 0.25, 0.375, 0.5)));
        Assert.Equal(new PixelBox(25, 75, 75, 150), Assert.Single(fractions.Boxes.Boxes.ToArray()).Edges);
        Assert.Equal(new ImageSize(200, 300), Assert.Single(fractions.Boxes.Inputs));
    }

    [Fact]
    public void WhereEveryBoxNeedsAPlaceAMissingSizeIsTold()
    {
        var settings = new FitSettings { Objective = AnchorFit.Fitting.FitObjective.DrawnAnchors };
        foreach (ImageResize resize in Resizers.Skip(2))
        {
            PlacedPopulation placed = Gather(resize, File(BoxUnit.Pixels, null, Box(50, 50, 150, 100), Box(0, 0, 1, 1)), settings);
            Assert.Equal((0, 0), (placed.Boxes.Count, placed.UnplacedCount));
        }

        Assert.Equal(Resizers.Length - 2, _diagnostics.Count);
        Assert.All(_diagnostics, d => Assert.Equal("AFB2020", d.Code));
    }

    [Fact]
    public void ABoxKnowsItsFileItsClassAndItsWeight()
    {
        AnnotationFile[] files =
        [
            File(BoxUnit.Pixels, s_image, Box(0, 0, 10, 10) with { ClassIndex = 1 }, Box(0, 0, 20, 10)),
            new AnnotationFile { Path = "b.xml", ClassNames = [], Boxes = [], ObjectCount = 0, Diagnostics = [] },
            File(BoxUnit.Pixels, new ImageSize(200, 200), Box(0, 0, 30, 10) with { ClassIndex = 0, Line = 9 }),
        ];
        var settings = new FitSettings();
        BoxPopulation boxes = BoxPopulation.Gather(
            files.Select(file => new WeightedFile(file, file == files[2] ? 2.5 : 1)), new BoxScaling(new ImageResize.Identity(), 0), settings, _diagnostics);

        Assert.Equal(["a.txt", "b.xml", "a.txt"], boxes.Placed.Files);
        Assert.Equal(["cat", "dog"], boxes.Classes.Numbered);
        Assert.Equal(
            [
                new PlacedBox(new PixelBox(0, 0, 10, 10), 1, Input: 0, Class: 1, File: 0, Line: 7),
                new PlacedBox(new PixelBox(0, 0, 20, 10), 1, Input: 0, Class: -1, File: 0, Line: 7),
                new PlacedBox(new PixelBox(0, 0, 30, 10), 2.5, Input: 1, Class: 0, File: 2, Line: 9),
            ],
            boxes.Placed.Boxes.Boxes.ToArray());
        Assert.Equal([s_image, new ImageSize(200, 200)], boxes.Placed.Boxes.Inputs);
    }

    [Fact]
    public void ACountedBoxWeighsAsManyAndOneThatTakesNoPartHasNoPlace()
    {
        AnnotationFile file = new()
        {
            Path = "a.csv",
            Images = [new AnnotatedImage(s_image, new LinePosition(1, 1))],
            ClassNames = ["cat", "dog"],
            Boxes = [Box(0, 0, 10, 10) with { ClassIndex = 0 }, Box(0, 0, 20, 20) with { ClassIndex = 1 }, Box(0, 0, 2, 30) with { ClassIndex = 0 }],
            BoxCounts = [3, 4, 5],
            ObjectCount = 3,
            Diagnostics = [],
        };

        PlacedPopulation placed = Gather(
            new ImageResize.Identity(), file, new FitSettings { MinBoxSize = 4, Classes = new ClassSelection(["cat"], []) });

        Assert.Equal(3, Assert.Single(placed.Boxes.Boxes.ToArray()).Weight);
        Assert.Equal(0, placed.UnplacedCount);
    }

    [Fact]
    public void ShapesHaveNoPlace()
    {
        AnnotationFile file = new()
        {
            Path = "shapes.csv",
            ClassNames = [],
            Boxes = [],
            Shapes = [new CountedShape(new BoxSize(30, 10), 7, -1, 2), new CountedShape(new BoxSize(10, 10), 2.5, -1, 3)],
            ObjectCount = 2,
            Diagnostics = [],
        };

        PlacedPopulation placed = Gather(Resizers[0], file);

        Assert.Equal((0, 9.5), (placed.Boxes.Count, placed.UnplacedCount));
    }

    [Fact]
    public void AnImageOfWhichNothingIsLeftHasNoPlaces()
    {
        // 600/10000 of one pixel is rounded to none.
        PlacedPopulation placed = Gather(
            new ImageResize.KeepAspectRatio(600, 1024, PadToMaxDimension: false), File(BoxUnit.Pixels, new ImageSize(10000, 1), Box(0, 0, 100, 1)));

        Assert.Equal((0, 1), (placed.Boxes.Count, placed.UnplacedCount));
    }

    [Fact]
    public void BoxesBeyondTheEdgeStayWhereTheyAre()
    {
        PlacedPopulation placed = Gather(Resizers[0], File(BoxUnit.Pixels, s_image, Box(-20, 150, 60, 260)));

        Assert.Equal(new PixelBox(-10, 75, 30, 130), Assert.Single(placed.Boxes.Boxes.ToArray()).Edges);
    }

    private static GroundTruthBox Box(double xmin, double ymin, double xmax, double ymax) =>
        new(new PixelBox(xmin, ymin, xmax, ymax), -1, BoxFlags.None, 7);

    private static AnnotationFile File(BoxUnit unit, ImageSize? image, params GroundTruthBox[] boxes) => new()
    {
        Path = "a.txt",
        Format = AnnotationFormats.Kitti,
        Unit = unit,
        Images = [new AnnotatedImage(image, new LinePosition(1, 1))],
        ClassNames = ["cat", "dog"],
        Boxes = boxes,
        ObjectCount = boxes.Length,
        Diagnostics = [],
    };

    private PlacedPopulation Gather(ImageResize resize, AnnotationFile file, FitSettings? settings = null)
    {
        settings ??= new FitSettings();
        return BoxPopulation.Gather([new(file, 1)], new BoxScaling(resize, settings.MinBoxSize, settings.NeedsPlaces), settings, _diagnostics).Placed;
    }
}
