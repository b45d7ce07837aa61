using System.IO;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.PascalVoc;
using AnchorFit.Annotations.Reading;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Annotations.PascalVoc;

public sealed class PascalVocReaderTests
{
    private static AnnotationFile Read(string xml) =>
        new PascalVocReader().Read(Encoding.UTF8.GetBytes(xml), "a.xml");

    [Fact]
    public void ReadsWhatLabellingToolsWrite()
    {
        AnnotationFile file = Read("""
            <annotation verified="yes">
            	<folder>images</folder>
            	<filename>dog & cat.jpg</filename>
            	<path>/data/images/one.jpg</path>
            	<source>
            		<database>Unknown</database>
            	</source>
            	<size>
            		<width>640</width>
            		<height>480</height>
            		<depth>3</depth>
            	</size>
            	<segmented>0</segmented>
            	<object>
            		<name>dog</name>
            		<pose>Unspecified</pose>
            		<truncated>1</truncated>
            		<difficult>0</difficult>
            		<bndbox>
            			<xmin>81</xmin>
            			<ymin>88</ymin>
            			<xmax>522</xmax>
            			<ymax>408</ymax>
            		</bndbox>
            	</object>
            </annotation>
            """.Replace("&", "&amp;"));

        Assert.Empty(file.Diagnostics);
        Assert.Equal("a.xml", file.Path);
        Assert.Equal(new ImageSize(640, 480), file.Images[0].Size);
        Assert.Null(file.Images[0].SizeFault);
        Assert.Equal(new LinePosition(8, 2), file.Images[0].SizeAt);
        Assert.Equal(["dog"], file.ClassNames);
        Assert.Equal([new GroundTruthBox(new PixelBox(81, 88, 522, 408), 0, BoxFlags.Truncated, 19)], file.Boxes);
        Assert.Equal(new BoxSize(441, 320), file.Boxes[0].Edges.Size);
        Assert.Equal(1, file.ObjectCount);
    }

    [Fact]
    public void TagsStandInAnyOrderAndNamespace()
    {
        AnnotationFile file = Read("""
            <?xml version="1.0"?>
            <!-- exported --><?tool here?>
            <v:annotation xmlns:v="urn:voc" xmlns="urn:other">
              <v:object>
                <bndbox><ymax>9.5</ymax><v:xmax>1e1</v:xmax><ymin> 2 </ymin><xmin>
                  +.5</xmin></bndbox>
                <difficult>true</difficult>
                <name><![CDATA[ cat ]]></name>
              </v:object>
              <object><name>d&#111;g</name><bndbox><xmin>1<!-- one -->2</xmin><ymin>1</ymin><xmax>20</xmax><ymax>1.5e1</ymax></bndbox></object>
              <object><name>cat</name><bndbox><xmin>1.</xmin><ymin>-0</ymin><xmax>20</xmax><ymax>2</ymax></bndbox></object>
              <size><depth>3</depth><height> 80 </height><width>100.0</width></size>
            </v:annotation>
            """);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(["cat", "dog"], file.ClassNames);
        Assert.Equal(new ImageSize(100, 80), file.Images[0].Size);
        Assert.Equal(
            [
                new GroundTruthBox(new PixelBox(0.5, 2, 10, 9.5), 0, BoxFlags.Difficult, 5),
                new GroundTruthBox(new PixelBox(12, 1, 20, 15), 1, BoxFlags.None, 10),
                new GroundTruthBox(new PixelBox(1, 0, 20, 2), 0, BoxFlags.None, 11),
            ],
            file.Boxes);
    }

    [Fact]
    public void OnlyDirectChildrenCount()
    {
        AnnotationFile file = Read("""
            <annotation>
              <bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox>
              <object>
                <part><name>head</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></part>
                <name>person</name>
                <bndbox><more><xmin>5</xmin></more><xmin>10<i>9</i></xmin><ymin>10</ymin><xmax>20</xmax><ymax>20</ymax></bndbox>
                <part><name>hand</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></part>
                <object><name>nested</name></object>
              </object>
              <group><object><name>other</name></object><size><width>1</width></size></group>
            </annotation>
            """);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(["person"], file.ClassNames);
        Assert.Equal([new GroundTruthBox(new PixelBox(10, 10, 20, 20), 0, BoxFlags.None, 6)], file.Boxes);
        Assert.Equal(1, file.ObjectCount);
        Assert.Null(file.Images[0].Size);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData(" 1 ", true)]
    [InlineData("2", true)]
    [InlineData("True", true)]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    [InlineData("False", false)]
    [InlineData("Unspecified", false)]
    [InlineData("", false)]
    public void FlagsAreNumbersOrWords(string text, bool set)
    {
        AnnotationFile file = Read(
            $"<annotation><object><name>d</name><truncated>{text}</truncated><difficult>{text}</difficult>"
            + "<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></object></annotation>");
        Assert.Equal(set ? BoxFlags.Difficult | BoxFlags.Truncated : BoxFlags.None, file.Boxes[0].Flags);
    }

