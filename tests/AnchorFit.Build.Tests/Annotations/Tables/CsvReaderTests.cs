using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using AnchorFit.Annotations;
using AnchorFit.Annotations.PascalVoc;
using AnchorFit.Annotations.Tables;
using AnchorFit.Geometry;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Annotations.Tables;

/// <summary>Tables of boxes as tools write them.</summary>
public sealed class CsvReaderTests
{
    private const string Good = """
        filename,width,height,class,xmin,ymin,xmax,ymax
        one.jpg,640,480,dog,10,20,110,220
        two.jpg,320,240,cat,1.5,2,31.5,42
        one.jpg,640,480,cat,5,6,7,9

        """;

    private static AnnotationFile Read(string text) => TableReading.Read(new CsvReader(), text);

    [Theory]
    [InlineData("sep=;\r\nfilename;width;height;class;xmin;ymin;xmax;ymax\r\na.jpg;640;480;cat;10;20;110;60\r\n")]
    [InlineData("\uFEFF\"sep=;\"\nfilename;width;height;class;xmin;ymin;xmax;ymax\na.jpg;640;480;cat;10;20;110;60\n")]
    [InlineData("SEP=|\rfilename|width|height|class|xmin|ymin|xmax|ymax\ra.jpg|640|480|cat|10|20|110|60\r")]
    [InlineData("sep=,\nfilename,width,height,class,xmin,ymin,xmax,ymax\na.jpg,640,480,cat,10,20,110,60\n")]
    [InlineData("sep=\t\nfilename\twidth\theight\tclass\txmin\tymin\txmax\tymax\na.jpg\t640\t480\tcat\t10\t20\t110\t60\n")]
    [InlineData("sep=;\nfilename,width,height,class,xmin,ymin,xmax,ymax\na.jpg,640,480,cat,10,20,110,60\n")]
    public void ExcelsLineOnTheSeparatorIsNoHeader(string text)
    {
        AnnotationFile file = Read(text);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(new GroundTruthBox(new PixelBox(10, 20, 110, 60), 0, BoxFlags.None, 3), Assert.Single(file.Boxes));
        TableReading.AssertSameInPieces(new CsvReader(), Encoding.UTF8.GetBytes(text));
    }

