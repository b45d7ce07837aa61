using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.PascalVoc;
using Xunit;

namespace AnchorFit.Tests.Annotations.PascalVoc;

/// <summary>Faults that cost the whole file.</summary>
public sealed class PascalVocFileFaultTests
{
    private const string Good =
        "<object><name>d</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></object>";

    private static AnnotationFile Read(byte[] bytes) => new PascalVocReader().Read(bytes, "a.xml");

    private static void AssertFails(string expected, byte[] bytes)
    {
        AnnotationFile file = Read(bytes);
        Assert.Equal(expected, string.Join("\n", file.Diagnostics.Select(d => d.ToString())));
        Assert.True(file.Diagnostics[0].IsError);
        Assert.Empty(file.Boxes);
        Assert.Empty(file.ClassNames);
        Assert.Equal(0, file.ObjectCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" \r\n\t")]
    [InlineData("\uFEFF\n")]
    public void Empty(string text) => AssertFails(
        "a.xml(1,1): error AFB2002: the annotation file is empty: export it again, or remove it from AnchorAnnotations",
        Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("{\"images\": []}", "the file is JSON")]
    [InlineData(" [1]", "the file is JSON")]
    [InlineData("0 0.5 0.5 0.25 0.25\n1 0 0 1 1", "the file begins with '0 0.5 0.5 0.25 0.25'")]
    [InlineData("\u0001\u0002binary", "the file is not text")]
    public void NotXml(string text, string found) => AssertFails(
        $"a.xml(1,1): error AFB2004: {found}, a PASCAL VOC file has 'annotation': export the boxes as PASCAL VOC, or remove the file from AnchorAnnotations",
        Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("<?xml version='1.0'?>\n<annotations><image/></annotations>", 2, 1, "the root element is 'annotations', as CVAT's own format has it")]
    [InlineData("<Annotation/>", 1, 1, "the root element is 'Annotation'")]
    [InlineData("<html><body>Sign in<br></body>", 1, 1, "the file is an HTML page")]
    [InlineData("<!DOCTYPE html>\n<html lang=en>", 1, 1, "the file is an HTML page")]
    [InlineData("<!-- x -->\n  <!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<html lang=en>", 2, 3, "the file is an HTML page")]
    public void AnotherRoot(string text, int line, int column, string found) => AssertFails(
        $"a.xml({line},{column}): error AFB2004: {found}, a PASCAL VOC file has 'annotation': export the boxes as PASCAL VOC, or remove the file from AnchorAnnotations",
        Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("<!DOCTYPE annotation [<!ENTITY x \"1\">]><annotation>&x;</annotation>", 1, 1)]
    [InlineData("<?xml version=\"1.0\"?>\r\n <!DOCTYPE annotation SYSTEM \"voc.dtd\">\r\n<annotation/>", 2, 2)]
    public void DocumentType(string text, int line, int column) => AssertFails(
        $"a.xml({line},{column}): error AFB2005: the file has a document type declaration (<!DOCTYPE), which is not read for safety: remove the declaration",
        Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("<annotation>\n" + Good + "\n<object><name>d</na", 3, 20, "Unexpected end of file while parsing Name has occurred.")]
    [InlineData("<annotation>\n" + Good, 2, 105, "Unexpected end of file has occurred. The following elements are not closed: annotation.")]
    [InlineData("<annotation>\n" + Good + "\n</annotaton>", 3, 3, "The 'annotation' start tag on line 1 position 2 does not match the end tag of 'annotaton'.")]
    [InlineData("<annotation>" + Good + "</annotation>\n<annotation/>", 2, 2, "There are multiple root elements.")]
    [InlineData("<annotation>" + Good + "<path>a&b</path></annotation>", 1, 126, "'<' is an unexpected token. The expected token is ';'.")]
    [InlineData("<annotation>" + Good + "<path>&nbsp;</path></annotation>", 1, 124, "Reference to undeclared entity 'nbsp'.")]
    [InlineData("<annotation>" + Good + "<path>a\u0001b</path></annotation>", 1, 124, "'\u0001', hexadecimal value 0x01, is an invalid character.")]
    [InlineData("<v:annotation>" + Good + "</v:annotation>", 1, 2, "'v' is an undeclared prefix.")]
    [InlineData("<?xml version=\"1.0\"?>", 1, 22, "Root element is missing.")]
    public void Malformed(string text, int line, int column, string reason) => AssertFails(
        $"a.xml({line},{column}): error AFB2006: the XML is broken, so nothing of this file is used: {reason.Replace('\u0001', ' ')} Repair the file or export it again",
        Encoding.UTF8.GetBytes(text));

