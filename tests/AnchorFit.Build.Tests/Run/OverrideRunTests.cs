using System;
using System.Linq;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Run;

public class OverrideRunTests
{
    [Fact]
    public void AnOverriddenResizerChangesTheFit()
    {
        FitOutcome outcome = Run(Fit.Config, ("model.ssd.image_resizer.fixed_shape_resizer.width", "300"));

        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(
            Fit.Config.Replace("width: 400", "width: 300", StringComparison.Ordinal)
                .Replace("num_classes: 90", "num_classes: 1", StringComparison.Ordinal)
                .Replace("aspect_ratios: 1.0 ", "aspect_ratios: 1.5 ", StringComparison.Ordinal),
            Fit.Text(outcome));
    }

    [Fact]
    public void AnOverriddenModelIsTheOneThatIsFitted()
    {
        FitOutcome outcome = Run(
            Fit.Config,
            ("model.faster_rcnn", "{ image_resizer { identity_resizer { } } first_stage_anchor_generator { grid_anchor_generator { scales: [0.5, 1] } } }"));

        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(
            """
            model {
              faster_rcnn {
                image_resizer {
                  identity_resizer {
                  }
                }
                first_stage_anchor_generator {
                  grid_anchor_generator {
                    scales: [0.5, 1]
                    aspect_ratios: [2.0]
                  }
                }
                num_classes: 1
              }
            }

            """,
            Fit.Text(outcome));
        Assert.Contains("override: model.faster_rcnn in place of ssd", outcome.Result!.Details);
    }

    [Theory]
    [InlineData("warn")]
    [InlineData("error")]
    public void AFieldThatNoSchemaKnowsCanBeRemoved(string unknownFields)
    {
        const string Unknown = "train_config {\n  mine: 1\n  data_augmentation_options { yours: 1 }\n  data_augmentation_options { yours: 2 }\n}\n[theirs.x]: 1\n";
        (string Path, string? Value)[] overrides =
        [
            ("train_config.mine", null), ("train_config.data_augmentation_options[0]", null),
            ("train_config.data_augmentation_options[0].yours", null), ("[theirs.x]", null),
        ];
        FitOutcome RunFirst(int count) => Run(Fit.Config + Unknown, s => s.With(("AnchorFitUnknownFields", unknownFields)), overrides[..count]);

        Assert.Equal([13, 14, 15, 17], RunFirst(0).Diagnostics.Select(d => d.Start.Line));
        Assert.Equal([15, 17], RunFirst(2).Diagnostics.Select(d => d.Start.Line));
        Assert.Empty(RunFirst(4).Diagnostics);
        Assert.EndsWith("train_config {\n  data_augmentation_options { }\n}\n", Fit.Text(RunFirst(4)), StringComparison.Ordinal);
    }

