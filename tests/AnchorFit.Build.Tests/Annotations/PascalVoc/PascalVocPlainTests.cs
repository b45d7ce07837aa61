using System;
using System.IO;
using System.Text;
using System.Xml;
using AnchorFit.Annotations;
using AnchorFit.Annotations.PascalVoc;
using AnchorFit.Tests.Support;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Annotations.PascalVoc;

/// <summary>The quick way may refuse a file, and must else say what the XML reader says.</summary>
public sealed class PascalVocPlainTests
{
    private const string Box = "<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>30.25</xmax><ymax>40</ymax></bndbox>";
    private const string Size = "<size>\n<width>640</width>\n<height>480</height>\n<depth>3</depth>\n</size>";

    private static readonly string Plain =
        $"<annotation>\n<filename>a.jpg</filename>\n{Size}\n<object>\n<name>dog</name>\n<difficult>1</difficult>{Box}</object>\n</annotation>\n";

    /// <summary>What may replace or join a piece of a good file.</summary>
    private static readonly string[] Pieces =
    [
        "<", ">", "/", "</", "/>", "&", "&amp;", "&#49;", "]]>", "<![CDATA[1]]>", "<!-- x -->", "<!", "<?x?>", "<!DOCTYPE a>",
        " ", "\n", "\r\n", "\r", "\t", "\0", "\u0001", "\u007F", "é", "犬", "🐕", "\u00A0", "\uFFFE", "\uFFFF", "\uFEFF", "\u0085",
        "0", "-1", "+1", "1.5", "1,5", ".", "1e2", "123456789012345", "1234567890123456", "NaN", "700", "0.0000001",
        " verified=\"yes\"", " a=\"1\" a=\"1\"", " xmlns=\"urn:x\"", " x:a=\"1\"", " a='1'", " a=\"<\"", " a=\"\n\"", " a =\"1\"", "=", "\"",
        "<part>" + Box + "</part>", Box, Size, "<size/>", "<name/>", "<name>cat</name>", "<name> cat </name>", "<name>é</name>",
        "<object/>", "<object>", "</object>", "<bndbox>", "</bndbox>", "<xmin>5</xmin>", "<xmin/>", "<width>0</width>", "<width/>",
        "<difficult>0</difficult>", "<truncated>true</truncated>", "<difficult/>", "<a:b/>", "<a-b.c_1/>", "<1/>", "<-/>", "<annotation>", "</annotation>",
        "<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='utf-8' ?>", "<?xml version=\"1.0\" encoding=\"latin1\"?>", "text",
        "<object><name>x</name>" + Box + "</object>", "<object><name>dog</name>" + Box + "<truncated>1</truncated></object>",
        "<s><s><s><s><s><s><s><s><s><s><s><s><s><s><s><s><s></s></s></s></s></s></s></s></s></s></s></s></s></s></s></s></s></s>",
    ];

    private static string? Quick(byte[] bytes) =>
        new PascalVocPlain().TryRead(bytes, "a.xml") is { } file ? AnnotationFileText.Of(file) : null;

    private static string Whole(byte[] bytes) => AnnotationFileText.Of(
        PascalVocText.TryDecode(bytes, "a.xml", out string text) is { } fault
            ? AnnotationFile.Failed(fault)
            : new PascalVocXml(new NameTable()).Read(text, "a.xml"));

    private static bool Agree(byte[] bytes) => Quick(bytes) is not { } quick || quick == Whole(bytes);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("<?xml version=\"1.0\"?>\n")]
    [InlineData("<?xml version=\"1.0\" ?>")]
    [InlineData("\uFEFF<?xml version='1.0' encoding='utf-8'?>\r\n")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r")]
    [InlineData(" \n")]
    public void AcceptsPlainFiles(string prefix)
    {
        foreach (string text in (string[])[Plain, Plain.Replace("\n", "\r\n"), Plain.Replace("a.jpg", "犬/🐕 é.jpg"), Plain.Replace("dog", " ché "),
            Plain.Replace("<annotation>", "<annotation verified=\"yes\">"), Plain.Replace("\n<size>", "<x>é🐕</x><size>")])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(prefix + text);
            Assert.NotNull(Quick(bytes));
            Assert.Equal(Whole(bytes), Quick(bytes));
        }
    }

    [CorpusFact]
    public void AcceptsEveryFileOfTheRaccoonSet()
    {
        foreach (string path in Directory.GetFiles(Corpus.RaccoonAnnotations(), "*.xml"))
        {
            byte[] bytes = File.ReadAllBytes(path);
            Assert.NotNull(Quick(bytes));
            Assert.Equal(Whole(bytes), Quick(bytes));
        }
    }

    [Fact]
    public void AgreesOnFilesWithPiecesPutIn()
    {
        // Up to three pieces at places anywhere, each over 0 to 20 characters of what was there.
        var piece = Gen.Select(Gen.Int[0, Plain.Length], Gen.Int[0, 20], Gen.Int[0, Pieces.Length - 1]);
        piece.Array[0, 3].Sample(edits =>
        {
            string text = Plain;
            foreach ((int at, int over, int index) in edits)
            {
                int start = Math.Min(at, text.Length);
                text = text.Remove(start, Math.Min(over, text.Length - start)).Insert(start, Pieces[index]);
            }

            return Agree(Encoding.UTF8.GetBytes(text));
        }, iter: 20_000);
    }

    [Fact]
    public void AgreesOnEveryPieceAtEveryPlace()
    {
        int accepted = 0;
        foreach (string piece in Pieces)
        {
            for (int at = 0; at <= Plain.Length; at++)
            {
                byte[] bytes = Encoding.UTF8.GetBytes(Plain.Insert(at, piece));
                Assert.True(Agree(bytes), $"'{piece}' at {at}");
                accepted += Quick(bytes) is null ? 0 : 1;
            }
        }

        Assert.True(accepted > 1000, $"only {accepted} accepted: the comparison says too little");
    }

    [Fact]
    public void AgreesOnChangedBytes()
    {
        byte[] plain = Encoding.UTF8.GetBytes(Plain.Replace("dog", "dög"));
        for (int at = 0; at < plain.Length; at++)
        {
            byte before = plain[at];
            for (int value = 0; value < 256; value += at % 8 == 0 ? 1 : 7)
            {
                plain[at] = (byte)value;
                Assert.True(Agree(plain), $"byte {value} at {at}");
            }

            plain[at] = before;
            Assert.True(Agree(plain[..at]), $"cut at {at}");
        }
    }

    [Fact]
    public void NumbersAreThoseOfTheExactParser()
    {
        Gen.Select(Gen.Bool, Gen.Long[0, 9_999_999_999_999_999], Gen.Int[0, 18]).Sample((negative, digits, point) =>
        {
            string text = digits.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(point, '0');
            text = (negative ? "-" : "") + (point == 0 ? text : text.Insert(text.Length - point, "."));
            bool quick = PixelNumber.TryParseSimple(Encoding.ASCII.GetBytes(text), out double value);
            return !quick || (PixelNumber.TryParse(text, out double exact) && exact.Equals(value));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1.2.3")]
    [InlineData("1-2")]
    [InlineData("1e2")]
    [InlineData("2000000000")]
    [InlineData("1234567890.123456")]
    public void WhatIsNoSimpleNumberIsRefused(string text) =>
        Assert.False(PixelNumber.TryParseSimple(Encoding.ASCII.GetBytes(text), out _));
}
