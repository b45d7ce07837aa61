using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Geometry;
using Xunit;

namespace AnchorFit.Tests.Annotations.Coco;

/// <summary>Every defect of an annotation, image or category, with the exact line that a person reads.</summary>
public sealed class CocoFaultTests
{
    private static readonly GroundTruthBox Before = new(new PixelBox(1, 2, 3, 4), 0, BoxFlags.None, 4);
    private static readonly GroundTruthBox Behind = new(new PixelBox(5, 6, 7, 9), 1, BoxFlags.None, 6);

    [Theory]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [1, 2, "3px", 4]}""",
        "a.json(5,52): warning AFB2013: width in the 'bbox' of 'cat' in 'a.jpg' is the text '3px', not a number of pixels, and the box is left out: write it like 12 or 12.5, without quotation marks")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [1, NaN, 3, -Infinity]}""",
        "a.json(5,49): warning AFB2013: y in the 'bbox' of 'cat' in 'a.jpg' is NaN, not a number of pixels, and the box is left out: write it like 12 or 12.5")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [null, 2, 3, 4]}""",
        "a.json(5,46): warning AFB2013: x in the 'bbox' of 'cat' in 'a.jpg' is null, not a number of pixels, and the box is left out: write it like 12 or 12.5")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [[1, 2], [3, 4]]}""",
        "a.json(5,46): warning AFB2013: x in the 'bbox' of 'cat' in 'a.jpg' is a list, not a number of pixels, and the box is left out: write it like 12 or 12.5")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [1, 2, 3, 1e10]}""",
        "a.json(5,55): warning AFB2013: height in the 'bbox' of 'cat' in 'a.jpg' is 1e10, not a number of pixels, and the box is left out: write it like 12 or 12.5")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [1, 2, 3, 4, 45.5]}""",
        "a.json(5,45): warning AFB2103: the 'bbox' of 'cat' in 'a.jpg' has 5 values and the box is left out: write it like [x, y, width, height], without a rotation or quotation marks")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [1, 2, 3]}""",
        "a.json(5,45): warning AFB2012: the 'bbox' of 'cat' in 'a.jpg' has 3 of its four numbers and the box is left out: write it like [x, y, width, height]")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": []}""",
        "a.json(5,45): warning AFB2012: the 'bbox' of 'cat' in 'a.jpg' has 0 of its four numbers and the box is left out: write it like [x, y, width, height]")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": {"x": 1, "y": 2}}""",
        "a.json(5,45): warning AFB2103: the 'bbox' of 'cat' in 'a.jpg' is an object and the box is left out: write it like [x, y, width, height], without a rotation or quotation marks")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": "1,2,3,4"}""",
        "a.json(5,45): warning AFB2103: the 'bbox' of 'cat' in 'a.jpg' is the text '1,2,3,4' and the box is left out: write it like [x, y, width, height], without a rotation or quotation marks")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": null}""",
        "a.json(5,45): warning AFB2011: 'bbox' is null, so the object of 'cat' in 'a.jpg' has no box: export the boxes of the segmentations too, or remove the annotation")]
    [InlineData("""{"image_id": 1, "category_id": 2, "segmentation": [[1, 2, 3, 4, 5, 6]]}""",
        "a.json(5,3): warning AFB2011: the annotation has no 'bbox', so the object of 'cat' in 'a.jpg' has no box: export the boxes of the segmentations too, or remove the annotation")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [1, 2, 0, 4]}""",
        "a.json(5,45): warning AFB2016: the box of 'cat' in 'a.jpg' has no area (width 0, height 4) and is left out: draw it again, or remove the annotation")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [1, 2, 3, 1e-9]}""",
        "a.json(5,45): warning AFB2016: the box of 'cat' in 'a.jpg' has no area (width 3, height 0) and is left out: draw it again, or remove the annotation")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [0.25, 0.5, 0.25, 0.5]}""",
        "a.json(5,45): warning AFB2021: the box of 'cat' in 'a.jpg' (x 0.25 to 0.5, y 0.5 to 1) lies within the first pixel, as fractions of the image do where COCO has pixels, and is left out: multiply x and width by the image's width, y and height by its height")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [1, 2, -3, 4]}""",
        "a.json(5,45): warning AFB2015: the 'bbox' of 'cat' in 'a.jpg' has a negative extent (width -3, height 4) and the box is left out: write [x, y, width, height] from the upper left corner")]
    [InlineData("""{"bbox": [1, 2, 3, -4.25], "category_id": 2, "image_id": 1}""",
        "a.json(5,12): warning AFB2015: the 'bbox' of 'cat' in 'a.jpg' has a negative extent (width 3, height -4.25) and the box is left out: write [x, y, width, height] from the upper left corner")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [100, 2, 3, 4]}""",
        "a.json(5,45): warning AFB2017: the box of 'cat' in 'a.jpg' (x 100 to 103, y 2 to 6) lies outside the image of 100 × 80 pixels and is left out: correct the 'bbox', or 'width' and 'height' of the image")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [-5, 2, 5, 4]}""",
        "a.json(5,45): warning AFB2017: the box of 'cat' in 'a.jpg' (x -5 to 0, y 2 to 6) lies outside the image of 100 × 80 pixels and is left out: correct the 'bbox', or 'width' and 'height' of the image")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [1, 2, 100, 4]}""",
        "a.json(5,45): warning AFB2105: the box of 'cat' in 'a.jpg' exceeds the image of 100 × 80 pixels by 1 pixel at the right and is left out, as the API's converter of COCO leaves it out: correct the 'bbox', or 'width' and 'height' of the image")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [-1, -2, 102.5, 83]}""",
        "a.json(5,45): warning AFB2105: the box of 'cat' in 'a.jpg' exceeds the image of 100 × 80 pixels by 1 pixel at the left, 2 pixels at the top, 1.5 pixels at the right, 1 pixel at the bottom and is left out, as the API's converter of COCO leaves it out: correct the 'bbox', or 'width' and 'height' of the image")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [1, 2, 99.0000000000001, 4]}""",
        "a.json(5,45): warning AFB2105: the box of 'cat' in 'a.jpg' exceeds the image of 100 × 80 pixels by a rounding error at the right and is left out, as the API's converter of COCO leaves it out: correct the 'bbox', or 'width' and 'height' of the image")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [1, 2, 3, 4], "bbox": [1, 2, 3, 4]}""",
        "a.json(5,67): warning AFB2014: 'bbox' stands twice in the same annotation of 'cat' in 'a.jpg' and the box is left out, as tools differ in which one counts: remove one, or make it an annotation of its own")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [1, 2, 3, 4], "image_id": 1}""",
        "a.json(5,71): warning AFB2014: 'image_id' stands twice in the same annotation of 'cat' in 'a.jpg' and the box is left out, as tools differ in which one counts: remove one, or make it an annotation of its own")]
    [InlineData("""{"image_id": 1, "category_id": 2, "category_id": 1, "bbox": [1, 2, 3, 4]}""",
        "a.json(5,52): warning AFB2014: 'category_id' stands twice in the same annotation of 'cat' in 'a.jpg' and the box is left out, as tools differ in which one counts: remove one, or make it an annotation of its own")]
    [InlineData("""{"category_id": 2, "bbox": [1, 2, 3, 4]}""",
        "a.json(5,3): warning AFB2104: the annotation of 'cat' has no 'image_id' that is a number or text and is left out: give it the 'id' of its image")]
    [InlineData("""{"image_id": null, "category_id": 2, "bbox": [1, 2, 3, 4]}""",
        "a.json(5,16): warning AFB2104: the annotation of 'cat' has no 'image_id' that is a number or text and is left out: give it the 'id' of its image")]
    [InlineData("""{"image_id": 17, "category_id": 2, "bbox": [1, 2, 3, 4]}""",
        "a.json(5,16): warning AFB2104: no image has the id '17', so the annotation with this 'image_id' is left out: add the image, or correct the 'image_id'")]
    [InlineData("""{"image_id": "one", "category_id": 2, "bbox": [1, 2, 3, 4]}""",
        "a.json(5,16): warning AFB2104: no image has the id 'one', so the annotation with this 'image_id' is left out: add the image, or correct the 'image_id'")]
    [InlineData("\"annotation\"",
        "a.json(5,3): warning AFB2102: an annotation is the text 'annotation' and is left out: it must be an object with 'image_id', 'category_id' and 'bbox'")]
    [InlineData("""[1, 2]""",
        "a.json(5,3): warning AFB2102: an annotation is a list and is left out: it must be an object with 'image_id', 'category_id' and 'bbox'")]
    [InlineData("""null""",
        "a.json(5,3): warning AFB2102: an annotation is null and is left out: it must be an object with 'image_id', 'category_id' and 'bbox'")]
    public void OneBadBoxCostsNoOther(string annotation, string expected)
    {
        AnnotationFile file = CocoText.Read(CocoSamples.Between(annotation));

        CocoText.AssertSays(expected, file);
        Assert.True(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal(3, file.ObjectCount);
        Assert.Equal(["dog", "cat"], file.ClassNames);
        Assert.Equal([Before, Behind], file.Boxes);
    }

    [Theory]
    [InlineData("""{"image_id": 1, "bbox": [1, 2, 3, 4]}""", -1, 1, 2, 4, 6,
        "a.json(5,3): warning AFB2019: the annotation in 'a.jpg' has no 'category_id' that is a number or text, so its box is used but its class is not counted: give it the 'id' of its category")]
    [InlineData("""{"image_id": 1, "category_id": true, "bbox": [1, 2, 3, 4]}""", -1, 1, 2, 4, 6,
        "a.json(5,34): warning AFB2019: the annotation in 'a.jpg' has no 'category_id' that is a number or text, so its box is used but its class is not counted: give it the 'id' of its category")]
    [InlineData("""{"image_id": 1, "category_id": 17, "bbox": [1, 2, 3, 4]}""", -1, 1, 2, 4, 6,
        "a.json(5,34): warning AFB2106: no category has the id '17', so the boxes of the annotation with this 'category_id' are used but their class is not counted: add the category, or correct the 'category_id'")]
    [InlineData("""{"image_id": 1, "category_id": "cow", "bbox": [1, 2, 3, 4]}""", -1, 1, 2, 4, 6,
        "a.json(5,34): warning AFB2106: no category has the id 'cow', so the boxes of the annotation with this 'category_id' are used but their class is not counted: add the category, or correct the 'category_id'")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [-1, 2, 3, 4]}""", 1, -1, 2, 2, 6,
        "a.json(5,45): warning AFB2018: the box of 'cat' in 'a.jpg' exceeds the image of 100 × 80 pixels by 1 pixel at the left and is used as it is: correct the 'bbox', or 'width' and 'height' of the image")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [-0.25, -3, 3, 4]}""", 1, -0.25, -3, 2.75, 1,
        "a.json(5,45): warning AFB2018: the box of 'cat' in 'a.jpg' exceeds the image of 100 × 80 pixels by 0.25 pixels at the left, 3 pixels at the top and is used as it is: correct the 'bbox', or 'width' and 'height' of the image")]
    [InlineData("""{"image_id": 1, "category_id": 2, "bbox": [-0.001, 0, 3, 4]}""", 1, -0.001, 0, 2.999, 4,
        "")]
    [InlineData("""{"id": 1, "image_id": 1, "category_id": 2, "bbox": [1, 2, 3, 4]}""", 1, 1, 2, 4, 6,
        "a.json(5,10): warning AFB2110: the id '1' stands more than once in 'annotations', and the boxes of all of them are used: give each an id of its own")]
    public void WhatIsWrongOtherwiseCostsNoBox(
        string annotation, int classIndex, double xmin, double ymin, double xmax, double ymax, string expected)
    {
        AnnotationFile file = CocoText.Read(CocoSamples.Between(annotation));

        CocoText.AssertSays(expected, file);
        Assert.All(file.Diagnostics, d => Assert.False(d.Rule.ConcernsInvalidBox));
        Assert.Equal(["dog", "cat"], file.ClassNames);
        Assert.Equal([Before, new GroundTruthBox(new PixelBox(xmin, ymin, xmax, ymax), classIndex, BoxFlags.None, 5), Behind], file.Boxes);
    }

    [Theory]
    [InlineData("""{"images": [{"file_name": "a.jpg"}], "annotations": []}""",
        "a.json(1,13): warning AFB2109: an entry of 'images' has no 'id', so no annotation can belong to it: give it an 'id' that is a number or text")]
    [InlineData("""{"images": [{"id": null}], "annotations": []}""",
        "a.json(1,20): warning AFB2109: an entry of 'images' has an 'id' that is neither number nor text, so no annotation can belong to it: give it an 'id' that is a number or text")]
    [InlineData("""{"images": ["a.jpg"], "annotations": []}""",
        "a.json(1,13): warning AFB2109: an entry of 'images' is no object, so no annotation can belong to it: give it an 'id' that is a number or text")]
    [InlineData("""{"images": [{"id": 1, "width": 5, "height": 5}, {"width": 6, "id": 1}], "annotations": []}""",
        "a.json(1,68): warning AFB2110: the id '1' stands more than once in 'images', and the first of them counts: give each an id of its own")]
    [InlineData("""{"images": [], "annotations": [], "categories": [{"id": 1, "name": "a"}, {"id": "1"}]}""",
        "a.json(1,81): warning AFB2110: the id '1' stands more than once in 'categories', and the last of them counts: give each an id of its own")]
    [InlineData("""{"images": [], "annotations": [], "categories": [{"name": "a"}, 5]}""",
        "a.json(1,50): warning AFB2109: an entry of 'categories' has no 'id', so no annotation can belong to it: give it an 'id' that is a number or text\n" +
        "a.json(1,65): warning AFB2109: an entry of 'categories' is no object, so no annotation can belong to it: give it an 'id' that is a number or text")]
    [InlineData("""{"images": [{"id": 1}], "annotations": [{"image_id": 1, "category_id": 5, "bbox": [1, 2, 3, 4]}, {"image_id": 1, "category_id": 6, "bbox": [1, 2, 3, 4]}]}""",
        "a.json(1,72): warning AFB2107: the file has no 'categories', so the classes are called by their ids: add the list, with 'id' and 'name' of each category")]
    [InlineData("""{"images": [{"id": 1}], "annotations": [{"image_id": 1, "category_id": 5, "bbox": [1, 2, 3, 4]}, {"image_id": 1, "category_id": 6, "bbox": [1, 2, 3, 4]}], "categories": [{"id": 5}, {"id": 6, "name": " "}, {"id": 7}]}""",
        "a.json(1,171): warning AFB2108: the category with the id '5' has no 'name', so its class is called by the id: give it a 'name'\n" +
        "a.json(1,182): warning AFB2108: the category with the id '6' has no 'name', so its class is called by the id: give it a 'name'")]
    [InlineData("""{"images": [{"id": 1}], "annotations": [{"image_id": 3, "category_id": 5, "bbox": [1, 2, 3, 4]}, {"image_id": 1, "category_id": 5, "bbox": [1, 2, 3, 4]}, {"image_id": 2, "category_id": 6, "bbox": [1, 2, 3, 4]}, {"image_id": 3, "category_id": 5}], "categories": [{"id": 4}]}""",
        "a.json(1,54): warning AFB2104: no image has the id '3', so the 2 annotations with this 'image_id' are left out: add the image, or correct the 'image_id'\n" +
        "a.json(1,72): warning AFB2106: no category has the id '5', so the boxes of the 3 annotations with this 'category_id' are used but their class is not counted: add the category, or correct the 'category_id'\n" +
        "a.json(1,168): warning AFB2104: no image has the id '2', so the annotation with this 'image_id' is left out: add the image, or correct the 'image_id'\n" +
        "a.json(1,186): warning AFB2106: no category has the id '6', so the boxes of the annotation with this 'category_id' are used but their class is not counted: add the category, or correct the 'category_id'\n" +
        "a.json(1,212): warning AFB2011: the annotation has no 'bbox', so the object in image '3' has no box: export the boxes of the segmentations too, or remove the annotation")]
    public void FaultsOfTheListsAreToldOnce(string json, string expected) => CocoText.AssertSays(expected, CocoText.Read(json));

    [Fact]
    public void EveryMissingPartOfAnAnnotationIsTold() =>
        Assert.Equal(["AFB2019", "AFB2104", "AFB2011"], CocoText.Read(CocoSamples.Between("{}")).Diagnostics.Select(d => d.Code));

    [Fact]
    public void AfterTwentyOfAKindOnlyTheirNumberIsTold()
    {
        string bad = string.Join(",\n", Enumerable.Repeat("""{"image_id": 1, "category_id": 1, "bbox": [1, 2, 0, 4]}""", 33));
        string past = string.Join(",\n", Enumerable.Repeat("""{"image_id": 1, "category_id": 1, "bbox": [1, 2, 200, 4]}""", 22));
        AnnotationFile file = CocoText.Read(CocoSamples.With(bad + ",\n" + past));

        Assert.Equal(20 + 20 + 2, file.Diagnostics.Count);
        Assert.Equal(Enumerable.Range(4, 20).Concat(Enumerable.Range(37, 20)), file.Diagnostics.Take(40).Select(d => d.Start.Line));
        Assert.Equal(
            [
                "a.json: warning AFB2016: 13 more of this kind in the file are not listed (a box has no width or height)",
                "a.json: warning AFB2105: 2 more of this kind in the file are not listed (a box reaches past the right or lower edge of its image)",
            ],
            file.Diagnostics.Skip(40).Select(d => d.ToString()));
        Assert.Equal(55, file.ObjectCount);
        Assert.Empty(file.Boxes);
    }

    [Fact]
    public void TextFromTheFileCanNotBreakTheLine()
    {
        AnnotationFile file = CocoText.Read("""
            {"images": [{"id": 1, "file_name": "a\n##vso[x]"}], "categories": [{"id": 1, "name": "b\u0085##[c"}],
             "annotations": [{"image_id": 1, "category_id": 1, "bbox": "\u001b[1m\u2028"}, {"image_id": "\r", "category_id": "\t", "bbox": []}]}
            """);

        Assert.Equal(4, file.Diagnostics.Count);
        Assert.All(file.Diagnostics, d => Assert.DoesNotContain(d.Message, c => char.IsControl(c) || c == '\u2028'));
        Assert.All(file.Diagnostics, d => Assert.DoesNotContain("##[", d.Message));
    }
}
