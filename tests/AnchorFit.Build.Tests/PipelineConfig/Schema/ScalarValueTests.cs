using System;
using System.Linq;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Tests.Protos;
using Google.Protobuf;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

/// <summary>What a scalar field takes and what it refuses, as Python's protobuf does.</summary>
public sealed class ScalarValueTests
{
    [Theory]
    [InlineData("int32: 12", 12)]
    [InlineData("int32: -12", -12)]
    [InlineData("int32: 0x1F", 31)]
    [InlineData("int32: -0X1f", -31)]
    [InlineData("int32: 017", 15)]
    [InlineData("int32: 00", 0)]
    [InlineData("int32: 2147483647", int.MaxValue)]
    [InlineData("int32: -2147483648", int.MinValue)]
    [InlineData("sint32: -5", -5)]
    [InlineData("sfixed32: -5", -5)]
    [InlineData("int64: 9223372036854775807", long.MaxValue)]
    [InlineData("int64: -9223372036854775808", long.MinValue)]
    [InlineData("sint64: -5", -5L)]
    [InlineData("sfixed64: -5", -5L)]
    [InlineData("uint32: 4294967295", uint.MaxValue)]
    [InlineData("uint32: -0", 0u)]
    [InlineData("fixed32: 7", 7u)]
    [InlineData("uint64: 18446744073709551615", ulong.MaxValue)]
    [InlineData("uint64: 0xFFFFFFFFFFFFFFFF", ulong.MaxValue)]
    [InlineData("fixed64: 7", 7UL)]
    [InlineData("bool: true", true)]
    [InlineData("bool: True", true)]
    [InlineData("bool: t", true)]
    [InlineData("bool: 1", true)]
    [InlineData("bool: false", false)]
    [InlineData("bool: False", false)]
    [InlineData("bool: f", false)]
    [InlineData("bool: 0", false)]
    [InlineData("float: 1", 1f)]
    [InlineData("float: 1.", 1f)]
    [InlineData("float: 1.f", 1f)]
    [InlineData("float: 1f", 1f)]
    [InlineData("float: .5", 0.5f)]
    [InlineData("float: -.5e1", -5f)]
    [InlineData("float: 1E-3", 0.001f)]
    [InlineData("float: 010", 10f)]
    [InlineData("float: 16777217", 16777216f)]
    [InlineData("float: 3.4028235677973366e38", float.MaxValue)]
    [InlineData("float: -3.4028235677973366e38", float.MinValue)]
    [InlineData("float: inf", float.PositiveInfinity)]
    [InlineData("float: -INF", float.NegativeInfinity)]
    [InlineData("float: Infinity", float.PositiveInfinity)]
    [InlineData("float: inff", float.PositiveInfinity)]
    [InlineData("float: nan", float.NaN)]
    [InlineData("float: NaN", float.NaN)]
    [InlineData("float: nanf", float.NaN)]
    [InlineData("double: 0.1", 0.1)]
    [InlineData("double: -inf", double.NegativeInfinity)]
    [InlineData("double: 1e308", 1e308)]
    [InlineData("color: DARK_BLUE", Color.DarkBlue)]
    [InlineData("color: 5", Color.DarkBlue)]
    [InlineData("color: 0x5", Color.DarkBlue)]
    [InlineData("color: -1", Color.NoColor)]
    [InlineData("color: 00", Color.Red)]
    [InlineData("string: 'a' \"b\"", "ab")]
    [InlineData("string: 'Stra\\303\\237e \\x26 \\xC3\\xA9'", "Straße & é")]
    public void IsRead(string text, object expected)
    {
        EveryType message = Binding.CleanEverything(text);

        var field = EveryType.Descriptor.FindFieldByName(text[..text.IndexOf(':', StringComparison.Ordinal)]);
        Assert.True(field.Accessor.HasValue(message));
        Assert.Equal(expected, field.Accessor.GetValue(message));
    }

