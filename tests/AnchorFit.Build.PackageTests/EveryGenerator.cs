using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>A config of each kind in a real build: only its anchor fields and the class count change.</summary>
public class EveryGenerator(PackedPackage package)
{
    private const string Resizer = "image_resizer { fixed_shape_resizer { height: 300 width: 400 } }";

    // The fit of the boxes in images that stay as they are.
    private const string Fitted = "[0.5, 1.0, 2.0, 3.0]";

    [Fact]
    public void OnlyItsAnchorFieldsAndTheClassCountChange()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        (string Name, string Before, string After)[] configs =
        [
            ("ssd", Ssd("90", Resizer, "ssd_anchor_generator { num_layers: 6 aspect_ratios: [1.0] }"), Ssd("2", Resizer, $"ssd_anchor_generator {{ num_layers: 6 aspect_ratios: {Fitted} }}")),
            ("multiscale", Ssd("90", Resizer, "multiscale_anchor_generator { min_level: 3 aspect_ratios: [1.0, 2.0] }"), Ssd("2", Resizer, $"multiscale_anchor_generator {{ min_level: 3 aspect_ratios: {Fitted} }}")),
            ("grid",
                $"model {{ faster_rcnn {{ num_classes: 90 {Resizer} first_stage_anchor_generator {{ grid_anchor_generator {{ scales: [1, 2] aspect_ratios: [1.0] }} }} }} }}\n",
                $"model {{ faster_rcnn {{ num_classes: 2 {Resizer} first_stage_anchor_generator {{ grid_anchor_generator {{ scales: [1, 2] aspect_ratios: {Fitted} }} }} }} }}\n"),
            ("flexible",
                Ssd("90", Resizer, "flexible_grid_anchor_generator { anchor_grid { base_sizes: [64.0] aspect_ratios: [1.0] height_stride: 16 } anchor_grid { base_sizes: [8.0, 9.0] } }"),
                Ssd("2", Resizer, $"flexible_grid_anchor_generator {{ anchor_grid {{ base_sizes: [64.0, 64.0, 64.0, 64.0] aspect_ratios: {Fitted} height_stride: 16 }} anchor_grid {{ base_sizes: [8.0, 8.0, 8.0, 8.0, 9.0, 9.0, 9.0, 9.0] aspect_ratios: [0.5, 1.0, 2.0, 3.0, 0.5, 1.0, 2.0, 3.0] }} }}")),
            ("center_net", $"model {{ center_net {{ num_classes: 90 {Resizer} }} }}\n", $"model {{ center_net {{ num_classes: 2 {Resizer} }} }}\n"),
        ];
        project.Write("bases/experimental.config", "model { experimental_model { name: 'mine' } }\n");

        BuildResult build = FitAll(project, configs);