    [Fact]
    public void AFieldThatNoSchemaKnowsIsToldWhereItStandsWhenAnOverrideSetsIt()
    {
        FitOutcome outcome = Run(Fit.Config + "mine: 1\n", ("mine", "2"));

        Assert.Equal("base.config(12,1): warning AFB4001", Assert.Single(outcome.Diagnostics).ToString()[..34]);
        Assert.EndsWith("mine: 2\n", Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.ssd.anchor_generator.ssd_anchor_generator.aspect_ratios", "[1, 2]", "auto", "AnchorFitAspectRatioCount")]
    [InlineData("model.ssd.anchor_generator.ssd_anchor_generator.aspect_ratios[0]", "2", "auto", "AnchorFitAspectRatioCount")]
    [InlineData("model.ssd.anchor_generator.ssd_anchor_generator.aspect_ratios[+]", "2", "keep", "AnchorFitAspectRatioCount")]
    [InlineData("model.ssd.num_classes", "5", "auto", "AnchorFitNumClasses, to the number or to keep")]
    [InlineData("model.ssd.num_classes", "5", "7", "AnchorFitNumClasses")]
    [InlineData("model.ssd.anchor_generator", "{ ssd_anchor_generator { num_layers: 5 aspect_ratios: [2] } }", "auto", "AnchorFitAspectRatioCount", "model.ssd.anchor_generator.ssd_anchor_generator.aspect_ratios")]
    [InlineData("model.ssd", "{ num_classes: 5 image_resizer { fixed_shape_resizer { height: 300 width: 400 } } anchor_generator { ssd_anchor_generator { num_layers: 5 } } }", "auto", "AnchorFitNumClasses", "model.ssd.num_classes")]
    public void WhatTheFitWritesIsRefused(string path, string value, string numClasses, string option, string? owned = null)
    {
        FitOutcome outcome = Run(Fit.Config, s => s.With(("AnchorFitNumClasses", numClasses)), (path, value));

        Assert.Null(outcome.Result);
        string message = Assert.Single(outcome.Diagnostics).ToString();
        Assert.StartsWith($"x.csproj(1,3): error AFB1022: PipelineConfigOverride '{path}': the fit writes '{owned ?? path.Split('[')[0]}'; remove the override and set {option}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheClassCountIsFreeWhenItIsKept() => Assert.Contains(
        "num_classes: 5", Fit.Text(Run(Fit.Config, s => s.With(("AnchorFitNumClasses", "keep")), ("model.ssd.num_classes", "5"))), StringComparison.Ordinal);

    [Fact]
    public void SizesOfAFlexibleGridAreFreeAndItsRatiosAreNot()
    {
        string config = Fit.Config
            .Replace("ssd_anchor_generator", "flexible_grid_anchor_generator", StringComparison.Ordinal)
            .Replace("aspect_ratios: 1.0", "anchor_grid { base_sizes: 8 aspect_ratios: 1.0 }", StringComparison.Ordinal);
        const string Generator = "model.ssd.anchor_generator.flexible_grid_anchor_generator.";

        FitOutcome outcome = Run(config, (Generator + "anchor_grid.base_sizes", "[16]"), (Generator + "anchor_grid[+].base_sizes", "[32]"));
        Assert.Empty(outcome.Diagnostics);
        Assert.Contains("anchor_grid { base_sizes: 16 aspect_ratios: 2.0 }", Fit.Text(outcome), StringComparison.Ordinal);
        Assert.Contains("anchor_grid { base_sizes: 32 aspect_ratios: [2.0] }", Fit.Text(outcome), StringComparison.Ordinal);

        foreach (string element in new[] { "anchor_grid", "anchor_grid[0]" })
        {
            Assert.Equal("AFB1022", Assert.Single(Run(config, (Generator + element + ".aspect_ratios", "[2]")).Diagnostics).Code);
        }
    }

    [Fact]
    public void WhatIsWrongWithTheBaseConfigNamesItsOwnLines()
    {
        FitOutcome outcome = Run(
            Fit.Config.Replace("num_classes: 90", "num_clases: 90", StringComparison.Ordinal) + "train_input_reader { label_map_path: 'PATH_TO_BE_CONFIGURED' }\n",
            ("model.ssd.loss", "{ classification_loss { weighted_sigmoid { } } localization_loss { weighted_smooth_l1 { } } }"),
            ("train_config.batch_size", "3"));

        Assert.Equal(
            ["base.config(3,5): warning AFB4001", "base.config(12,38): warning AFB4025"],
            outcome.Diagnostics.Select(d => string.Join(':', d.ToString().Split(':').Take(2))));
    }

    [Fact]
    public void APlaceholderThatAnOverrideFillsInIsNotToldAndOneThatItBringsIs()
    {
        const string Readers = "train_input_reader { label_map_path: 'PATH_TO_BE_CONFIGURED' }\n";

        Assert.Empty(Run(Fit.Config + Readers, ("train_input_reader.label_map_path", "map.pbtxt")).Diagnostics);
        Assert.StartsWith(
            "x.csproj(1,3): warning AFB4025: ",
            Assert.Single(Run(Fit.Config, ("train_input_reader.label_map_path", "PATH_TO_BE_CONFIGURED")).Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.ssd.image_resizer.fixed_shape_resizer.height", "0", "x.csproj(1,3): error AFB4022: 'model.ssd.image_resizer.fixed_shape_resizer.height' is 0, but must be above zero")]
    [InlineData("model.ssd.anchor_generator", "{ }", "x.csproj(1,3): error AFB4023: ")]
    [InlineData("model.ssd.image_resizer", null, "x.csproj(1,3): error AFB4021: PipelineConfigOverride 'model.ssd.image_resizer': 'model.ssd.image_resizer' is missing or empty")]
    [InlineData("model.ssd.image_resizer.fixed_shape_resizer", null, "x.csproj(1,3): error AFB4021: PipelineConfigOverride 'model.ssd.image_resizer.fixed_shape_resizer': ")]
    [InlineData("model.ssd.anchor_generator", null, "x.csproj(1,3): error AFB4023: PipelineConfigOverride 'model.ssd.anchor_generator': ")]
    [InlineData("model", null, "x.csproj(1,3): error AFB4020: PipelineConfigOverride 'model': the config names no model")]
    [InlineData("model.ssd.anchor_generator.ssd_anchor_generator.num_layers", "0", "x.csproj(1,3): error AFB4060: ")]
    [InlineData("model.center_net", "{ image_resizer { identity_resizer { } } }", "x.csproj(1,3): warning AFB4024: ")]
    public void WhatAnOverrideBreaksNamesTheOverride(string path, string? value, string message) => Assert.StartsWith(
        message, Assert.Single(Run(Fit.Config, (path, value)).Diagnostics).ToString(), StringComparison.Ordinal);

    [Fact]
    public void OnlyTheOverrideThatBreaksTheModelIsBlamed()
    {
        (string, string?)[] overrides = [("train_config.batch_size", "3"), ("model.ssd.image_resizer", null), ("model.ssd.image_resizer.fixed_shape_resizer", null)];

        Assert.StartsWith("x.csproj(2,3): error AFB4021: ", Assert.Single(Run(Fit.Config, overrides).Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheBaseConfigLacksAnywayIsNotBlamedOnAnOverride()
    {
        string config = Fit.Config.Replace("image_resizer { fixed_shape_resizer { height: 300 width: 400 } }", "", StringComparison.Ordinal);

        Assert.StartsWith("base.config(2,3): error AFB4021: ", Assert.Single(Run(config, ("model.ssd.image_resizer", null)).Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "there is no Value; give one, as in Value=\"64\"")]
    [InlineData("", "false", "there is no Value")]
    [InlineData("1", "true", "both Value '1' and Clear=\"true\" are given")]
    [InlineData("1", "yes", "Clear is 'yes'; accepted: true, false")]
    public void MetadataThatSayNothingAreRefused(string value, string clear, string message)
    {
        FitOutcome outcome = Fit.Run(
            Fit.Config, [("a.xml", Voc.Xml("cat", (100, 50)))],
            s => s.WithOverrides([new RawOverride("train_config.batch_size", value, clear, () => new FilePlace("x.csproj", new LinePosition(1, 3)))]));

        string text = Assert.Single(outcome.Diagnostics).ToString();
        Assert.StartsWith("x.csproj(1,3): error AFB1021: PipelineConfigOverride 'train_config.batch_size': " + message, text, StringComparison.Ordinal);
    }

    [Fact]
    public void AControlCharacterInAPathIsToldOfTheOverride()
    {
        string text = Assert.Single(Run(Fit.Config, ("train_config.fine_tune_checkpoint", "'models\\new'")).Diagnostics).ToString();

        Assert.StartsWith("x.csproj(1,3): warning AFB4034: ", text, StringComparison.Ordinal);
        Assert.Contains("\\n for a line feed", text, StringComparison.Ordinal);
    }

    private static FitOutcome Run(string config, params (string Path, string? Value)[] overrides) => Run(config, s => s, overrides);

    private static FitOutcome Run(string config, Func<RawSettings, RawSettings> settings, params (string Path, string? Value)[] overrides) => Fit.Run(
        config, [("a.xml", Voc.Xml("cat", (100, 50)))],
        s => settings(s).WithOverrides([.. overrides.Select((o, i) => new RawOverride(o.Path, o.Value ?? "", o.Value is null ? "true" : "", () => new FilePlace("x.csproj", new LinePosition(i + 1, 3))))]));
}
