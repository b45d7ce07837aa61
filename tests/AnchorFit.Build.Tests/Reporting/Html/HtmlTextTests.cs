using System.Xml.Linq;
using AnchorFit.Reporting.Html;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Reporting.Html;

public class HtmlTextTests
{
    [Fact]
    public void EncodesTextAndAttributes() => Assert.Equal(
        "<p title=\"a&quot;&amp;&lt;b&gt;&#39;\">1 &lt; 2 &amp; 3</p>",
        new HtmlText().Element("p", "1 < 2 & 3", ("title", "a\"&<b>'"), ("lang", null)).ToString());

    [Fact]
    public void WhatMayNotStandThereIsSeen() => Assert.Equal(
        "<p>a b c\uFFFDd\uFFFDe\uFFFDf\uFFFDg \U0001F99D</p>",
        new HtmlText().Element("p", "a\nb\tc\0d\u202Ee\uD800f\uFFFEg\u2028\U0001F99D").ToString());

    [Fact]
    public void AnyTextIsWellFormed() => Gen.String[Gen.Char['\0', '\uFFFF'], 0, 40].Sample(text =>
    {
        XElement element = XElement.Parse(new HtmlText().Element("p", text, ("title", text)).ToString(), LoadOptions.PreserveWhitespace);
        Assert.Equal(element.Value, element.Attribute("title")!.Value);
        Assert.Equal(text.Length, element.Value.Length);
    });

    [Theory]
    [InlineData("abcdefg", 7, "abcdefg")]
    [InlineData("abcdefgh", 7, "abc…fgh")]
    [InlineData("abcdefghi", 6, "ab…ghi")]
    [InlineData("ab\U0001F99Ddef\U0001F99Dij", 7, "ab…ij")]
    public void CutsTheMiddle(string text, int length, string expected) => Assert.Equal(expected, CutText.Middle(text, length));
}
