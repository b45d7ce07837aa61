using System.Linq;
using AnchorFit.Anchors;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Anchors;

public class FeatureMapSizesTests
{
    [Theory]
    [InlineData("20x20;10x10", "20x20;10x10")]
    [InlineData(" 38 x 40 ; 19X20; ", "38x40;19x20")]
    [InlineData("1048576x1", "1048576x1")]
    public void Heights_come_first(string text, string read) => Assert.Equal(read, FeatureMapSizes.Parse(text)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData(" ; ")]
    [InlineData("20")]
    [InlineData("20x")]
    [InlineData("20x20x20")]
    [InlineData("20x0")]
    [InlineData("-20x20")]
    [InlineData("+20x20")]
    [InlineData("20.0x20")]
    [InlineData("20,20")]
    [InlineData("1048577x1")]
    [InlineData("99999999999x1")]
    [InlineData("20x20;ten")]
    public void Anything_else_is_refused(string text) => Assert.Null(FeatureMapSizes.Parse(text));

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 9999], (rows, columns) => new FeatureMapSize(rows, columns)).Array[1, 8].Sample(maps =>
        {
            var sizes = new FeatureMapSizes(maps);
            FeatureMapSizes read = FeatureMapSizes.Parse(sizes.ToString())!;
            Assert.Equal(sizes, read);
            Assert.Equal(sizes.GetHashCode(), read.GetHashCode());
            Assert.NotEqual(sizes, new FeatureMapSizes([.. maps.Append(new FeatureMapSize(1, 1))]));
        });
}
