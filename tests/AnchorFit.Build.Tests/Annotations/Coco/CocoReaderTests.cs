using System;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Coco;
using AnchorFit.Geometry;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Annotations.Coco;

/// <summary>Good files in the styles of several exporters.</summary>
public sealed class CocoReaderTests
{
    [Fact]
    public void ReadsTheStyleOfTheConsortium()
    {
        AnnotationFile file = CocoText.Read(CocoSamples.OneLine);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(CocoText.Path, file.Path);
        Assert.Equal(BoxUnit.Pixels, file.Unit);
        Assert.Equal(["bottle", "person"], file.ClassNames);
        Assert.Equal(
            [
                new GroundTruthBox(new PixelBox(73.35, 206.02, 73.35 + 13.07, 228.52), 0, BoxFlags.None, 1, 1),
                new GroundTruthBox(new PixelBox(0, 120.25, 640, 427), 1, BoxFlags.Crowd, 1, 0),
                new GroundTruthBox(new PixelBox(10, 20, 13, 24), 0, BoxFlags.None, 1, 0),
            ],
            file.Boxes);
        Assert.Equal(3, file.ObjectCount);
        Assert.Equal(
            [
                new AnnotatedImage(new ImageSize(640, 427), new LinePosition(1, CocoSamples.OneLine.IndexOf("640,\"id", StringComparison.Ordinal) + 1)) { Name = "000000397133.jpg" },
                new AnnotatedImage(new ImageSize(352, 230), new LinePosition(1, CocoSamples.OneLine.IndexOf("352,\"id", StringComparison.Ordinal) + 1)) { Name = "000000037777.jpg" },
            ],
            file.Images);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void ReadsIndentedFilesWithTheListsInAnyOrder(string newline)
    {
        AnnotationFile file = CocoText.Read(CocoSamples.Indented.ReplaceLineEndings(newline));

        Assert.Empty(file.Diagnostics);
        Assert.Equal(["ché 犬🐕", "cat"], file.ClassNames);
        Assert.Equal(
            [
                new GroundTruthBox(new PixelBox(1, 2, 4, 6), 0, BoxFlags.None, 14),
                new GroundTruthBox(new PixelBox(5.5, 6.25, 12.5, 14.25), 1, BoxFlags.Crowd, 26),
            ],
            file.Boxes);
        Assert.Equal([new AnnotatedImage(new ImageSize(100, 80), new LinePosition(42, 16)) { Name = "ü/\"é\".png" }], file.Images);
    }

    [Fact]
    public void AMarkAtTheBeginningTakesNoColumn()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(CocoSamples.OneLine)];