    [Theory]
    [InlineData("filename,width,height,class,xmin,ymin,xmax,ymax\na,9,9,c,0,0,4,5\nFilename, width,height,class,xmin,ymin,xmax,ymax\nb,9,9,c,0,0,6,5\nfilename,width,height,class,xmin,ymin,xmax,ymax\n", 2)]
    [InlineData("filename,width,height,class,xmin,ymin,xmax,ymax\na,9,9,c,0,0,4,5\nfilename, \"width\", \"height\", \"class\", \"xmin\", \"ymin\", \"xmax\", \"ymax\"\nb,9,9,c,0,0,6,5\nfilename,width,height,class,xmin,ymin,xmax,ymax,\n", 2)]
    [InlineData("box_width,box_height,class\n4,5,c\nbox_width,box_height,class\n6,5,c\n", 0)]
    public void AHeaderAmongTheRowsIsPassedOverAndTold(string text, int boxes)
    {
        AnnotationFile file = Read(text);

        Assert.Equal(boxes > 0 ? ["AFB2234 3", "AFB2234 5"] : ["AFB2234 3"], file.Diagnostics.Select(d => $"{d.Code} {d.Start.Line}"));
        Assert.StartsWith("a.csv(3,1): warning AFB2234: the names of the columns stand here once more", file.Diagnostics[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(["c"], file.ClassNames);
        Assert.Equal((boxes, 2 - boxes, 2), (file.Boxes.Count, file.Shapes.Count, file.ObjectCount));
    }

    [Theory]
    [InlineData("filename,class,width,height,xmin,ymin,xmax,ymax")] // another order
    [InlineData("filename,width,height,class,xmin,ymin,xmax,ymax,difficult")] // more columns
    [InlineData("image,label,width,height,XMIN,YMIN,XMAX,YMAX")] // other names
    public void AHeaderOfOtherColumnsAmongTheRowsEndsTheFile(string header)
    {
        AnnotationFile file = Read("filename,width,height,class,xmin,ymin,xmax,ymax\na,9,9,c,0,0,4,5\n" + header + "\nb,c,9,9,0,0,6,5\n");

        if (header.EndsWith("difficult", StringComparison.Ordinal))
        {
            // What it has more is at the end, so the rows below are read as before.
            Assert.Equal("AFB2234", Assert.Single(file.Diagnostics.Take(1)).Code);
            return;
        }

        TableReading.AssertSays(
            "a.csv(3,1): error AFB2061: the names of the columns stand here once more, but others or in another order, so the rows below can't be told from those above: make a file of its own of them, which AnchorAnnotations names too", file);
        Assert.Empty(file.Boxes);
    }

    [Theory]
    [InlineData("My labels\n\nfilename,width,height,class,xmin,ymin,xmax,ymax\na,9,9,c,0,0,4,5\n", "a.csv(1,1): error AFB2140: the columns' names stand in line 3, and what begins here with 'My labels' above them: remove what stands above line 3")]
    [InlineData("# Exported using VGG Image Annotator (http://www.robots.ox.ac.uk/~vgg/software/via)\n# CSV_HEADER = metadata_id,file_list\n\"1_a\",\"[\"\"a.png\"\"]\"\n", "a.csv(1,1): error AFB2140: the table is of the VGG Image Annotator 3, and those of 1 and 2 are read: draw the regions with version 2 and export its annotations as CSV or JSON")]
    public void WhatStandsInPlaceOfTheHeaderIsTold(string text, string expected) => TableReading.AssertSays(expected, Read(text));

    [Fact]
    public void WidthsAndHeightsStandInForEdges()
    {
        AnnotationFile file = Read("label_name,bbox_x,bbox_y,bbox_width,bbox_height,image_name,image_width,image_height\ncat,10,20,30,40,a.jpg,100,80\ncat,1,2,x,4,a.jpg,100,80\ncat,1,2,0,4,a.jpg,100,80\n");

        Assert.Equal(new PixelBox(10, 20, 40, 60), Assert.Single(file.Boxes).Edges);
        TableReading.AssertSays(
            """
            a.csv(3,9): warning AFB2013: 'bbox_width' of the box of 'cat' is 'x', not a number of pixels, and the box is left out: write it like 12 or 12.5
            a.csv(4,5): warning AFB2016: the box of 'cat' has no area (xmin and xmax are both 1) and is left out: draw it again, or remove the object
            """,
            file);
    }

    [Theory]
    [InlineData(Good)]
    [InlineData("\uFEFF" + Good)]
    [InlineData("""
        "Filename","Width","Height","Class","XMin","YMin","XMax","YMax"
        "one.jpg","640","480","dog","10","20","110","220"
        "two.jpg","320","240","cat","1.5","2","31.5","42"
        "one.jpg","640","480","cat","5","6","7","9"
        """)]
    [InlineData("""
        ;ymax;xmax;ymin;xmin;label;height;width;image;set
        0;220;110;20;10;dog;480;640;one.jpg;train
        1;42;31.5;2;1.5;cat;240;320;two.jpg;train
        2;9;7;6;5;cat;480.0;640.0; one.jpg ;test
        """)]
    [InlineData("file\twidth\theight\tclass\txmin\tymin\txmax\tymax\r\none.jpg\t640\t480\tdog\t10\t20\t110\t220\r\ntwo.jpg\t320\t240\tcat\t1.5\t2\t31.5\t42\r\none.jpg\t640\t480\tcat\t5\t6\t7\t9\r\n")]
    public void ReadsWhatToolsWrite(string text)
    {
        AnnotationFile file = Read(text);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(BoxUnit.Pixels, file.Unit);
        Assert.Equal(["dog", "cat"], file.ClassNames);
        Assert.Equal(["one.jpg", "two.jpg"], file.Images.Select(i => i.Name));
        Assert.Equal([new ImageSize(640, 480), new ImageSize(320, 240)], file.Images.Select(i => i.Size!.Value));
        Assert.Equal(
            [
                new GroundTruthBox(new PixelBox(10, 20, 110, 220), 0, BoxFlags.None, 2, 0),
                new GroundTruthBox(new PixelBox(1.5, 2, 31.5, 42), 1, BoxFlags.None, 3, 1),
                new GroundTruthBox(new PixelBox(5, 6, 7, 9), 1, BoxFlags.None, 4, 0),
            ],
            file.Boxes);
        Assert.Equal(3, file.ObjectCount);
        Assert.Empty(file.BoxCounts);
        Assert.Empty(file.Shapes);
    }

    [Fact]
    public void ReadsFlagsAndCounts()
    {
        AnnotationFile file = Read("""
            filename,class,xmin,ymin,xmax,ymax,difficult,truncated,iscrowd,weight
            a.jpg,dog,1,2,3,4,0,0,0,1
            a.jpg,dog,1,2,3,4,1,-1,no,2.5
            a.jpg,dog,1,2,3,4,False,TRUE,,1
            a.jpg,dog,1,2,3,4,0,1.0,yes,123456789012
            """);

        Assert.Empty(file.Diagnostics);
        Assert.Equal([BoxFlags.None, BoxFlags.Difficult, BoxFlags.Truncated, BoxFlags.Truncated | BoxFlags.Crowd], file.Boxes.Select(b => b.Flags));
        Assert.Equal([1, 2.5, 1, 123456789012], file.BoxCounts);
        Assert.Null(file.Images[0].Size);
        Assert.Equal("the table has no columns 'width' and 'height'", file.Images[0].SizeFault);
        Assert.Equal(new LinePosition(2, 1), file.Images[0].SizeAt);
    }

    [Fact]
    public void AnImageWithoutObjectsIsNoFault()
    {
        AnnotationFile file = Read("""
            filename,width,height,class,xmin,ymin,xmax,ymax
            empty.jpg,640,480,,,,,
            one.jpg,640,480,dog,10,20,110,220
            """);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(["empty.jpg", "one.jpg"], file.Images.Select(i => i.Name));
        Assert.Equal(1, file.ObjectCount);
        Assert.Equal(1, Assert.Single(file.Boxes).Image);
    }

    [Fact]
    public void AHeaderAloneIsAnEmptyTable()
    {
        AnnotationFile file = Read("filename,width,height,class,xmin,ymin,xmax,ymax");
        Assert.Empty(file.Diagnostics);
        Assert.Empty(file.Boxes);
    }

    [Theory]
    [InlineData("0,480", "'width' is 0", 9)]
    [InlineData("640,", "'height' is empty", 9)]
    [InlineData("wide,480", "'width' is 'wide', not a whole number above 0", 9)]
    [InlineData("640.5,480", "'width' is '640.5', not a whole number above 0", 9)]
    public void ASizeIsTakenFromTheFirstRowThatHasOne(string broken, string fault, int column)
    {
        string header = "filename,width,height,class,xmin,ymin,xmax,ymax\n";
        AnnotationFile without = Read($"{header}one.jpg,{broken},dog,1,2,3,4\n");
        Assert.Empty(without.Diagnostics);
        Assert.Equal(fault, without.Images[0].SizeFault);
        Assert.Equal(new LinePosition(2, column), without.Images[0].SizeAt);

        AnnotationFile with = Read($"{header}one.jpg,{broken},dog,1,2,3,4\none.jpg,640,480,dog,1,2,3,4\none.jpg,{broken},dog,1,2,3,4\n");
        Assert.Empty(with.Diagnostics);
        Assert.Equal(new ImageSize(640, 480), with.Images[0].Size);
        Assert.Null(with.Images[0].SizeFault);
    }

    [Fact]
    public void ManyClassesAndImagesKeepTheirNumbers()
    {
        StringBuilder text = new("filename,class,xmin,ymin,xmax,ymax\n");
        for (int i = 0; i < 5000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i % 700}.jpg,\"klass \"\"é{i % 900}\"\"\",1,2,3,4\n");
        }

        AnnotationFile file = Read(text.ToString());
        Assert.Equal(700, file.Images.Count);
        Assert.Equal(900, file.ClassNames.Count);
        Assert.All(Enumerable.Range(0, 5000), i =>
        {
            Assert.Equal($"{i % 700}.jpg", file.Images[file.Boxes[i].Image].Name);
            Assert.Equal($"klass \"é{i % 900}\"", file.ClassNames[file.Boxes[i].ClassIndex]);
        });
    }

