using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.PascalVoc;
using AnchorFit.Geometry;
using Xunit;

namespace AnchorFit.Tests.Annotations.PascalVoc;

/// <summary>Every defect, with the exact line that a person reads.</summary>
public sealed class PascalVocFaultTests
{
    private static AnnotationFile Read(string xml) =>
        new PascalVocReader().Read(Encoding.UTF8.GetBytes(xml), "a.xml");

    private static void AssertSays(string expected, AnnotationFile file) =>
        Assert.Equal(expected, string.Join("\n", file.Diagnostics.Select(d => d.ToString())));

    /// <summary>One good box before and one after the broken object.</summary>
    private static string Between(string broken) => $"""
        <annotation>
          <size><width>100</width><height>80</height></size>
          <object><name>dog</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox></object>
          {broken}
          <object><name>cat</name><bndbox><xmin>5</xmin><ymin>6</ymin><xmax>7</xmax><ymax>9</ymax></bndbox></object>
        </annotation>
        """;

    [Theory]
    [InlineData("<robndbox><cx>50</cx><cy>40</cy><w>20</w><h>10</h><angle>0</angle></robndbox>", 40, 35, 60, 45)]
    [InlineData("<robndbox><cx>50</cx><cy>40</cy><w>20</w><h>10</h><angle>1.5707963267948966</angle></robndbox>", 45, 30, 55, 50)]
    [InlineData("<robndbox><angle>-0.7853981633974483</angle><cx>50</cx><cy>40</cy><w>20</w><h>0.000002</h></robndbox>", 42.928931, 32.928931, 57.071069, 47.071069)]
    [InlineData("<polygon><x1>11</x1><y1>2</y1><x2>30</x2><y2>4</y2><x3>20</x3><y3>50</y3></polygon>", 11, 2, 30, 50)]
    [InlineData("<polygon><pt><x>11</x><y>2</y></pt><pt><x>30</x><y>50</y></pt><username>me</username></polygon>", 11, 2, 30, 50)]
    [InlineData("<polygon><point><x>11</x><y>2</y></point><point><x>30</x><y>50</y></point></polygon>", 11, 2, 30, 50)]
    [InlineData("<polygon><x1>11</x1><x2>30</x2><x3>20</x3><y1>2</y1><y2>4</y2><y3>50</y3></polygon>", 11, 2, 30, 50)]
    [InlineData("<polygon><y1>2</y1><x1>11</x1><y2>50</y2><x2>30</x2></polygon>", 11, 2, 30, 50)]
    [InlineData("<polygon><pt><y>2</y><x>11</x></pt><pt><y>50</y><x>30</x></pt></polygon>", 11, 2, 30, 50)]
    [InlineData("<polygon><x1>90</x1><y1>2</y1></polygon><bndbox><xmin>11</xmin><ymin>2</ymin><xmax>30</xmax><ymax>50</ymax></bndbox>", 11, 2, 30, 50)]
    public void TheBoxAroundAShapeCountsWhereThereIsNoOther(string shape, double left, double top, double right, double bottom)
    {
        AnnotationFile file = Read(Between($"<object>{shape}<name>dog</name></object>"));

        Assert.Empty(file.Diagnostics);
        Assert.Equal(new GroundTruthBox(new PixelBox(left, top, right, bottom), 0, BoxFlags.None, 4), file.Boxes[1]);
    }