        Assert.Equal(AnnotationFileText.Of(CocoText.Read(CocoSamples.OneLine)), AnnotationFileText.Of(CocoText.Read(marked)));
    }

    [Fact]
    public void IdsMayBeTextsOrFractionsWithoutOne()
    {
        AnnotationFile file = CocoText.Read("""
            {"images": [
              {"id": "0a1b", "file_name": "a.jpg", "width": 640.0, "height": 4.8e2},
              {"id": 7, "file_name": "b.jpg", "width": 10, "height": 10},
              {"id": 123456789012345678901234567890, "file_name": "c.jpg", "width": 10, "height": 10}],
             "categories": [{"id": "3", "name": "dog"}, {"id": 4.0, "name": 15}, {"id": "crane", "name": " crane "}],
             "annotations": [
              {"id": "x", "image_id": "\u0030a1b", "category_id": 3, "bbox": [1, 2, 3, 4]},
              {"id": "x", "image_id": 7.0, "category_id": "4", "bbox": [0, 0, 10, 10]},
              {"id": "y", "image_id": 123456789012345678901234567890, "category_id": "crane", "bbox": [1, 1, 2, 2]}]}
            """);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(["dog", "15", "crane"], file.ClassNames);
        Assert.Equal([0, 1, 2], file.Boxes.Select(b => b.Image));
        Assert.Equal([0, 1, 2], file.Boxes.Select(b => b.ClassIndex));
        Assert.Equal(new ImageSize(640, 480), file.Images[0].Size);
    }

    [Fact]
    public void KeypointsAndAttributesAreNoConcern()
    {
        AnnotationFile file = CocoText.Read("""
            {"categories": [{"supercategory": "person", "id": 1, "name": "person", "keypoints": ["nose", "left_eye"], "skeleton": [[1, 2]]}],
             "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100}],
             "annotations": [{"num_keypoints": 2, "keypoints": [5, 5, 2, 6, 6, 2], "attributes": {"occluded": false, "note": "],}"},
               "area": NaN, "score": -Infinity, "ignore": null, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4]}]}
            """);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(new PixelBox(1, 2, 4, 6), Assert.Single(file.Boxes).Edges);
    }

    [Theory]
    [InlineData("\"7\"", "7", "\"7\"", "7")]
    [InlineData("7", "\"7\"", "7", "\"7\"")]
    [InlineData("\"7\"", "7.0", "7", "\"7.0\"")]
    [InlineData("\"007\"", "\"007\"", "\"x7\"", "\"x7\"")]
    public void AnIdIsTheSameInQuotesOrNot(string image, string imageOf, string category, string categoryOf)
    {
        AnnotationFile file = CocoText.Read($$"""
            {"images": [{"id": {{image}}, "width": "100", "height": "80.0"}], "annotations": [{"id": "1", "image_id": {{imageOf}}, "category_id": {{categoryOf}}, "bbox": ["1", 2, "30.5000", " 4e1 "]}], "categories": [{"id": {{category}}, "name": "cat"}]}
            """);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(new GroundTruthBox(new PixelBox(1, 2, 31.5, 42), 0, BoxFlags.None, 1), Assert.Single(file.Boxes));
        Assert.Equal(["cat"], file.ClassNames);
        Assert.Equal(new ImageSize(100, 80), file.Images[0].Size);
    }

    [Fact]
    public void LeadingZerosAreAnotherId() =>
        Assert.Equal("AFB2104", Assert.Single(CocoText.Read("""{"images": [{"id": "007", "width": 9, "height": 9}], "annotations": [{"image_id": 7, "category_id": 1, "bbox": [1, 2, 3, 4]}], "categories": [{"id": 1, "name": "cat"}]}""").Diagnostics).Code);

    [Theory]
    [InlineData("0", false)]
    [InlineData("0.0", false)]
    [InlineData("false", false)]
    [InlineData("null", false)]
    [InlineData("\"1\"", true)]
    [InlineData("\"0\"", false)]
    [InlineData("\"no\"", false)]
    [InlineData("1", true)]
    [InlineData("true", true)]
    public void CrowdsAreFlagged(string value, bool isCrowd) =>
        Assert.Equal(isCrowd ? BoxFlags.Crowd : BoxFlags.None, Assert.Single(CocoText.Read(CocoSamples.With($$"""{"iscrowd": {{value}}, "bbox": [1, 2, 3, 4], "image_id": 1, "category_id": 1}""")).Boxes).Flags);

    [Fact]
    public void CategoriesOfOneNameAreOneClassAndUnusedOnesNone()
    {
        AnnotationFile file = CocoText.Read("""
            {"images": [{"id": 1, "width": 100, "height": 100}],
             "annotations": [
              {"image_id": 1, "category_id": 3, "bbox": [1, 2, 3, 4]},
              {"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4]},
              {"image_id": 1, "category_id": 2, "bbox": null}],
             "categories": [{"id": 1, "name": "dog"}, {"id": 2, "name": "cat"}, {"id": 3, "name": "dog"}, {"id": 4, "name": "cow"}]}
            """);

        Assert.Equal(["dog", "cat"], file.ClassNames);
        Assert.Equal([0, 0], file.Boxes.Select(b => b.ClassIndex));
        Assert.Null(file.Images[0].Name);
    }

    [Fact]
    public void AFileWithoutObjectsIsGood()
    {
        AnnotationFile file = CocoText.Read("""{"images": [], "annotations": [], "categories": []}""");

        Assert.Empty(file.Diagnostics);
        Assert.Empty(file.Boxes);
        Assert.Empty(file.ClassNames);
    }

    [Theory]
    [InlineData("""{"id": 1, "height": 80}""", 1, 13, "'width' is missing")]
    [InlineData("""{"id": 1, "width": 100}""", 1, 13, "'height' is missing")]
    [InlineData("""{"id": 1, "width": 0, "height": 0}""", 1, 32, "'width' is 0")]
    [InlineData("""{"id": 1, "width": 100, "height": -80}""", 1, 47, "'height' is -80")]
    [InlineData("""{"id": 1, "width": 100.5, "height": 80}""", 1, 32, "'width' is 100.5, not a whole number")]
    [InlineData("""{"id": 1, "width": 1e10, "height": 80}""", 1, 32, "'width' is 1e10, not a whole number")]
    [InlineData("""{"id": 1, "width": "wide", "height": 80}""", 1, 32, "'width' is the text 'wide', not a number")]
    [InlineData("""{"id": 1, "width": "0", "height": 80}""", 1, 32, "'width' is the text '0'")]
    [InlineData("""{"id": 1, "width": null, "height": 80}""", 1, 32, "'width' is null, not a number")]
    [InlineData("""{"id": 1, "width": NaN, "height": 80}""", 1, 32, "'width' is NaN, not a number")]
    [InlineData("""{"id": 1, "width": [100], "height": 80}""", 1, 32, "'width' is a list, not a number")]
    public void ASizeIsMissedOnlyWhereItIsNeeded(string image, int line, int column, string fault)
    {
        AnnotationFile file = CocoText.Read($$"""{"images": [{{image}}], "annotations": [{"image_id": 1, "category_id": 1, "bbox": [900, 2, 3, 4]}], "categories": [{"id": 1, "name": "dog"}]}""");

        Assert.Empty(file.Diagnostics);
        Assert.Single(file.Boxes);
        Assert.Equal(new AnnotatedImage(null, new LinePosition(line, column)) { SizeFault = fault }, Assert.Single(file.Images));
    }

    [Fact]
    public void AReaderReadsOneFileAfterAnother()
    {
        CocoReader reader = new();
        string first = AnnotationFileText.Of(CocoText.Read(CocoSamples.OneLine, reader: reader));
        CocoText.Read("[{\"a\": [", reader: reader);
        CocoText.Read(CocoSamples.Indented, reader: reader);

        Assert.Equal(first, AnnotationFileText.Of(CocoText.Read(CocoSamples.OneLine, reader: reader)));
    }

    [Theory]
    [InlineData("a.json", "", true)]
    [InlineData("a.JSON", "x", true)]
    [InlineData("a", "{\"images\": [", true)]
    [InlineData("a", " \r\n\t[ {", true)]
    [InlineData("a", "\uFEFF{", true)]
    [InlineData("a", "[", true)]
    [InlineData("a", "[]", true)]
    [InlineData("a.txt", "", false)]
    [InlineData("a", "{\0\0\0\0\0\0\0", false)]
    [InlineData("a", "[\0\0\0\0\0\0\0", false)]
    [InlineData("a", "<annotation>", false)]
    [InlineData("a", "0 0.5 0.5 0.1 0.1", false)]
    [InlineData("a", "filename,width", false)]
    [InlineData("a", "model { ssd {", false)]
    public void JsonIsKnownByItsFirstBytes(string path, string content, bool expected) =>
        Assert.Equal(expected, CocoReader.LooksCoco(Encoding.UTF8.GetBytes(content), path));
}
