using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Tables;
using AnchorFit.Geometry;
using Xunit;

namespace AnchorFit.Tests.Annotations.Tables;

/// <summary>Every defect of a table of boxes, with the exact line that a person reads.</summary>
public sealed class CsvFaultTests
{
    private const string Header = "filename,width,height,class,xmin,ymin,xmax,ymax,count\n";

    private static AnnotationFile Read(string text) => TableReading.Read(new CsvReader(), text);

    [Theory]
    [InlineData("b.jpg,100,80,dog,1,5,x,7,1", "a.csv(3,22): warning AFB2013: 'xmax' of the box of 'dog' is 'x', not a number of pixels, and the box is left out: write it like 12 or 12.5")]
    [InlineData("b.jpg,100,80,dog,1,\"1,5\",7,7,1", "a.csv(3,21): warning AFB2013: 'ymin' of the box of 'dog' is '1,5', not a number of pixels, and the box is left out: write it like 12 or 12.5")]
    [InlineData("b.jpg,100,80,dog,1,,7,7,1", "a.csv(3,20): warning AFB2013: 'ymin' of the box of 'dog' is '', not a number of pixels, and the box is left out: write it like 12 or 12.5")]
    [InlineData("b.jpg,100,80,dog,30,2,3.5,4,1", "a.csv(3,18): warning AFB2015: the corners of the box of 'dog' are swapped (xmin 30 is greater than xmax 3.5) and it is left out: exchange the values")]
    [InlineData("b.jpg,100,80,dog,5000,2,3.5,4,1", "a.csv(3,18): warning AFB2017: xmin 5000 of the box of 'dog' lies beyond the image of 100 × 80 pixels, and the box is left out: correct it, or the image's size")]
    [InlineData("b.jpg,,,dog,5000,2,3.5,4,1", "a.csv(3,13): warning AFB2015: the corners of the box of 'dog' are swapped (xmin 5000 is greater than xmax 3.5) and it is left out: exchange the values")]
    [InlineData("b.jpg,100,80,dog,3,2,3,4,1", "a.csv(3,18): warning AFB2016: the box of 'dog' has no area (xmin and xmax are both 3) and is left out: draw it again, or remove the object")]
    [InlineData("b.jpg,100,80,dog,100,2,120.5,4,1", "a.csv(3,18): warning AFB2017: the box of 'dog' (xmin 100, ymin 2, xmax 120.5, ymax 4) lies outside the image of 100 × 80 pixels and is left out: correct the box or the image's size")]
    [InlineData("b.jpg,100,80,dog,0.1,0.25,0.5,1,1", "a.csv(3,18): warning AFB2021: the box of 'dog' (xmin 0.1, ymin 0.25, xmax 0.5, ymax 1) lies within the first pixel, as fractions of the image do where pixels belong, and is left out: multiply x by the image's width and y by its height")]
    [InlineData("b.jpg,100,80,dog,,,,,1", "a.csv(3,18): warning AFB2011: the row of 'dog' has no box: fill in its edges, or remove the row")]
    [InlineData("b.jpg,100,80,dog,1,2", "a.csv(3,1): warning AFB2012: the row has 6 fields, so 'xmax', 'ymax' are missing, and it is left out: complete the row, or export the file again")]
    [InlineData("b,1.jpg,100,80,dog,1,2,3,4,1", "a.csv(3,28): warning AFB2144: the row has 10 fields, the header 9, and it is left out: quote a field that has the separator in it")]
    [InlineData("b.jpg,100,80,dog,1,2,3,4,0", "a.csv(3,26): warning AFB2146: 'count' is '0', not a number above 0 (up to 1e15), and the row is left out: write it like 3 or 0.5")]
    [InlineData(",100,80,dog,1,2,3,4,1", "a.csv(3,1): warning AFB2147: 'filename' is empty, so nobody knows which image has the box, and the row is left out: fill in the image's file name")]
    public void OneBadRowCostsNoOther(string broken, string expected)
    {
        AnnotationFile file = Read($"{Header}a.jpg,100,80,dog,1,2,3,4,1\n{broken}\nc.jpg,100,80,cat,5,6,7,9,1\n");

        TableReading.AssertSays(expected, file);
        Assert.True(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal(3, file.ObjectCount);
        Assert.Equal(["dog", "cat"], file.ClassNames);
        Assert.Equal(
            [(new PixelBox(1, 2, 3, 4), 0, 2), (new PixelBox(5, 6, 7, 9), 1, 4)],
            file.Boxes.Select(b => (b.Edges, b.ClassIndex, b.Line)));
    }

    [Theory]
    [InlineData("a.jpg,100,80,,1,2,3,4,1", "a.csv(2,14): warning AFB2019: 'class' is empty, so the row is used but its class is not counted: fill in the class")]
    [InlineData("a.jpg,100,80,dog,-3,2,101,4,1", "a.csv(2,18): warning AFB2018: the box of 'dog' exceeds the image of 100 × 80 pixels by 3 pixels at the left, 1 pixel at the right and is used as it is: correct the box or the image's size")]
    [InlineData("a.jpg,100,80,dog,1,2,3,4,1\na.jpg,100,90,dog,1,2,3,4,1\na.jpg,100,91,dog,1,2,3,4,1", "a.csv(3,7): warning AFB2145: the image 'a.jpg' has 100 × 90 pixels here and 100 × 80 in line 2, which counts: make the rows agree")]
    public void WhatCostsNoBoxIsTold(string rows, string expected)
    {
        AnnotationFile file = Read(Header + rows);

        TableReading.AssertSays(expected, file);
        Assert.False(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal(rows.Count(c => c == '\n') + 1, file.Boxes.Count);
        Assert.Equal(new ImageSize(100, 80), file.Images[0].Size);
    }

    [Fact]
    public void EveryBadEdgeIsNamedAtItsOwnPlace() => TableReading.AssertSays(
        """
        a.csv(2,18): warning AFB2013: 'xmin' of the box of 'dog' is 'a', not a number of pixels, and the box is left out: write it like 12 or 12.5
        a.csv(2,24): warning AFB2013: 'ymax' of the box of 'dog' is 'd', not a number of pixels, and the box is left out: write it like 12 or 12.5
        a.csv(2,26): warning AFB2146: 'count' is '-1', not a number above 0 (up to 1e15), and the row is left out: write it like 3 or 0.5
        """,
        Read(Header + "a.jpg,100,80,dog,a,2,3,d,-1"));

    [Fact]
    public void ATableWithoutClassesSaysSoOnce()
    {
        AnnotationFile file = Read("filename,xmin,ymin,xmax,ymax\na.jpg,1,2,3,4\na.jpg,1,2,3,4\n");

        TableReading.AssertSays(
            "a.csv(1,1): warning AFB2019: the table has no column 'class', so its boxes are used but no class is counted: add the column",
            file);
        Assert.Equal([-1, -1], file.Boxes.Select(b => b.ClassIndex));
    }

    private const string Usable =
        "a table of boxes has filename,width,height,class,xmin,ymin,xmax,ymax in any order, a table of shapes box_width,box_height,count,class";

    [Theory]
    [InlineData("", "a.csv(1,1): error AFB2002: the annotation file is empty: export it again, or remove it from AnchorAnnotations")]
    [InlineData("\uFEFF\n \r\n", "a.csv(1,1): error AFB2002: the annotation file is empty: export it again, or remove it from AnchorAnnotations")]
    [InlineData("TRAIN,gs://bucket/a.jpg,dog,0.1,0.2,,,0.3,0.4,,\n", "a.csv(1,1): error AFB2140: the first row, which begins with 'TRAIN', is no header: write the columns' names above it (" + Usable + ")")]
    [InlineData("a.jpg,640,480,dog,1,2,3,4\n", "a.csv(1,1): error AFB2140: the first row, which begins with 'a.jpg', is no header: write the columns' names above it (" + Usable + ")")]
    [InlineData("filename,width,height,class,xmin,ymin,xmax\n", "a.csv(1,1): error AFB2141: the header has no 'ymax': add the column, or correct its name (" + Usable + ")")]
    [InlineData("name,class,xmin,ymin,xmax,ymax\n", "a.csv(1,1): error AFB2141: the header has no 'filename': add the column, or correct its name (" + Usable + ")")]
    [InlineData("\nbox_width,class\n", "a.csv(2,1): error AFB2141: the header has no 'box_height': add the column, or correct its name (" + Usable + ")")]
    [InlineData("ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax\n", "a.csv(1,1): error AFB2141: the header has no 'filename': it is a table of Open Images, so set the item's Format to OpenImages")]
    [InlineData("filename,xmin,ymin,xmax,ymax,class,XMAX\n", "a.csv(1,36): error AFB2142: the column 'XMAX' stands twice, and nobody knows which one counts: rename or remove one")]
    [InlineData("filename,xmin,ymin,xmax,ymax,class\na.jpg,1,2,3,4,\"dog\nb.jpg,1,2,3,4,cat\n", "a.csv(2,15): error AFB2143: the quote that opens here is never closed, so nothing of this file is used: close it, or export the file again")]
    public void ATableThatIsNotUnderstoodCountsForNothing(string text, string expected)
    {
        AnnotationFile file = Read(text);

        TableReading.AssertSays(expected, file);
        Assert.Empty(file.Boxes);
        Assert.Equal(0, file.ObjectCount);
    }

    [Theory]
    [InlineData("filename,xmin,ymin,xmax,ymax,class\na.jpg,1,2,3,4,ca\u00e9\n", "a.csv(2,17): error AFB2003: the byte 0xE9 in 'class' is not valid in UTF-8: save the file as UTF-8")]
    [InlineData("filename,xmin,ymin,xmax,ymax,class\n\"\u00e9.jpg\",1,2,3,4,cat\n", "a.csv(2,2): error AFB2003: the byte 0xE9 in 'filename' is not valid in UTF-8: save the file as UTF-8")]
    [InlineData("\u00ff\u00fef\0i\0l\0e\0", "a.csv(1,1): error AFB2003: the file is UTF-16: save it as text in UTF-8, or remove it from AnchorAnnotations")]
    [InlineData("PK\u0003\u0004\0\0\0", "a.csv(1,1): error AFB2003: the file is not text: save it as text in UTF-8, or remove it from AnchorAnnotations")]
    public void OtherEncodingsAreRefused(string latin1, string expected) => TableReading.AssertSays(
        expected,
        TableReading.Read(new CsvReader(), new MemoryStream(Encoding.Latin1.GetBytes(latin1))));

    [Fact]
    public void ManyFaultsOfAKindAreCounted()
    {
        AnnotationFile file = Read(Header + string.Concat(Enumerable.Repeat("a.jpg,100,80,dog,9,2,3,4,1\n", 1000)));

        Assert.Equal(FaultLog.Shown + 1, file.Diagnostics.Count);
        Assert.Contains("980 more", file.Diagnostics[^1].Message);
        Assert.Equal(1000, file.ObjectCount);
    }
}
