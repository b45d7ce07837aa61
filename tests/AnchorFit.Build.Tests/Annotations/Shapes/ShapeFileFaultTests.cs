using System;
using System.IO;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using Xunit;

namespace AnchorFit.Tests.Annotations.Shapes;

/// <summary>Files of which nothing counts, and why.</summary>
public sealed class ShapeFileFaultTests
{
    [Theory]
    [InlineData("Via", "[1]", "(1,1): error AFB2230: the file is a list, a file of the VGG Image Annotator is an object with an entry of 'filename' and 'regions' an image: correct the item's Format, or remove the file from AnchorAnnotations")]
    [InlineData("Via", """{"a": 1}""", "(1,1): error AFB2230: the file has no image with 'filename' and 'regions', a file of the VGG Image Annotator is an object with an entry of 'filename' and 'regions' an image: correct the item's Format, or remove the file from AnchorAnnotations")]
    [InlineData("Via", "filename,size\na,1\n", "(1,1): error AFB2141: the header has no 'region_shape_attributes': export the annotations of the VGG Image Annotator as CSV again, or correct the item's Format")]
    [InlineData("Via", "", "(1,1): error AFB2002: the annotation file is empty: export it again, or remove it from AnchorAnnotations")]
    [InlineData("Via", """{"_via_img_metadata": {"a": {"filename": "a.jpg", "regions": [""", "(1,63): error AFB2101: the JSON is broken, so nothing of this file is used: the file breaks off; repair the file or export it again")]
    [InlineData("Via", """{"a": [é🐕 x""", "(1,13): error AFB2101: the JSON is broken, so nothing of this file is used: the file breaks off; repair the file or export it again")]
    [InlineData("Via", """{"a": [0123456789 é 0123456789 犬 0123456789 }]""", "(1,45): error AFB2101: the JSON is broken, so nothing of this file is used: '}' closes what '[' opened; repair the file or export it again")]
    [InlineData("Cvat", "<annotations>\n<image>\n犬<a></b>", "(3,7): error AFB2006: the XML is broken, so nothing of this file is used: The 'a' start tag on line 3 position 3 does not match the end tag of 'b'. Repair the file or export it again")]
    [InlineData("LabelStudio", "{}", "(1,1): error AFB2230: the file is an object, a file of Label Studio is a list of tasks with 'annotations' and 'data', or with the shapes themselves in the minimal export: correct the item's Format, or remove the file from AnchorAnnotations")]
    [InlineData("LabelStudio", "[{\"id\": 1,}]", "(1,11): error AFB2101: the JSON is broken, so nothing of this file is used: nothing stands between ',' and '}'; repair the file or export it again")]
    [InlineData("LabelMe", """{"shapes": 1}""", "(1,1): error AFB2230: the file has no list 'shapes', a file of labelme is an object with 'shapes' and 'imagePath': correct the item's Format, or remove the file from AnchorAnnotations")]
    [InlineData("LabelMe", "<a/>", "(1,1): error AFB2230: the file is XML or HTML, a file of labelme is an object with 'shapes' and 'imagePath': correct the item's Format, or remove the file from AnchorAnnotations")]
    [InlineData("CreateMl", "{}", "(1,1): error AFB2230: the file is an object, a file of Create ML is a list of objects with 'image' and 'annotations': correct the item's Format, or remove the file from AnchorAnnotations")]
    [InlineData("Vott", """{"asset": {}}""", "(1,1): error AFB2230: the file has neither 'assets' nor 'asset' and 'regions', a file of VoTT is an object with 'assets', or with 'asset' and 'regions': correct the item's Format, or remove the file from AnchorAnnotations")]
    [InlineData("Datumaro", """{"items": {}}""", "(1,1): error AFB2230: the file has no list 'items', a file of Datumaro is an object with 'categories' and 'items': correct the item's Format, or remove the file from AnchorAnnotations")]
    [InlineData("Cvat", "<annotation/>", "(1,1): error AFB2230: the root element is 'annotation', a file of CVAT is 'CVAT for images 1.1', an XML file of 'annotations' with an 'image' each: correct the item's Format, or remove the file from AnchorAnnotations")]
    [InlineData("Cvat", "<!DOCTYPE a>\n<annotations/>", "(1,1): error AFB2005: the file has a document type declaration (<!DOCTYPE), which is not read for safety: remove the declaration")]
    public void AFileOfAnotherKindIsOneError(string format, string text, string expected) => AssertSays(expected, Read(format, Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("Via")]
    [InlineData("LabelMe")]
    public void Utf16IsRefused(string format) => AssertSays(
        "(1,1): error AFB2003: the file is UTF-16, not UTF-8, as JSON must be: save the file as UTF-8",
        Read(format, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")]));

    [Fact]
    public void AShapeOutsideOfAnImageIsNone()
    {
        AnnotationFile file = Read("Cvat", Encoding.UTF8.GetBytes("<annotations><meta><box label=\"cat\" xtl=\"1\" ytl=\"2\" xbr=\"30\" ybr=\"40\"/></meta></annotations>"));

        Assert.Empty(file.Diagnostics);
        Assert.Empty(file.Boxes);
    }

    [Fact]
    public void XmlIsNestedToALimit() =>
        Assert.Contains("nested more than 100 deep", Assert.Single(Read("Cvat", Encoding.UTF8.GetBytes("<annotations>" + new string('<', 1) + string.Join("><", new string('a', 200).ToCharArray()) + ">")).Diagnostics).Message, StringComparison.Ordinal);

    private static AnnotationFile Read(string format, byte[] bytes) => Assert.Single(AnnotationReading.ReadAll(
        [new AnnotationSource("a.dat", () => new MemoryStream(bytes)) { Format = AnnotationFormats.Find(format) }], 1, new ReadingOptions()));

    private static void AssertSays(string expected, AnnotationFile file)
    {
        Assert.Equal("a.dat" + expected, Assert.Single(file.Diagnostics).ToString());
        Assert.Empty(file.Boxes);
    }
}