    [Theory]
    [InlineData("<object><name>dog</name><robndbox><cx>50</cx><cy>40</cy><w>20</w><h>10</h></robndbox></object>",
        "a.xml(4,27): warning AFB2012: the box of 'dog' has no 'angle' and is left out: a 'robndbox' needs 'cx', 'cy', 'w', 'h' and 'angle', a 'polygon' its points as 'x1', 'y1', 'x2', 'y2' and so on")]
    [InlineData("<object><name>dog</name><polygon/></object>",
        "a.xml(4,27): warning AFB2012: the box of 'dog' has no 'x1', 'y1' and is left out: a 'robndbox' needs 'cx', 'cy', 'w', 'h' and 'angle', a 'polygon' its points as 'x1', 'y1', 'x2', 'y2' and so on")]
    [InlineData("<object><name>dog</name><polygon><x1>1</x1><y1>2</y1><x2>30</x2><x3>5</x3><y3>60</y3></polygon></object>",
        "a.xml(4,27): warning AFB2012: the box of 'dog' has no 'y2' and is left out: a 'robndbox' needs 'cx', 'cy', 'w', 'h' and 'angle', a 'polygon' its points as 'x1', 'y1', 'x2', 'y2' and so on")]
    [InlineData("<object><name>dog</name><polygon><pt><x>1</x><y>2</y></pt><pt><x>30</x></pt></polygon></object>",
        "a.xml(4,27): warning AFB2012: the box of 'dog' has no 'y' and is left out: a 'robndbox' needs 'cx', 'cy', 'w', 'h' and 'angle', a 'polygon' its points as 'x1', 'y1', 'x2', 'y2' and so on")]
    [InlineData("<object><name>dog</name><polygon><x1>1</x1><y1>a</y1></polygon></object>",
        "a.xml(4,50): warning AFB2013: 'y1' of the box of 'dog' is 'a', not a number of pixels, and the box is left out: write it like 12 or 12.5")]
    [InlineData("<object><name>dog</name><polygon><x1>1</x1><y1>2</y1><x2>1</x2><y2>9</y2></polygon></object>",
        "a.xml(4,27): warning AFB2016: the box of 'dog' has no area (xmin and xmax are both 1) and is left out: draw it again, or remove the object")]
    [InlineData("<object><name>dog</name></object>",
        "a.xml(4,3): warning AFB2011: the object of 'dog' has no 'bndbox', so it has no box: draw it, or remove the object")]
    [InlineData("<object><bndbox><xmin>1</xmin><ymin>2</ymin><ymax>4</ymax></bndbox><name>dog</name></object>",
        "a.xml(4,11): warning AFB2012: the box of 'dog' has no 'xmax' and is left out: it needs 'xmin', 'ymin', 'xmax' and 'ymax'")]
    [InlineData("<object><name>dog</name><bndbox/></object>",
        "a.xml(4,27): warning AFB2012: the box of 'dog' has no 'xmin', 'ymin', 'xmax', 'ymax' and is left out: it needs 'xmin', 'ymin', 'xmax' and 'ymax'")]
    [InlineData("<object><name>dog</name><bndbox><xmin>1,5</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox></object>",
        "a.xml(4,41): warning AFB2013: 'xmin' of the box of 'dog' is '1,5', not a number of pixels, and the box is left out: write it like 12 or 12.5")]
    [InlineData("<object><name>dog</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><ymax/></bndbox></object>",
        "a.xml(4,77): warning AFB2013: 'ymax' of the box of 'dog' is '', not a number of pixels, and the box is left out: write it like 12 or 12.5")]
    [InlineData("<object><name>dog</name><bndbox><xmin>30</xmin><ymin>2</ymin><xmax>3.5</xmax><ymax>4</ymax></bndbox></object>",
        "a.xml(4,27): warning AFB2015: the corners of the box of 'dog' are swapped (xmin 30 is greater than xmax 3.5) and it is left out: exchange the values")]
    [InlineData("<object><name>dog</name><bndbox><xmin>30</xmin><ymin>20</ymin><xmax>3</xmax><ymax>4</ymax></bndbox></object>",
        "a.xml(4,27): warning AFB2015: the corners of the box of 'dog' are swapped (xmin 30 is greater than xmax 3, ymin 20 is greater than ymax 4) and it is left out: exchange the values")]
    [InlineData("<object><name>dog</name><bndbox><xmin>3</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox></object>",
        "a.xml(4,27): warning AFB2016: the box of 'dog' has no area (xmin and xmax are both 3) and is left out: draw it again, or remove the object")]
    [InlineData("<object><name>dog</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>0</xmax><ymax>0</ymax></bndbox></object>",
        "a.xml(4,27): warning AFB2016: the box of 'dog' has no area (xmin and xmax are both 0, ymin and ymax are both 0) and is left out: draw it again, or remove the object")]
    [InlineData("<object><name>dog</name><bndbox><xmin>0.1</xmin><ymin>-0.01</ymin><xmax>0.5</xmax><ymax>0.75</ymax></bndbox></object>",
        "a.xml(4,27): warning AFB2021: the box of 'dog' (xmin 0.1, ymin -0.01, xmax 0.5, ymax 0.75) lies within the first pixel, as fractions of the image do where pixels belong, and is left out: multiply x by the image's width and y by its height")]
    [InlineData("<object><name>dog</name><bndbox><xmin>100</xmin><ymin>2</ymin><xmax>120.5</xmax><ymax>4</ymax></bndbox></object>",
        "a.xml(4,27): warning AFB2017: the box of 'dog' (xmin 100, ymin 2, xmax 120.5, ymax 4) lies outside the image of 100 × 80 pixels and is left out: correct the box or 'size'")]
    [InlineData("<object><name>dog</name><bndbox><xmin>1</xmin><ymin>-9</ymin><xmax>2</xmax><ymax>0</ymax></bndbox></object>",
        "a.xml(4,27): warning AFB2017: the box of 'dog' (xmin 1, ymin -9, xmax 2, ymax 0) lies outside the image of 100 × 80 pixels and is left out: correct the box or 'size'")]
    [InlineData("<object><name>dog</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><xmax>5</xmax><ymax>4</ymax></bndbox></object>",
        "a.xml(4,77): warning AFB2014: 'xmax' stands twice in the same 'bndbox' of 'dog' and the box is left out, as tools differ in which one counts: remove one, or make it an object of its own")]
    [InlineData("<object><name>dog</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox><bndbox><xmin>x</xmin></bndbox></object>",
        "a.xml(4,100): warning AFB2014: 'bndbox' stands twice in the same 'object' of 'dog' and the box is left out, as tools differ in which one counts: remove one, or make it an object of its own")]
    [InlineData("<object><name>dog</name><name>cat</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox></object>",
        "a.xml(4,27): warning AFB2014: 'name' stands twice in the same 'object' of 'dog' and the box is left out, as tools differ in which one counts: remove one, or make it an object of its own")]
    public void OneBadBoxCostsNoOther(string broken, string expected)
    {
        AnnotationFile file = Read(Between(broken));

        AssertSays(expected, file);
        Assert.True(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal(3, file.ObjectCount);
        Assert.Equal(["dog", "cat"], file.ClassNames);
        Assert.Equal(
            [
                new GroundTruthBox(new PixelBox(1, 2, 3, 4), 0, BoxFlags.None, 3),
                new GroundTruthBox(new PixelBox(5, 6, 7, 9), 1, BoxFlags.None, 5),
            ],
            file.Boxes);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("1e999")]
    [InlineData("1e10")]
    [InlineData("1 2")]
    [InlineData("0x10")]
    [InlineData("1.2.3")]
    [InlineData("1,000")]
    [InlineData("१२")]
    [InlineData("e")]
    [InlineData("$5")]
    [InlineData("(5)")]
    [InlineData("5-")]
    public void WhatIsNoNumberIsQuoted(string value)
    {
        AnnotationFile file = Read(Between(
            $"<object><name>dog</name><bndbox><xmin>{value}</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox></object>"));

        AssertSays(
            $"a.xml(4,41): warning AFB2013: 'xmin' of the box of 'dog' is '{value}', not a number of pixels, and the box is left out: write it like 12 or 12.5",
            file);
        Assert.Equal(2, file.Boxes.Count);
    }

    [Fact]
    public void EveryBadCornerOfABoxIsNamedAtItsOwnPlace()
    {
        AnnotationFile file = Read("""
            <annotation>
              <object>
                <name>dog</name>
                <bndbox>
                  <xmax>
                     wide
                  </xmax>
                  <ymin>high</ymin>
                  <xmin>1</xmin>
                </bndbox>
              </object>
            </annotation>
            """);

        AssertSays(
            """
            a.xml(4,5): warning AFB2012: the box of 'dog' has no 'ymax' and is left out: it needs 'xmin', 'ymin', 'xmax' and 'ymax'
            a.xml(6,10): warning AFB2013: 'xmax' of the box of 'dog' is 'wide', not a number of pixels, and the box is left out: write it like 12 or 12.5
            a.xml(8,13): warning AFB2013: 'ymin' of the box of 'dog' is 'high', not a number of pixels, and the box is left out: write it like 12 or 12.5
            """.ReplaceLineEndings("\n"),
            file);
        Assert.Empty(file.Boxes);
        Assert.Equal(1, file.ObjectCount);
    }

    [Theory]
    [InlineData(-3, 2, 50, 40, "3 pixels at the left")]
    [InlineData(3, -1, 50, 40, "1 pixel at the top")]
    [InlineData(3, 2, 100.5, 40, "0.5 pixels at the right")]
    [InlineData(3, 2, 50, 81, "1 pixel at the bottom")]
    [InlineData(-1, -2, 103, 84, "1 pixel at the left, 2 pixels at the top, 3 pixels at the right, 4 pixels at the bottom")]
    public void ABoxAcrossTheEdgeIsKeptAsItIs(double xmin, double ymin, double xmax, double ymax, string excess)
    {
        string box = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"<xmin>{xmin}</xmin><ymin>{ymin}</ymin><xmax>{xmax}</xmax><ymax>{ymax}</ymax>");
        AnnotationFile file = Read(Between($"<object><name>dog</name><bndbox>{box}</bndbox></object>"));

        AssertSays(
            $"a.xml(4,27): warning AFB2018: the box of 'dog' exceeds the image of 100 × 80 pixels by {excess} and is used as it is: correct the box or 'size'",
            file);
        Assert.False(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal(new GroundTruthBox(new PixelBox(xmin, ymin, xmax, ymax), 0, BoxFlags.None, 4), file.Boxes[1]);
        Assert.Equal(3, file.Boxes.Count);
    }

    [Theory]
    [InlineData("<xmin>0</xmin><ymin>0</ymin><xmax>100</xmax><ymax>80</ymax>")]
    [InlineData("<xmin>-0.0001</xmin><ymin>0</ymin><xmax>100.0000001</xmax><ymax>80.001</ymax>")]
    public void ABoxThatFillsTheImageCrossesNothing(string box) =>
        Assert.Empty(Read(Between($"<object><name>dog</name><bndbox>{box}</bndbox></object>")).Diagnostics);

    [Theory]
    [InlineData("")]
    [InlineData("<name/>")]
    [InlineData("<name>  </name>")]
    public void AnObjectWithoutANameKeepsItsBox(string name)
    {
        AnnotationFile file = Read(Between(
            $"<object>{name}<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>30</xmax><ymax>4</ymax></bndbox></object>"));

        AssertSays(
            "a.xml(4,3): warning AFB2019: the object has no class name, so its box is used but its class is not counted: give it a 'name'",
            file);
        Assert.False(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal(-1, file.Boxes[1].ClassIndex);
        Assert.Equal(["dog", "cat"], file.ClassNames);
    }

    [Fact]
    public void SizeAfterTheObjectsIsCheckedToo()
    {
        AnnotationFile file = Read("""
            <annotation>
              <object><name>dog</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>300</xmax><ymax>4</ymax></bndbox></object>
              <object><name>dog</name><bndbox><xmin>1</xmin><ymin>x</ymin><xmax>3</xmax><ymax>4</ymax></bndbox></object>
              <object><name>dog</name><bndbox><xmin>200</xmin><ymin>2</ymin><xmax>300</xmax><ymax>4</ymax></bndbox></object>
              <size><width>100</width><height>80</height></size>
            </annotation>
            """);

        Assert.Equal(["AFB2018", "AFB2013", "AFB2017"], file.Diagnostics.Select(d => d.Code));
        Assert.Equal([2, 3, 4], file.Diagnostics.Select(d => d.Start.Line));
        Assert.Single(file.Boxes);
    }

    [Fact]
    public void TextFromTheFileCanNotBreakTheLine()
    {
        AnnotationFile file = Read("<annotation><object><name>a&#10;##vso[x]\u0085</name></object></annotation>");
        Assert.DoesNotContain(file.Diagnostics[0].Message, char.IsControl);
    }

    [Fact]
    public void ManyFaultsOfAKindAreCounted()
    {
        AnnotationFile file = Read("<annotation>" + string.Concat(Enumerable.Repeat("<object><name>dog</name></object>\n", 1000)) + "</annotation>");

        Assert.Equal(FaultLog.Shown + 1, file.Diagnostics.Count);
        Assert.Equal("a.xml: warning AFB2011: 980 more of this kind in the file are not listed (an object has no box)", file.Diagnostics[^1].ToString());
        Assert.Equal(1000, file.ObjectCount);
    }
}
