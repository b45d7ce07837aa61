using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Tables;
using AnchorFit.Fitting;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Annotations.Tables;

/// <summary>Tables of shapes with counts.</summary>
public sealed class CsvShapesTests
{
    private static AnnotationFile Read(string text) => TableReading.Read(new CsvReader(), text);

    [Fact]
    public void MergesEqualShapesInOrderOfAppearance()
    {
        AnnotationFile file = Read("""
            count,box_height,BOX_WIDTH,class,dataset
            3,20,10,dog,a
            0.5,10,20,dog,a
            2,20.0,1e1,dog,b
            4,20,10,cat,b

            1,20,10,dog,
            """);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(["dog", "cat"], file.ClassNames);
        Assert.Equal(
            [
                new CountedShape(new BoxSize(10, 20), 6, 0, 2),
                new CountedShape(new BoxSize(20, 10), 0.5, 0, 3),
                new CountedShape(new BoxSize(10, 20), 4, 1, 5),
            ],
            file.Shapes);
        Assert.Equal(11, file.ObjectCount);
        Assert.Empty(file.Boxes);
        Assert.Empty(file.Images);
    }

    [Fact]
    public void CountAndClassMayBeLeftOut()
    {
        AnnotationFile file = Read("box_width;box_height\n10;20\n10;20\n");

        Assert.Empty(file.Diagnostics);
        Assert.Equal([new CountedShape(new BoxSize(10, 20), 2, -1, 2)], file.Shapes);
    }

