using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Syntax;

public class ConfigTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a: 1\r\n")]
    [InlineData("\uFEFFa: 'é€😀'\r\u0001\uFFFD\uFFFF")]
    public void WhatIsUtf8ComesBackByteForByte(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.True(ConfigText.TryDecode("a.config", bytes, out SourceText? source, out Diagnostic? fault));
        Assert.Null(fault);
        Assert.Equal(text, source.Content);
        Assert.Equal(bytes, ConfigText.Encode(source.Content));
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x0A, 0x62, 0xE9, 0x63 }, 2, 2, "0xE9")]
    [InlineData(new byte[] { 0xC3, 0xA9, 0xC3 }, 1, 2, "0xC3")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0x80 }, 1, 2, "0x80")]
    [InlineData(new byte[] { 0xC0, 0x80 }, 1, 1, "0xC0")]
    [InlineData(new byte[] { 0xE0, 0x9F, 0x80 }, 1, 1, "0xE0")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 1, 1, "0xED")]
    [InlineData(new byte[] { 0xF0, 0x8F, 0x80, 0x80 }, 1, 1, "0xF0")]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 }, 1, 1, "0xF4")]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 }, 1, 1, "0xF5")]
    [InlineData(new byte[] { 0x61, 0x62, 0xE2, 0x82, 0x41 }, 1, 3, "0xE2")]
    public void OtherBytesAreReportedWhereTheyAre(byte[] bytes, int line, int column, string shown)
    {
        Assert.False(ConfigText.TryDecode("a.config", bytes, out _, out Diagnostic? fault));
        Assert.Equal(("AFB3020", "a.config", new LinePosition(line, column)), (fault.Code, fault.Path, fault.Start));
        Assert.Contains(shown, fault.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    // Windows PowerShell's >> adds UTF-16 to a file in UTF-8.
    [InlineData(new byte[] { 0x61, 0x3A, 0x31, 0x0A, 0x62, 0x00, 0x3A, 0x00 }, 2, 2)]
    [InlineData(new byte[] { 0x61, 0x3A, 0x00, 0xFF }, 1, 3)]
    public void AZeroByteTellsWhatItIsAndWhatToDo(byte[] bytes, int line, int column)
    {
        Assert.False(ConfigText.TryDecode("a.config", bytes, out _, out Diagnostic? fault));
        Assert.Equal(("AFB3020", new LinePosition(line, column)), (fault.Code, fault.Start));
        Assert.Contains("save the file as UTF-8", fault.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-32BE", false)]
    public void WiderEncodingsAreNamed(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("model {}")];
        Assert.False(ConfigText.TryDecode("a.config", bytes, out _, out Diagnostic? fault));
        Assert.Equal(("AFB3020", new LinePosition(1, 1)), (fault.Code, fault.Start));
        Assert.Contains("UTF-16", fault.Message, System.StringComparison.Ordinal);
    }
}
