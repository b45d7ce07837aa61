using System;
using System.Text.Json;
using AnchorFit.Reporting;
using Xunit;

namespace AnchorFit.Tests.Reporting;

public class JsonTextTests
{
    [Fact]
    public void IndentsByTwo() => Assert.Equal(
        "{\n  \"a\": 1,\n  \"b\": [\n    0.5,\n    1.0\n  ],\n  \"c\": [],\n  \"d\": [\n    {\n      \"e\": null\n    }\n  ]\n}\n",
        new JsonText().Open('{')
            .Member("a", 1).Open("b", '[').Value(0.5f).Value(1f).Close(']').Open("c", '[').Close(']')
            .Open("d", '[').Open('{').Member("e", (double?)null).Close('}').Close(']')
            .Close('}').ToString());

    [Theory]
    [InlineData("plain ä 漢")]
    [InlineData("\"quoted\" back\\slash / <b>")]
    [InlineData("control \0\t\n\u001f \u2028 \u2029")]
    [InlineData("pair \U0001F600 end")]
    public void StringsSurvive(string value)
    {
        using JsonDocument json = JsonDocument.Parse(new JsonText().Open('{').Member("v", value).Close('}').ToString());

        Assert.Equal(value, json.RootElement.GetProperty("v").GetString());
    }

    [Fact]
    public void HalfASurrogatePairIsEscaped() =>
        Assert.Contains("\\ud83d\"", new JsonText().Open('{').Member("v", "\ud83d").Close('}').ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void WhatIsNoNumberIsNull(double value) =>
        Assert.Contains("\"v\": null", new JsonText().Open('{').Member("v", value).Close('}').ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.1)]
    [InlineData(1e300)]
    [InlineData(-5e-324)]
    [InlineData(92.48596331289734)]
    public void DoublesReadBackEqual(double value)
    {
        using JsonDocument json = JsonDocument.Parse(new JsonText().Open('{').Member("v", value).Close('}').ToString());

        Assert.Equal(value, json.RootElement.GetProperty("v").GetDouble());
    }
}