    [Fact]
    public void EveryCutFileIsAnErrorWithoutBoxes()
    {
        byte[] whole = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><annotation>{Good}<path>é</path>{Good}</annotation>");
        Assert.Equal(2, Read(whole).Boxes.Count);
        for (int length = 0; length < whole.Length; length++)
        {
            AnnotationFile file = Read(whole[..length]);
            Assert.Empty(file.Boxes);
            Assert.True(Assert.Single(file.Diagnostics).IsError);
        }
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", false)]
    [InlineData("iso-8859-1", false)]
    [InlineData("us-ascii", false, "dog")]
    [InlineData("windows-1251", false, "собака")]
    [InlineData("gb2312", false, "狗")]
    [InlineData("shift_jis", false, "犬")]
    public void Encodings(string name, bool mark, string dog = "chien élevé")
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        string text = $"<?xml version='1.0' encoding='{name}'?>\n<annotation>{Good.Replace(">d<", $">{dog}<")}</annotation>";
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        AnnotationFile file = Read(bytes);
        Assert.Empty(file.Diagnostics);
        Assert.Equal([dog], file.ClassNames);
        Assert.Equal(2, file.Boxes[0].Line);
    }

    [Fact]
    public void AMarkOutweighsTheDeclaration() => Assert.Equal(
        ["é"],
        Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"<?xml version='1.0' encoding='utf-8'?><annotation>{Good.Replace(">d<", ">é<")}</annotation>")]).ClassNames);

    [Fact]
    public void UnknownEncoding() => AssertFails(
        "a.xml(1,31): error AFB2003: the encoding 'klingon' is not known here: save the file as UTF-8",
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"klingon\"?><annotation/>"));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    public void AWideEncodingThatIsNotThere(string name) => AssertFails(
        $"a.xml(1,31): error AFB2003: the file declares the encoding '{name}' and is not written in it: save it as UTF-8, or correct its first line",
        Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><annotation/>"));

    [Theory]
    [InlineData("", "utf-8")]
    [InlineData("<?xml version='1.0' encoding='UTF-8'?>", "utf-8")]
    [InlineData("<?xml version='1.0' encoding='us-ascii'?>", "us-ascii")]
    public void ABadByteIsFound(string declaration, string name) => AssertFails(
        $"a.xml(2,14): error AFB2003: the byte 0xE9 is not valid in the encoding '{name}': save the file as UTF-8, or declare its encoding in the first line",
        Encoding.Latin1.GetBytes($"{declaration}\n<annotation>\té</annotation>"));

    [Fact]
    public void ABadByteBehindOtherCharactersIsFoundInItsColumn() => AssertFails(
        "a.xml(1,17): error AFB2003: the byte 0xFF is not valid in the encoding 'utf-8': save the file as UTF-8, or declare its encoding in the first line",
        [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("<annotation>é犬🐕"), 0xFF]);

    [Fact]
    public void DeepNestingIsNoDanger()
    {
        string deep = string.Concat(Enumerable.Repeat("<object>", 50_000));
        Assert.Equal("AFB2006", Assert.Single(Read(Encoding.UTF8.GetBytes("<annotation>" + deep)).Diagnostics).Code);
    }

    [Fact]
    public void NoBytesEverThrow()
    {
        byte[] whole = Encoding.UTF8.GetBytes($"<?xml version='1.0' encoding='utf-8'?><annotation>{Good}</annotation>");
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Int[0, whole.Length - 1], CsCheck.Gen.Byte, CsCheck.Gen.Int[0, whole.Length - 1], CsCheck.Gen.Byte),
            (first, a, second, b) =>
            {
                byte[] broken = (byte[])whole.Clone();
                (broken[first], broken[second]) = (a, b);
                AnnotationFile file = Read(broken);
                return file.Diagnostics.Count > 0 || file.Boxes.Count <= 1;
            });
    }

    [Fact]
    public void EndlessDepthIsRefused()
    {
        static byte[] Nested(int depth) => Encoding.UTF8.GetBytes(
            "<annotation>\n" + string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth)) + "</annotation>");

        Assert.Empty(Read(Nested(100)).Diagnostics);
        AssertFails(
            "a.xml(2,301): error AFB2006: the XML is broken, so nothing of this file is used: Elements are nested more than 100 deep. Repair the file or export it again",
            Nested(101));
    }
}