    [Fact]
    public void ReadsRandomBoxesBack()
    {
        Gen<(int Image, int Class, double X, double Y, double W, double H, int Count)> row = Gen.Select(
            Gen.Int[0, 5], Gen.Int[0, 3], Gen.Double[0, 500], Gen.Double[0, 500], Gen.Double[0.01, 500], Gen.Double[0.01, 500], Gen.Int[1, 3]);
        row.Array[0, 20].Sample(rows =>
        {
            IEnumerable<string> lines = rows.Select(r => string.Create(
                CultureInfo.InvariantCulture, $"c{r.Class},{r.X:R},{r.Y:R},{r.X + r.W:R},{r.Y + r.H:R},i{r.Image},{r.Count}"));
            AnnotationFile file = Read(string.Join("\n", ["class,xmin,ymin,xmax,ymax,filename,count", .. lines]));
            Assert.Empty(file.Diagnostics);
            Assert.Equal(rows.Select(r => new PixelBox(r.X, r.Y, r.X + r.W, r.Y + r.H)), file.Boxes.Select(b => b.Edges));
            Assert.Equal(rows.Select(r => $"i{r.Image} c{r.Class}"), file.Boxes.Select(b => $"{file.Images[b.Image].Name} {file.ClassNames[b.ClassIndex]}"));
            Assert.Equal(rows.Select(r => (double)r.Count), file.BoxCounts.Count == 0 ? rows.Select(_ => 1.0) : file.BoxCounts);
        });
    }

