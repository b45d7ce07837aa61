using System.Globalization;
using System.IO;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Anchors;

/// <summary>benchmarks/training, as far as it needs no training: it draws anchors by code of its own.</summary>
public sealed class TrainingBenchmarkTests
{
    private const string Ssd = "ssd_anchor_generator { num_layers: 6 ";

    [Fact]
    public void ItsOwnTestsPass() => PythonScript.Run("benchmarks/training/test_training.py");

    [Theory]
    [InlineData(Ssd + Drawn.DefaultRatios + " }")]
    [InlineData(Ssd + "scales: [0.0866, 0.2053, 0.2054, 0.2556, 0.269, 0.2771] reduce_boxes_in_lowest_layer: false interpolated_scale_aspect_ratio: 4.649 aspect_ratios: 0.1816 aspect_ratios: 6.385 }")]
    [InlineData(Ssd + "min_scale: 0.1 max_scale: 0.8 interpolated_scale_aspect_ratio: 0 base_anchor_height: 0.5 base_anchor_width: 1.5 aspect_ratios: [1, 2] }")]
    [InlineData("multiscale_anchor_generator { min_level: 4 max_level: 9 anchor_scale: 3 aspect_ratios: [1, 0.4] scales_per_octave: 3 }")]
    public void ItDrawsTheAnchorsOfThePackage(string generator)
    {
        AnchorLayout layout = Drawn.Scheme(Drawn.Ssd(generator), "20x20;10x10;5x5;3x3;2x2;1x1").Draw(new ImageSize(320, 320));
        double[][] ours = [.. layout.Grids.SelectMany(grid => FullEnumeration.Anchors(grid, layout.Edge, layout.Input)).Select(a => new[] { a.XMin, a.YMin, a.XMax, a.YMax })];

        using var folder = new TemporaryFolder();
        string config = Path.Combine(folder.Path, "a.config");
        File.WriteAllText(config, $$"""
            model { ssd { image_resizer { fixed_shape_resizer { height: 320 width: 320 } } anchor_generator { {{generator}} } } }
            """);
        double[][] theirs = [.. PythonScript.Run("benchmarks/training/anchors.py", config)
            .Split('\n', System.StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ').Select(number => 320 * double.Parse(number, CultureInfo.InvariantCulture)).ToArray())];

        Assert.Equal(ours.Length, theirs.Length);
        Assert.All(ours.Zip(theirs), pair => Assert.All(pair.First.Zip(pair.Second), edge => Assert.Equal(edge.First, edge.Second, 1e-4)));
    }
}
