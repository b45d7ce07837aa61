using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using Xunit;

namespace AnchorFit.Tests.Annotations.Coco;

/// <summary>Files of which nothing counts, and why.</summary>
public sealed class CocoFileFaultTests
{
    [Theory]
    [InlineData("""{"images": []}""", 1, "the file has 'images' and no 'annotations', as those of test sets")]
    [InlineData("""{"annotations": []}""", 1, "the file has 'annotations' and no 'images'")]
    [InlineData("""{}""", 1, "the file is an empty object")]
    [InlineData("""{"a": 1, "b": {"c": 1}}""", 1, "the file has neither 'images' nor 'annotations' but 'a', 'b'")]
    [InlineData("""{"images": {}, "annotations": []}""", 12, "'images' is no list")]
    [InlineData("""{"images": [], "annotations": null}""", 31, "'annotations' is no list")]
    [InlineData("""{"images": [], "annotations": [], "images": []}""", 45, "'images' stands twice in the file")]
    [InlineData("""{"version": "5.0", "shapes": [], "imagePath": "a.jpg"}""", 1, "the file is in LabelMe's format")]
    [InlineData("""{"_via_settings": {"ui": 1}, "_via_img_metadata": {}}""", 1, "the file is in the format of the VGG Image Annotator (VIA)")]
    [InlineData("""{"a.jpg123": {"filename": "a.jpg", "size": 123, "regions": []}}""", 1, "the file is in the format of the VGG Image Annotator (VIA)")]
    [InlineData("""{"type": "FeatureCollection", "features": []}""", 1, "the file is GeoJSON")]
    [InlineData("""{"info": {}, "categories": {"label": {}}, "items": []}""", 1, "the file is in Datumaro's format")]
    [InlineData("""[{"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.5}]""", 1, "the file is a list of detection results, as COCO's evaluation takes them")]
    [InlineData("""[{"image_id": 1, "caption": "a dog"}]""", 1, "the file is a list of captions")]
    [InlineData("""[{"image": "a.jpg", "annotations": []}]""", 1, "the file is in CreateML's format")]
    [InlineData("""[{"id": 1, "data": {}, "annotations": []}]""", 1, "the file is in Label Studio's own JSON format")]
    [InlineData("""[{"name": "a.jpg", "labels": []}]""", 1, "the file is in BDD100K's format")]
    [InlineData("""[]""", 1, "the file is a list")]
    [InlineData("""[1]""", 1, "the file is a list")]
    [InlineData("""{"images": [{"id": 1}], "annotations": [{"image_id": 1, "id": 1, "caption": "a dog"}]}""", 1, "the file has captions of images and no boxes")]
    [InlineData("""{"images": [{"id": 1}], "annotations": [{"image_id": 1, "file_name": "a.png", "segments_info": [{"bbox": [1, 2, 3, 4]}]}], "categories": []}""", 1, "the file is a panoptic segmentation, whose annotations have no 'bbox' of their own")]
    [InlineData("""<annotation/>""", 1, "the file is XML or HTML")]
    [InlineData("""filename,width""", 1, "the file begins with 'filename,width'")]
    public void AFileOfAnotherKindIsNamed(string json, int column, string found)
    {
        AnnotationFile file = CocoText.Read(json);

        CocoText.AssertSays(
            $"a.json(1,{column}): error AFB2100: {found}; a COCO file is an object with the lists 'images', 'annotations' and 'categories': export the boxes as COCO, or remove the file from AnchorAnnotations",
            file);
        AssertNothingCounts(file);
    }