    [Fact]
    public void TheResultDoesNotDependOnThePieces() => TableReading.AssertSameInPieces(
        new CsvReader(),
        Encoding.UTF8.GetBytes(Good + "\"thr\"\"ee\n.jpg\",1,1,dög,0,0,x,1\r\nfour.jpg,10,10,dog,5,5,25,10\r\rfive.jpg,10\n"));

    [Fact]
    public void DamagedFilesNeverThrow()
    {
        var reader = new CsvReader();
        TableReading.Mutate(reader, Good + "\"thr\"\"ee\n.jpg\",10,10,dög,0,0,9,1\n", rounds: 3000);
    }

    [Fact]
    public void TellsHowFarItIsAndStopsWhenCancelled()
    {
        string text = "filename,class,xmin,ymin,xmax,ymax\n" + string.Concat(Enumerable.Repeat("a.jpg,dog,1,2,3,4\na.jpg,dog,1,2,x,4\n", 100_000));
        List<int> told = [];
        using var cancellation = new CancellationTokenSource();
        var options = new ReadingOptions { BoxesRead = told.Add, Cancellation = cancellation.Token };
        var source = new AnnotationSource("a.csv", () => Stream.Null);
        AnnotationFile file = new CsvReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), source, options);
        Assert.Equal(file.Boxes.Count, told.Sum());
        Assert.True(told.Count > 2);

        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            new CsvReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), source, options));
    }

    /// <summary>The whole table, and the two halves that were made of it, against the XML files it was made from.</summary>
    [CorpusFact]
    public void AgreesWithTheFilesThatTheTableWasMadeOf()
    {
        string folder = Path.Combine(Corpus.Require(), "raccoon");
        IEnumerable<string> expected = Directory.GetFiles(Corpus.RaccoonAnnotations(), "*.xml").Select(File.ReadAllBytes)
            .SelectMany(bytes => Lines(new PascalVocReader().Read(bytes, "a.xml")));

        AnnotationFile all = ReadFile(Path.Combine(folder, "raccoon_labels.csv"));
        Assert.Equal(200, all.Images.Count);
        Assert.Equal(217, all.Boxes.Count);
        Assert.Equal(expected.Order(StringComparer.Ordinal), Lines(all).Order(StringComparer.Ordinal));

        AnnotationFile[] halves = [ReadFile(Path.Combine(folder, "train_labels.csv")), ReadFile(Path.Combine(folder, "test_labels.csv"))];
        HashSet<string> known = [.. expected];
        Assert.All(halves.SelectMany(Lines), line => Assert.Contains(line, known));
        Assert.All([all, .. halves], file => Assert.Empty(file.Diagnostics));
    }

    private static AnnotationFile ReadFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return TableReading.Read(new CsvReader(), stream);
    }

    private static IEnumerable<string> Lines(AnnotationFile file) =>
        file.Boxes.Select(b => $"{file.Images[b.Image].Size} {file.ClassNames[b.ClassIndex]} {b.Edges}");
}
