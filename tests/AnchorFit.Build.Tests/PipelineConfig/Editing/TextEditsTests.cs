using System;
using AnchorFit.PipelineConfig.Editing;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Editing;

public class TextEditsTests
{
    [Fact]
    public void OffsetsAreThoseOfTheOriginal()
        => Assert.Equal("XbcYZd!", TextEdits.Apply("abcd", [new(0, 1, "X"), new(3, 0, "Y"), new(3, 0, "Z"), new(4, 0, "!")]));

    [Fact]
    public void NoEditsGiveTheSameText() => Assert.Equal("abc", TextEdits.Apply("abc", []));

    [Theory]
    [InlineData(-1, 1, 3, 0)]
    [InlineData(0, 2, 1, 1)]
    [InlineData(2, 0, 1, 0)]
    [InlineData(0, 1, 3, 1)]
    [InlineData(0, -1, 1, 0)]
    [InlineData(0, 1, 2, int.MaxValue)]
    public void WhatBreaksTheInvariantsIsRefused(int start1, int length1, int start2, int length2)
        => Assert.Throws<ArgumentException>(() => TextEdits.Apply("abc", [new(start1, length1, string.Empty), new(start2, length2, string.Empty)]));
}