    [Theory]
    [InlineData("0,20,1,dog", "a.csv(3,1): warning AFB2016: 'box_width' is 0, so the shape has no area and is left out: correct the value, or remove the row")]
    [InlineData("10,-2,1,dog", "a.csv(3,4): warning AFB2016: 'box_height' is -2, so the shape has no area and is left out: correct the value, or remove the row")]
    [InlineData("10,tall,1,dog", "a.csv(3,4): warning AFB2013: 'box_height' is 'tall', not a number of pixels, and the row is left out: write it like 12 or 12.5")]
    [InlineData("10,20,0,dog", "a.csv(3,7): warning AFB2146: 'count' is '0', not a number above 0 (up to 1e15), and the row is left out: write it like 3 or 0.5")]
    [InlineData("10,20,-1,dog", "a.csv(3,7): warning AFB2146: 'count' is '-1', not a number above 0 (up to 1e15), and the row is left out: write it like 3 or 0.5")]
    [InlineData("10,20,,dog", "a.csv(3,7): warning AFB2146: 'count' is '', not a number above 0 (up to 1e15), and the row is left out: write it like 3 or 0.5")]
    [InlineData("10", "a.csv(3,1): warning AFB2012: the row has 1 field, so 'box_height' is missing, and it is left out: complete the row, or export the file again")]
    [InlineData("10,20,1,dog,5", "a.csv(3,13): warning AFB2144: the row has 5 fields, the header 4, and it is left out: quote a field that has the separator in it")]
    public void OneBadRowCostsNoOther(string broken, string expected)
    {
        AnnotationFile file = Read($"box_width,box_height,count,class\n1,2,3,dog\n{broken}\n3,4,5,cat\n");

        TableReading.AssertSays(expected, file);
        Assert.True(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal([new CountedShape(new BoxSize(1, 2), 3, 0, 2), new CountedShape(new BoxSize(3, 4), 5, 1, 4)], file.Shapes);
        Assert.Equal(9, file.ObjectCount);
    }

    [Fact]
    public void AShapeWithoutAClassIsUsed()
    {
        AnnotationFile file = Read("box_width,box_height,class\n1,2,\n");

        TableReading.AssertSays(
            "a.csv(2,5): warning AFB2019: 'class' is empty, so the row is used but its class is not counted: fill in the class", file);
        Assert.Equal([new CountedShape(new BoxSize(1, 2), 1, -1, 2)], file.Shapes);
    }

    /// <summary>More shapes than any of the table's parts holds at first, each in several classes and rows.</summary>
    [Fact]
    public void MergesManyShapesAsADictionaryDoes() => Gen.Select(Gen.Int[1, 9_000], Gen.Int[1, 3], Gen.Int[1, 9]).Sample(
        (distinct, classes, seed) =>
        {
            StringBuilder text = new("box_width,box_height,count,class\n");
            Dictionary<(double, double, int), double> expected = [];
            for (int i = 0; i < 2 * distinct; i++)
            {
                int n = i * seed % distinct;
                (double width, double height, int kind) = (1 + (n / 100.0), 1 + (n % 7), n % classes);
                text.Append(CultureInfo.InvariantCulture, $"{width},{height},{i % 5 + 1},c{kind}\n");
                expected[(width, height, kind)] = expected.GetValueOrDefault((width, height, kind)) + (i % 5) + 1;
            }

            AnnotationFile file = Read(text.ToString());
            Assert.Equal(expected.Count, file.Shapes.Count);
            Assert.All(file.Shapes, s => Assert.Equal(
                expected[(s.Size.Width, s.Size.Height, int.Parse(file.ClassNames[s.ClassIndex][1..], CultureInfo.InvariantCulture))], s.Count));
            Assert.Equal(file.Shapes.Select(s => s.Line).Order(), file.Shapes.Select(s => s.Line));
        },
        iter: 10);

    [Fact]
    public void TheResultDoesNotDependOnThePieces() => TableReading.AssertSameInPieces(
        new CsvReader(),
        "box_width,box_height,count,class\r\n36.44444444444444,112.12345678901235,17,\"traffic \"\"light\"\"\"\r\n1,2\n\n1,x,1,a\n"u8.ToArray());

    [Fact]
    public void DamagedFilesNeverThrow() => TableReading.Mutate(
        new CsvReader(), "box_width,box_height,count,class\n36.44444444444444,112.12345678901235,17,a\n1.5,2.5,1,\"b\"\n", rounds: 3000);

    [Fact]
    public void TellsHowManyRowsItCounted()
    {
        int told = 0;
        string text = "box_width,box_height\n" + string.Concat(Enumerable.Repeat("1,2\n1,0\n", 100_000));
        new CsvReader().Read(
            new MemoryStream(Encoding.ASCII.GetBytes(text)),
            new AnnotationSource("a.csv", () => Stream.Null),
            new ReadingOptions { BoxesRead = count => told += count });
        Assert.Equal(100_000, told);
    }

    /// <summary>
    /// Distinct shapes with their counts are all that the fit of ratios needs: boxes that were scaled, grouped and
    /// counted elsewhere give the same ratios, weights and clusters as the boxes themselves, bit for bit.
    /// </summary>
    [Fact]
    public void FittingTheReducedTableEqualsFittingTheWhole()
    {
        Gen<(int ImageWidth, int ImageHeight, int Width, int Height, int Class)> box = Gen.Select(
            Gen.OneOf(Gen.Const(640), Gen.Const(1280), Gen.Const(1333)), Gen.OneOf(Gen.Const(480), Gen.Const(720), Gen.Const(999)), Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[0, 2]);
        Gen.Select(box.Array[50, 2000], Gen.Int[1, 5]).Sample(
            (boxes, k) =>
            {
                AnnotationFile whole = Read("filename,width,height,class,xmin,ymin,xmax,ymax\n" + string.Concat(boxes.Select((b, i) =>
                    $"{b.ImageWidth}x{b.ImageHeight}.jpg,{b.ImageWidth},{b.ImageHeight},c{b.Class},{i % 400},{i % 300},{(i % 400) + b.Width},{(i % 300) + b.Height}\n")));
                var resize = new ImageResize.FixedShape(Height: 320, Width: 300);
                BoxSize[] sizes = [.. whole.Boxes.Select(b => resize.Resize(b.Edges.Size, whole.Images[b.Image].Size!.Value))];

                IEnumerable<string> groups = boxes
                    .GroupBy(b => (Width: (double)b.Width * 300 / b.ImageWidth, Height: (double)b.Height * 320 / b.ImageHeight, b.Class))
                    .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key.Width:R},{g.Key.Height:R},{g.Count()},c{g.Key.Class}\n"));
                AnnotationFile reduced = Read("box_width,box_height,count,class\n" + string.Concat(groups.Order(StringComparer.Ordinal)));

                WeightedRatios fromBoxes = WeightedRatios.FromBoxes(sizes);
                var fromShapes = WeightedRatios.Create(
                    [.. reduced.Shapes.Select(s => s.Size.AspectRatio)], [.. reduced.Shapes.Select(s => s.Count)]);
                Assert.Equal(boxes.Length, whole.Boxes.Count);
                Assert.Equal(boxes.Length, reduced.ObjectCount);
                Assert.Equal(fromBoxes.Ratios.ToArray(), fromShapes.Ratios.ToArray());
                Assert.Equal(fromBoxes.Weights.ToArray(), fromShapes.Weights.ToArray());
                Assert.Equal(fromBoxes.TotalWeight, fromShapes.TotalWeight);

                KMeansFit expected = OptimalKMeans.Fit(fromBoxes, Math.Min(k, fromBoxes.Count), TestContext.Current.CancellationToken);
                KMeansFit actual = OptimalKMeans.Fit(fromShapes, Math.Min(k, fromShapes.Count), TestContext.Current.CancellationToken);
                Assert.Equal(expected.Clusters, actual.Clusters);
                Assert.Equal(expected.Inertia, actual.Inertia);

                MeanIoUFit expectedAnchors = OptimalMeanIoU.Fit(fromBoxes, Math.Min(k, fromBoxes.Count), TestContext.Current.CancellationToken);
                MeanIoUFit actualAnchors = OptimalMeanIoU.Fit(fromShapes, Math.Min(k, fromShapes.Count), TestContext.Current.CancellationToken);
                Assert.Equal(expectedAnchors.AspectRatios, actualAnchors.AspectRatios);
                Assert.Equal(expectedAnchors.MeanIoU, actualAnchors.MeanIoU);
            },
            iter: 50);
    }
}
