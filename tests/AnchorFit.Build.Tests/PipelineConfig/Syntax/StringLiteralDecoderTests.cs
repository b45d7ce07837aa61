using System;
using System.Linq;
using System.Text;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Syntax;

public class StringLiteralDecoderTests
{
    [Theory]
    [InlineData(@"""\a\b\f\n\r\t\v\\\'\""""", "07080C0A0D090B5C2722")]
    [InlineData(@"'\0\7\12\123\1234\377\08'", "00070A535334FF0038")]
    [InlineData(@"'\x1\xF\x41\x414\xfFg'", "010F4141" + "34FF67")]
    [InlineData(@"'\u0041\U0000007f'", "417F")]
    [InlineData("'é€😀\u0000'", "C3A9E282ACF09F988000")]
    [InlineData("'a\tb'", "610962")]
    [InlineData(@"'it' ""'s"" # comment
        '\x20' ''", "69742773" + "20")]
    [InlineData(@"'""'""'""", "2227")]
    [InlineData("'“x”'", "E2809C78E2809D")]
    public void WhatEveryParserReads(string literal, string hex) => Assert.Equal(hex, Decode(literal, []));

    [Theory]
    [InlineData(@"'\q\X41\8\-'", @"\q\X41\8\-", "AFB3023 4-6, AFB3023 6-8, AFB3023 10-12, AFB3023 12-14")]
    [InlineData(@"'\?'", @"\?", "AFB3023 4-6")]
    [InlineData(@"'\u00e9\u20AC'", "é€", "AFB3023 4-10, AFB3023 10-16")]
    [InlineData(@"'\U0001F600\U0010ffff'", "😀\U0010ffff", "AFB3023 4-14, AFB3023 14-24")]
    [InlineData(@"'\ud83d\uDE00'", "😀", "AFB3023 4-16")]
    [InlineData(@"'\😀'", @"\😀", "AFB3023 4-7")]
    public void WhatParsersReadDifferentlyIsAWarning(string literal, string text, string faults)
        => Assert.Equal(Convert.ToHexString(Encoding.UTF8.GetBytes(text)), Decode(literal, faults.Split(", ")));

    [Theory]
    [InlineData(@"'a\x'", "AFB3005 5-7")]
    [InlineData(@"'\xg'", "AFB3005 4-6")]
    [InlineData(@"'\400'", "AFB3005 4-8")]
    [InlineData(@"'\u123'", "AFB3005 4-9")]
    [InlineData(@"'\u123g'", "AFB3005 4-9")]
    [InlineData(@"'\U0001F60'", "AFB3005 4-13")]
    [InlineData(@"'\U00110000'", "AFB3005 4-14")]
    [InlineData(@"'\UFFFFFFFF'", "AFB3005 4-14")]
    [InlineData(@"'\ud83d'", "AFB3005 4-10")]
    [InlineData(@"'\ude00\ud83d'", "AFB3005 4-10, AFB3005 10-16")]
    [InlineData(@"'\ud83d\u0041'", "AFB3005 4-10")]
    [InlineData(@"'\ud83d' '\ude00'", "AFB3005 4-10, AFB3005 13-19")]
    [InlineData(@"'\N{DASH}'", "AFB3005 4-6")]
    [InlineData(@"""C:\Users\x", "AFB3006 3-4, AFB3005 6-8, AFB3005 12-14")]
    public void WhatTheTrainerRefusesIsAnError(string literal, string faults) => Decode(literal, faults.Split(", "));

    [Fact]
    public void AStringEndsWithItsLine()
    {
        ConfigDocument document = Parse("a: 'x\r\nb: \"y\\\nc: 'z\r");
        Assert.Equal(["a", "b", "c"], document.Root.Fields.Select(field => field.Name.Text));
        Assert.Equal(["x", "y\\", "z"], document.Root.Fields.Select(field => Encoding.UTF8.GetString(((StringSyntax)field.Value).Bytes)));
        Assert.Equal(["AFB3006 (1,4)", "AFB3006 (2,4)", "AFB3006 (3,4)"], document.Diagnostics.Select(item => $"{item.Code} ({item.Start.Line},{item.Start.Column})"));
    }

    /// <summary>The bytes; the diagnostics must be those given as <c>code start-end</c>, in columns from 1.</summary>
    private static string Decode(string literal, string[] faults)
    {
        ConfigDocument document = Parse("a:" + literal);
        Assert.Equal(faults, document.Diagnostics.Select(item => $"{item.Code} {item.Start.Column}-{item.End.Column}"));
        return Convert.ToHexString(((StringSyntax)Assert.Single(document.Root.Fields).Value).Bytes);
    }

    private static ConfigDocument Parse(string text) => TextFormatParser.Parse(new SourceText("s", text));
}