    [Fact]
    public void NegativeZeroKeepsItsSign()
        => Assert.True(float.IsNegative(Binding.CleanEverything("float: -0.0").Float));

    [Fact]
    public void BytesAreTakenAsTheyAre()
        => Assert.Equal(ByteString.CopyFrom(0xFF, 0x00, 0x41), Binding.CleanEverything("bytes: '\\377\\0A'").Bytes);

    [Theory]
    [InlineData("int32: 2147483648", "AFB4005")]
    [InlineData("int32: -2147483649", "AFB4005")]
    [InlineData("int32: 99999999999999999999999", "AFB4005")]
    [InlineData("uint32: -1", "AFB4005")]
    [InlineData("uint32: 4294967296", "AFB4005")]
    [InlineData("int64: 9223372036854775808", "AFB4005")]
    [InlineData("uint64: 18446744073709551616", "AFB4005")]
    [InlineData("int32: 1.0", "AFB4004")]
    [InlineData("int32: 1e3", "AFB4004")]
    [InlineData("int32: true", "AFB4004")]
    [InlineData("int32: '1'", "AFB4004")]
    [InlineData("int32: { }", "AFB4004")]
    [InlineData("int32 { int32: 1 }", "AFB4004")]
    [InlineData("int32: [1]", "AFB4006")]
    [InlineData("bool: 2", "AFB4004")]
    [InlineData("bool: TRUE", "AFB4004")]
    [InlineData("bool: yes", "AFB4004")]
    [InlineData("bool: -1", "AFB4004")]
    [InlineData("bool: +1", "AFB4004")]
    [InlineData("bool: 'true'", "AFB4004")]
    [InlineData("float: 0x10", "AFB4004")]
    [InlineData("float: 1.0F", "AFB4004")]
    [InlineData("float: high", "AFB4004")]
    [InlineData("float: '1'", "AFB4004")]
    [InlineData("float: infi", "AFB4004")]
    [InlineData("color: 7", "AFB4003")]
    [InlineData("color: -5", "AFB4003")]
    [InlineData("color: 05", "AFB4003")]
    [InlineData("color: BLUE", "AFB4003")]
    [InlineData("color: green", "AFB4003")]
    [InlineData("color: -RED", "AFB4003")]
    [InlineData("color: 1.0", "AFB4004")]
    [InlineData("color: 'RED'", "AFB4004")]
    [InlineData("string: abc", "AFB4004")]
    [InlineData("string: 1", "AFB4004")]
    [InlineData("string: '\\377'", "AFB4010")]
    [InlineData("bytes: 1", "AFB4004")]
    [InlineData("child: 1", "AFB4004")]
    [InlineData("child: 'x'", "AFB4004")]
    [InlineData("by_number: 1", "AFB4004")]
    [InlineData("strings []", "AFB3008")]
    public void IsRefused(string text, string code)
    {
        BoundConfig<EveryType> bound = Binding.Everything(text);

        Assert.Equal([code], bound.Diagnostics.Select(item => item.Code));
        Assert.True(bound.Diagnostics[0].IsError);
        Assert.Equal(new EveryType(), bound.Message);
    }

    [Theory]
    [InlineData("float: 1e39", float.PositiveInfinity)]
    [InlineData("float: -1e999", float.NegativeInfinity)]
    [InlineData("double: 1e999", double.PositiveInfinity)]
    public void WhatIsTooLargeBecomesInfiniteWithAWarning(string text, object expected)
    {
        BoundConfig<EveryType> bound = Binding.Everything(text);

        Assert.Equal(["AFB4011"], bound.Diagnostics.Select(item => item.Code));
        Assert.False(bound.Diagnostics[0].IsError);
        Assert.Equal(expected, expected is float ? bound.Message.Float : (object)bound.Message.Double);
    }

    [Fact]
    public void WhatTheParserRefusedIsNotReportedAgain()
        => Assert.Empty(Binding.Everything("int32: 08 float: 1.2.3").Diagnostics);
}
