using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Schema;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

public class AnchorsALocationTests
{
    [Theory]
    [InlineData("ssd_anchor_generator { aspect_ratios: [1, 2, 2] }", 4, 6)]
    [InlineData("ssd_anchor_generator { aspect_ratios: 1 interpolated_scale_aspect_ratio: 0 }", 1, 5)]
    [InlineData("ssd_anchor_generator { aspect_ratios: 1 num_layers: 1 scales: 0.2 }", 3, 3)]
    [InlineData("ssd_anchor_generator { aspect_ratios: 1 scales: 0.2 }", 3, 3)]
    [InlineData("ssd_anchor_generator { aspect_ratios: 1 scales: 0.2 reduce_boxes_in_lowest_layer: false }", 2, 6)]
    [InlineData("multiscale_anchor_generator { aspect_ratios: [1, 2] }", 4, 10)]
    [InlineData("multiscale_anchor_generator { aspect_ratios: 1 scales_per_octave: 3 }", 3, 15)]
    [InlineData("grid_anchor_generator { aspect_ratios: [1, 2] scales: [0.5, 1, 2] }", 6, 15)]
    [InlineData("flexible_grid_anchor_generator { anchor_grid { base_sizes: [32, 32, 64] aspect_ratios: [1, 2, 1] } anchor_grid { base_sizes: 64 aspect_ratios: 1 } }", 3, 10)]
    public void IsWhatEachGeneratorDraws(string text, int now, int withFive)
    {
        AnchorGeneratorSection generator = Read(text);

        Assert.Equal((now, withFive), (generator.AnchorsALocationNow, generator.AnchorsALocation(5)));
    }

    [Theory]
    [InlineData("ssd_anchor_generator { aspect_ratios: 1 }", "model.ssd.anchor_generator.ssd_anchor_generator.reduce_boxes_in_lowest_layer")]
    [InlineData("ssd_anchor_generator { aspect_ratios: 1 reduce_boxes_in_lowest_layer: false }", null)]
    [InlineData("multiscale_anchor_generator { aspect_ratios: 1 }", null)]
    [InlineData("grid_anchor_generator { aspect_ratios: 1 scales: 1 }", null)]
    public void OnlyTheFinestLayerOfSsdHasShapesOfItsOwn(string text, string? path) => Assert.Equal(path, Read(text).FinestLayerSwitchPath);

    private static AnchorGeneratorSection Read(string text)
    {
        DiagnosticBag diagnostics = [];
        var bound = PipelineSchema.BindPipeline(Binding.Parse($"model {{ ssd {{ image_resizer {{ fixed_shape_resizer {{ }} }} anchor_generator {{ {text} }} }} }}"));
        var model = Assert.IsType<ModelSection.SingleShot>(ModelSectionReader.Read(bound, diagnostics));
        Assert.Empty(diagnostics);
        return model.Generator!;
    }
}
