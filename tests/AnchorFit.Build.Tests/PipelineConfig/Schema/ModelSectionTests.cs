using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Protos;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

public sealed class ModelSectionTests
{
    private const string Resizer = "image_resizer { fixed_shape_resizer { height: 320 } }";
    private const string SsdGenerator = "anchor_generator { ssd_anchor_generator { } }";

    [Fact]
    public void Ssd()
    {
        var model = Assert.IsType<ModelSection.SingleShot>(Clean(
            $"ssd {{ num_classes: 3 {Resizer} anchor_generator {{ ssd_anchor_generator {{ aspect_ratios: [2, 0.5, 2] }} }} }}"));

        Assert.Equal("model.ssd.num_classes", model.NumClassesPath);
        Assert.Equal("model.ssd.image_resizer", model.ImageResizerPath);
        Assert.Equal(3, model.NumClasses);
        Assert.Equal(new ImageResize.FixedShape(320, 300), model.ImageResize);
        var generator = Assert.IsType<AnchorGeneratorSection.Ssd>(model.Generator);
        Assert.Equal([0.5f, 2f], generator.AspectRatios);
        Assert.Equal(["model.ssd.anchor_generator.ssd_anchor_generator.aspect_ratios"], generator.FittedPaths);
        Assert.Equal([0.7f, 1.4f], Assert.Single(generator.WithAspectRatios([0.7f, 1.4f])).Values);
    }

    [Fact]
    public void Multiscale()
    {
        var model = Assert.IsType<ModelSection.SingleShot>(Clean(
            $"ssd {{ {Resizer} anchor_generator {{ multiscale_anchor_generator {{ aspect_ratios: 1 }} }} }}"));

        Assert.Null(model.NumClasses);
        var generator = Assert.IsType<AnchorGeneratorSection.Multiscale>(model.Generator);
        Assert.Equal(["model.ssd.anchor_generator.multiscale_anchor_generator.aspect_ratios"], generator.FittedPaths);
    }

    [Fact]
    public void FasterRcnn()
    {
        var model = Assert.IsType<ModelSection.TwoStage>(Clean(
            $"faster_rcnn {{ num_classes: 4 {Resizer} first_stage_anchor_generator {{ grid_anchor_generator {{ scales: 1 aspect_ratios: 1 }} }} }}"));

        Assert.Equal("model.faster_rcnn.num_classes", model.NumClassesPath);
        Assert.Equal(4, model.NumClasses);
        Assert.Equal(
            ["model.faster_rcnn.first_stage_anchor_generator.grid_anchor_generator.aspect_ratios"],
            Assert.IsType<AnchorGeneratorSection.Grid>(model.Generator).FittedPaths);
    }