    [Theory]
    [InlineData("""{""", 1, 2, "the file breaks off")]
    [InlineData("""{"images": [""", 1, 13, "the file breaks off")]
    [InlineData("""{"images": [{"id": 1, "wid""", 1, 27, "the file breaks off")]
    [InlineData("""{"images": [{"id": 1, "width": 5""", 1, 33, "the file breaks off")]
    [InlineData("""{"images": [], "annotations": [{"segmentation": [[1, 2,""", 1, 56, "the file breaks off")]
    [InlineData("""{"images": [], "annotations": [{"segmentation": [[1, 2}]""", 1, 55, "'}' closes what '[' opened")]
    [InlineData("""{"images": [,]}""", 1, 13, "a value is expected, not ','")]
    [InlineData("""{"images": [{"id": 1,}]}""", 1, 22, "nothing stands between ',' and '}'")]
    [InlineData("""{"images": [{"id": 1}{"id": 2}]}""", 1, 22, "',' or ']' is expected, not '{'")]
    [InlineData("""{"images" [1]}""", 1, 11, "':' is expected behind the name, not '[1'")]
    [InlineData("""{"images": [1], annotations: []}""", 1, 17, "a name in quotation marks is expected, not 'annotations'")]
    [InlineData("""{'images': []}""", 1, 2, "a name in quotation marks is expected, not ''images''")]
    [InlineData("""{"images": [{"id": 01}]}""", 1, 20, "'01' is no number that JSON has")]
    [InlineData("""{"images": [{"id": 1, "width": .5}]}""", 1, 32, "a value is expected, not '.5'")]
    [InlineData("""{"images": [{"id": 1, "width": +5}]}""", 1, 32, "a value is expected, not '+5'")]
    [InlineData("""{"images": [{"id": 1, "crowd": True}]}""", 1, 32, "a value is expected, not 'True'")]
    [InlineData("""{"images": [{"id": 1, "crowd": nul}]}""", 1, 32, "'nul' is no value that JSON has")]
    [InlineData("{\"images\": [{\"id\": 1, \"a\": \"b\nc\"}]}", 1, 30, "a text has a line end or another control character in it")]
    [InlineData("""{"images": [{"id": 1, "a": "C:\data"}]}""", 1, 31, "'\\d' is no escape that JSON has; a backslash is written '\\\\'")]
    [InlineData("""{"images": [{"id": 1, "a": "\ud12"}]}""", 1, 29, "'\\ud12\"' is no escape that JSON has; a backslash is written '\\\\'")]
    [InlineData("""{"images": [], "annotations": []} {"images": []}""", 1, 35, "'{' stands behind the end of the JSON")]
    [InlineData("""{"images": [], "annotations": []}]""", 1, 34, "']' stands behind the end of the JSON")]
    [InlineData("""{"images": [// none""", 1, 13, "a value is expected, not '//'")]
    [InlineData("""{“images”: []}""", 1, 2, "a name in quotation marks is expected, not '“images”'")]
    public void ABrokenFileIsUsedNowhere(string json, int line, int column, string reason)
    {
        AnnotationFile file = CocoText.Read(json);

        CocoText.AssertSays($"a.json({line},{column}): error AFB2101: the JSON is broken, so nothing of this file is used: {reason}; repair the file or export it again", file);
        AssertNothingCounts(file);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n \t\r")]
    [InlineData("\uFEFF")]
    public void AnEmptyFileIsAnError(string text) =>
        CocoText.AssertSays("a.json(1,1): error AFB2002: the annotation file is empty: export it again, or remove it from AnchorAnnotations", CocoText.Read(text));

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public void Utf16IsRefused(bool bigEndian, bool marked)
    {
        Encoding encoding = new UnicodeEncoding(bigEndian, marked);
        AnnotationFile file = CocoText.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(CocoSamples.OneLine)]);

        CocoText.AssertSays("a.json(1,1): error AFB2003: the file is UTF-16, not UTF-8, as JSON must be: save the file as UTF-8", file);
    }

    [Theory]
    [InlineData("{\"images\": [{\"file_name\": \"é", new byte[] { 0xE9, (byte)'"' }, 29, 0xE9)]
    [InlineData("{\n\"info\": \"犬🐕", new byte[] { 0xED, 0xA0, 0x80 }, 13, 0xED)]
    [InlineData("{\"info\": {\"a\": [\"", new byte[] { 0xC0, 0x80 }, 18, 0xC0)]
    public void BytesThatAreNoUtf8AreRefusedAtTheirPlace(string before, byte[] bad, int column, int value)
    {
        AnnotationFile file = CocoText.Read([.. Encoding.UTF8.GetBytes(before), .. bad, .. "\"}]}"u8]);

        CocoText.AssertSays(
            $"a.json({before.Count(c => c == '\n') + 1},{column}): error AFB2003: the byte 0x{value:X2} is not valid in UTF-8, as JSON must be: save the file as UTF-8", file);
    }

    [Theory]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0 }, "the file is compressed")]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4 }, "the file is compressed")]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }, "the file is not text")]
    public void BinaryFilesAreNamed(byte[] bytes, string found) =>
        Assert.StartsWith($"a.json(1,1): error AFB2100: {found}; ", CocoText.Read(bytes).Diagnostics[0].ToString());

    [Fact]
    public void NestingHasALimit()
    {
        string Nested(int depth) => $$"""{"images": [], "annotations": [], "a": {{new string('[', depth)}}{{new string(']', depth)}}}""";

        Assert.Empty(CocoText.Read(Nested(99)).Diagnostics);
        CocoText.AssertSays(
            "a.json(1,139): error AFB2101: the JSON is broken, so nothing of this file is used: brackets are nested more than 100 deep; repair the file or export it again",
            CocoText.Read(Nested(100)));
        Assert.Single(CocoText.Read(Nested(1_000_000)).Diagnostics);
    }

    private static void AssertNothingCounts(AnnotationFile file)
    {
        Assert.Equal(0, file.ObjectCount);
        Assert.Empty(file.Boxes);
        Assert.Empty(file.ClassNames);
        Assert.Empty(file.Images);
    }
}