    [Theory]
    [InlineData("<annotation/>")]
    [InlineData("<annotation><size><width>5</width><height>5</height></size></annotation>")]
    public void BackgroundImagesHaveNothingToSay(string xml)
    {
        AnnotationFile file = Read(xml);
        Assert.Empty(file.Diagnostics);
        Assert.Empty(file.Boxes);
        Assert.Empty(file.ClassNames);
        Assert.Equal(0, file.ObjectCount);
    }

    [Theory]
    [InlineData("", "'size' is missing", 2, 1)]
    [InlineData("<size/>", "'size' has no 'width'", 3, 1)]
    [InlineData("<size><width>5</width></size>", "'size' has no 'height'", 3, 1)]
    [InlineData("<size><width>0</width><height>0</height></size>", "'width' is 0", 3, 14)]
    [InlineData("<size><width>5</width><height>-5</height></size>", "'height' is -5", 3, 31)]
    [InlineData("<size><width>5</width><height/></size>", "'height' is '', not a whole number", 3, 23)]
    [InlineData("<size><width>wide</width><height>5</height></size>", "'width' is 'wide', not a whole number", 3, 14)]
    [InlineData("<size><width>5.5</width><height>5</height></size>", "'width' is '5.5', not a whole number", 3, 14)]
    [InlineData("<size><width>5</width><height>6</height></size><size><width>6</width><height>5</height></size>", "'size' stands twice and differs", 3, 48)]
    public void AnUnusableSizeIsRememberedAndKeepsTheBoxes(string size, string fault, int line, int column)
    {
        AnnotationFile file = Read($"""
            <!-- one -->
            <annotation>
            {size}
            <object><name>d</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2000</xmax><ymax>2</ymax></bndbox></object>
            </annotation>
            """);

        Assert.Empty(file.Diagnostics);
        Assert.Single(file.Boxes);
        Assert.Null(file.Images[0].Size);
        Assert.Equal(fault, file.Images[0].SizeFault);
        Assert.Equal(new LinePosition(line, column), file.Images[0].SizeAt);

        Diagnostic needed = AnnotationDiagnostics.ImageSizeNeeded(
            file.Path, file.Images[0].SizeAt, null, file.Images[0].SizeFault!, "fixed_shape_resizer", AnnotationFormats.PascalVoc.SizeAdvice);
        Assert.Equal(
            $"a.xml({line},{column}): warning AFB2020: {fault}, and fixed_shape_resizer needs the image's size, so the boxes of this file are left out: write the image's width and height into 'size', or give the item the metadata ImageSize (WIDTHxHEIGHT, where all are of one size)",
            needed.ToString());
        Assert.True(needed.Rule.ConcernsInvalidBox);
    }

    [Fact]
    public void TheSameSizeTwiceIsASize() => Assert.Equal(
        new ImageSize(5, 6),
        Read("<annotation><size><width>5</width><height>6</height></size><size><width>5</width><height>6</height></size></annotation>").Images[0].Size);

    [Fact]
    public void AReaderKeepsNothingFromTheFileBefore()
    {
        var reader = new PascalVocReader();
        const string Box = "<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox>";
        string[] texts =
        [
            $"<annotation><size><width>5</width><height>6</height></size><object><name>a</name><difficult>1</difficult>{Box}</object></annotation>",
            $"<annotation><object><name>b</name>{Box}</object></annotation>",
            "<annotation><object>",
            $"<annotation><object>{Box}</object></annotation>",
        ];
        foreach (string text in texts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            using var stream = new MemoryStream(bytes);
            Assert.Equal(
                AnnotationFileText.Of(new PascalVocReader().Read(bytes, "a.xml")),
                AnnotationFileText.Of(reader.Read(stream, new AnnotationSource("a.xml", () => stream), new ReadingOptions())));
        }
    }
}