    [Fact]
    public void AFlexibleGridPairsItsSizesWithTheRatios()
    {
        var model = Assert.IsType<ModelSection.SingleShot>(Clean($$"""
            ssd { {{Resizer}} anchor_generator { flexible_grid_anchor_generator {
              anchor_grid { base_sizes: [32, 32, 64] aspect_ratios: [1, 2, 1] }
              anchor_grid { base_sizes: 128 aspect_ratios: 3 }
            } } }
            """));

        var generator = Assert.IsType<AnchorGeneratorSection.FlexibleGrid>(model.Generator);
        Assert.Equal([1f, 2f, 3f], generator.AspectRatios);
        string[] written = generator.WithAspectRatios([0.5f, 1.5f]).Select(field => field.Path[^"[0].aspect_ratios".Length..] + " " + string.Join(' ', field.Values)).ToArray();
        Assert.Equal(
            [
                "rid[0].base_sizes 32 32 64 64",
                "[0].aspect_ratios 0.5 1.5 0.5 1.5",
                "rid[1].base_sizes 128 128",
                "[1].aspect_ratios 0.5 1.5",
            ],
            written);
        Assert.StartsWith("model.ssd.anchor_generator.flexible_grid_anchor_generator.anchor_grid[0].", generator.FittedPaths.First(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void CenterNetHasClassesButNoAnchors()
    {
        ModelSection model = Clean("center_net { num_classes: 5 image_resizer { keep_aspect_ratio_resizer { min_dimension: 512 max_dimension: 512 pad_to_max_dimension: true } } }");

        Assert.IsNotType<IAnchorBased>(model, exactMatch: false);
        Assert.Equal("model.center_net.num_classes", model.NumClassesPath);
        Assert.Equal(5, model.NumClasses);
        Assert.Equal(new ImageResize.KeepAspectRatio(512, 512, PadToMaxDimension: true), model.ImageResize);
    }

    [Fact]
    public void AnExperimentalModelHasNothing()
    {
        ModelSection model = Clean("experimental_model { name: 'mine' }");

        Assert.IsNotType<IAnchorBased>(model, exactMatch: false);
        Assert.Null(model.NumClassesPath);
        Assert.Null(model.ImageResize);
    }

    [Fact]
    public void ResizersHaveTheSchemasDefaults()
    {
        Assert.Equal(new ImageResize.Identity(), Resize("identity_resizer { }"));
        Assert.Equal(new ImageResize.FixedShape(300, 300), Resize("fixed_shape_resizer { }"));
        Assert.Equal(new ImageResize.FixedShape(Height: 4, Width: 5), Resize("fixed_shape_resizer { width: 5 height: 4 }"));
        Assert.Equal(new ImageResize.KeepAspectRatio(600, 1024, PadToMaxDimension: false), Resize("keep_aspect_ratio_resizer { }"));
        Assert.Equal(new ImageResize.Conditional(ResizeCondition.Greater, 300), Resize("conditional_shape_resizer { }"));
        Assert.Equal(new ImageResize.Conditional(ResizeCondition.Smaller, 5), Resize("conditional_shape_resizer { condition: SMALLER size_threshold: 5 }"));
        Assert.Equal(new ImageResize.PadToMultiple(32), Resize("pad_to_multiple_resizer { multiple: 32 }"));
        Assert.Equal(new ImageResize.PadToMultiple(1), Resize("pad_to_multiple_resizer { }"));

        static ImageResize? Resize(string resizer) => Clean($"ssd {{ image_resizer {{ {resizer} }} {SsdGenerator} }}").ImageResize;
    }

    [Theory]
    [InlineData("", "AFB4020 0:0-0", "the config names no model; add one: model { ssd { … } }, faster_rcnn or center_net")]
    [InlineData("train_config { }\nmodel { }", "AFB4020 2:1-6", "the config names no model; add one: model { ssd { … } }, faster_rcnn or center_net")]
    [InlineData("model { ssd { " + SsdGenerator + " } }", "AFB4021 1:9-12", "'model.ssd.image_resizer' is missing or empty; add for example fixed_shape_resizer { height: 320 width: 320 }")]
    [InlineData("model { ssd { image_resizer { } " + SsdGenerator + " } }", "AFB4021 1:15-28", "'model.ssd.image_resizer' is missing or empty; add for example fixed_shape_resizer { height: 320 width: 320 }")]
    [InlineData("model { ssd { image_resizer { fixed_shape_resizer { width: 0 } } " + SsdGenerator + " } }", "AFB4022 1:53-58", "'model.ssd.image_resizer.fixed_shape_resizer.width' is 0, but must be above zero")]
    [InlineData("model { ssd { image_resizer { keep_aspect_ratio_resizer { min_dimension: -1 } } " + SsdGenerator + " } }", "AFB4022 1:59-72", "'model.ssd.image_resizer.keep_aspect_ratio_resizer.min_dimension' is -1, but must be above zero")]
    [InlineData("model { ssd { image_resizer { keep_aspect_ratio_resizer { min_dimension: 2000 } } " + SsdGenerator + " } }", "AFB4022 1:31-56", "'model.ssd.image_resizer.keep_aspect_ratio_resizer.max_dimension' is 1024, but must not be below min_dimension (2000)")]
    [InlineData("model { ssd { image_resizer { conditional_shape_resizer { condition: INVALID } } " + SsdGenerator + " } }", "AFB4022 1:59-68", "'model.ssd.image_resizer.conditional_shape_resizer.condition' is INVALID, but must be GREATER or SMALLER")]
    [InlineData("model { ssd { image_resizer { pad_to_multiple_resizer { multiple: 0 } } " + SsdGenerator + " } }", "AFB4022 1:57-65", "'model.ssd.image_resizer.pad_to_multiple_resizer.multiple' is 0, but must be above zero")]
    [InlineData("model { ssd { " + Resizer + " } }", "AFB4023 1:9-12", "'model.ssd.anchor_generator' is missing or empty; add the generator whose aspect_ratios are to be fitted, for example ssd_anchor_generator { }")]
    [InlineData("model { faster_rcnn { " + Resizer + " } }", "AFB4023 1:9-20", "'model.faster_rcnn.first_stage_anchor_generator' is missing or empty; add the generator whose aspect_ratios are to be fitted, for example grid_anchor_generator { scales: [0.25, 0.5, 1.0, 2.0] }")]
    public void WhatIsMissingIsSaid(string text, string place, string message)
    {
        DiagnosticBag diagnostics = [];

        ModelSectionReader.Read(Binding.Pipeline(text), diagnostics);

        Assert.Equal([place], Binding.Places(diagnostics));
        Assert.Equal(message, diagnostics[0].Message);
        Assert.True(diagnostics.HasErrors);
    }

    [Fact]
    public void LabelMapsBind()
    {
        BoundConfig<StringIntLabelMap> bound = PipelineSchema.BindLabelMap(Binding.Parse(
            "item { id: 1 name: 'cat' }\nitem { id: 2 name: 'dog' dispaly_name: 'Dog' }\n"));

        Assert.Equal(["cat", "dog"], bound.Message.Item.Select(item => item.Name));
        Assert.Equal(["AFB4001 2:26-38"], Binding.Places(bound.Diagnostics));
    }

    private static ModelSection Clean(string model)
    {
        DiagnosticBag diagnostics = [];
        BoundConfig<TrainEvalPipelineConfig> bound = Binding.Pipeline("model { " + model + " }");
        Assert.Empty(bound.Diagnostics);
        ModelSection? section = ModelSectionReader.Read(bound, diagnostics);
        Assert.Empty(diagnostics);
        return section!;
    }
}