        Error error = Assert.Single(build.Errors);
        Assert.Equal(("AFB4024", "bases/experimental.config", 1, 9), (error.Code, error.File, error.LineNumber, error.ColumnNumber));
        Assert.False(project.Exists("fitted/experimental.config"));
        Warning warning = Assert.Single(build.Warnings);
        Assert.Equal(("AFB4024", "bases/center_net.config"), (warning.Code, warning.File));
    }

    [Fact]
    public void EveryResizerIsObeyedForImagesOfAnySize()
    {
        using TrainingProject project = TrainingProject.Empty(package, "<AnchorFitAspectRatioCount>2</AnchorFitAspectRatioCount>", TrainingProject.DefaultItems);
        // A square box in a wide image, one twice as wide as high in a tall one.
        project.Write("data/wide.xml", "<annotation><size><width>600</width><height>300</height></size><object><name>cat</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>60</xmax><ymax>60</ymax></bndbox></object></annotation>");
        project.Write("data/tall.xml", "<annotation><size><width>200</width><height>400</height></size><object><name>cat</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>80</xmax><ymax>40</ymax></bndbox></object></annotation>");
        (string Name, string Resizer, string Ratios)[] resizers =
        [
            ("square", "fixed_shape_resizer { height: 320 width: 320 }", "[0.5, 4.0]"),
            ("not_square", "fixed_shape_resizer { height: 320 width: 640 }", "[1.0, 8.0]"),
            ("keep_aspect", "keep_aspect_ratio_resizer { min_dimension: 200 max_dimension: 300 }", "[1.0, 2.0]"),
            ("padded", "keep_aspect_ratio_resizer { min_dimension: 512 max_dimension: 512 pad_to_max_dimension: true }", "[1.0, 2.0]"),
            ("greater", "conditional_shape_resizer { condition: GREATER size_threshold: 350 }", "[1.0, 2.0]"),
            ("smaller", "conditional_shape_resizer { condition: SMALLER size_threshold: 250 }", "[1.0, 2.0]"),
            ("multiple", "pad_to_multiple_resizer { multiple: 128 }", "[1.0, 2.0]"),
            ("identity", "identity_resizer { }", "[1.0, 2.0]"),
        ];

        BuildResult build = FitAll(project, [.. resizers.Select(r => (
            r.Name,
            Ssd("90", $"image_resizer {{ {r.Resizer} }}", "ssd_anchor_generator { aspect_ratios: [1.0] }"),
            Ssd("1", $"image_resizer {{ {r.Resizer} }}", $"ssd_anchor_generator {{ aspect_ratios: {r.Ratios} }}")))]);

        Assert.Equal(0, build.ExitCode);
        Assert.Empty(build.Warnings);
    }

    [Fact]
    public void OptionsThatConcernTheConfigAreObeyed()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, "<AnchorFitPipelineConfig>out.config</AnchorFitPipelineConfig><AnchorFitBaseConfig>base.config</AnchorFitBaseConfig>");
        project.Write("base.config", Configs.Ssd("aspect_ratios: [1.0]"));

        Assert.Equal(0, Fit(project, "-p:AnchorFitNumClasses=7", "-p:AnchorFitConfigStyle=canonical").ExitCode);
        Assert.StartsWith("model {\n  ssd {\n    num_classes: 7\n    image_resizer {\n", project.Read("out.config"), StringComparison.Ordinal);

        project.Write("base.config", Configs.Ssd("aspect_ratios: [1.0] fork_field: 1"));
        string last = project.Read("out.config");
        Assert.Equal("AFB4001", Assert.Single(Fit(project, "-p:AnchorFitUnknownFields=error").Errors).Code);
        Assert.Equal("AFB4012", Assert.Single(Fit(project, "-p:AnchorFitConfigStyle=canonical").Errors).Code);
        Assert.Equal(last, project.Read("out.config"));
        Assert.Equal("AFB4001", Assert.Single(Fit(project).Warnings).Code);
        Assert.Empty(Fit(project, "-p:AnchorFitUnknownFields=ignore").Warnings);
        Assert.Contains("fork_field: 1", project.Read("out.config"), StringComparison.Ordinal);
    }

    private static string Ssd(string numClasses, string resizer, string generator) =>
        $"model {{ ssd {{ num_classes: {numClasses} {resizer} anchor_generator {{ {generator} }} }} }} # end\n";

    private static BuildResult FitAll(TrainingProject project, IReadOnlyList<(string Name, string Before, string After)> configs)
    {
        foreach ((string name, string before, _) in configs)
        {
            project.Write($"bases/{name}.config", before);
        }

        BuildResult build = project.FitEach(
            ["AnchorFitBaseConfig=%(Base.Identity);AnchorFitPipelineConfig=fitted/%(Base.Filename).config"], """<Base Include="bases/*.config" />""");
        Assert.All(configs, config => Assert.Equal((config.Name, config.After), (config.Name, project.Read($"fitted/{config.Name}.config"))));
        return build;
    }

    private static BuildResult Fit(TrainingProject project, params string[] arguments) =>
        project.TryBuild(["-t:AnchorFitGenerate", "--no-restore", .. arguments]);
}
