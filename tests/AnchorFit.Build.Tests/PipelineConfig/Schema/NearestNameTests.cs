using AnchorFit.PipelineConfig.Schema;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["num_classes", "num_layers", "min_scale", "max_scale", "scales", "op"];

    [Theory]
    [InlineData("num_clases", "num_classes")]
    [InlineData("numClasses", "num_classes")]
    [InlineData("NUM_CLASSES", "num_classes")]
    [InlineData("num_calsses", "num_classes")]
    [InlineData("num_class", "num_classes")]
    [InlineData("num_layer", "num_layers")]
    [InlineData("scale", "scales")]
    [InlineData("mix_scale", "min_scale")]
    [InlineData("po", "op")]
    [InlineData("batch_size", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void IsFound(string name, string? expected) => Assert.Equal(expected, NearestName.Find(name, Known));

    [Theory]
    [InlineData("RELU_7", "RELU_6")]
    [InlineData("RELU6", "RELU_6")]
    [InlineData("RELUX", "RELU")]
    [InlineData("V3", "V1")]
    public void ADigitStandsRatherForADigit(string name, string expected)
        => Assert.Equal(expected, NearestName.Find(name, ["NONE", "RELU", "RELU_6", "SWISH", "V1", "V2"]));

    [Fact]
    public void ALongNameCostsNothing() => Assert.Null(NearestName.Find(new string('n', 1_000_000), Known));
}
