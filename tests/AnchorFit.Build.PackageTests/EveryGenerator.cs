using System;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>A config of each kind in a real build: only its anchor fields and the class count change.</summary>
public class EveryGenerator(PackedPackage package)
{
    private const string Resizer = "image_resizer { fixed_shape_resizer { height: 300 width: 400 } }";

    [Fact]
    public void OnlyItsAnchorFieldsAndTheClassCountChange()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitPipelineConfig>out.config</AnchorFitPipelineConfig>");
        project.TryRun("restore");
        (string Name, string Before, string After)[] configs =
        [
            ("multiscale",
                $"model {{ ssd {{ num_classes: 90 {Resizer} anchor_generator {{ multiscale_anchor_generator {{ min_level: 3 aspect_ratios: [1.0, 2.0] }} }} }} }} # end\n",
                $"model {{ ssd {{ num_classes: 2 {Resizer} anchor_generator {{ multiscale_anchor_generator {{ min_level: 3 aspect_ratios: [0.5, 1.0, 2.0, 3.0] }} }} }} }} # end\n"),
            ("grid",
                $"model {{ faster_rcnn {{ num_classes: 90 {Resizer} first_stage_anchor_generator {{ grid_anchor_generator {{ scales: [1, 2] aspect_ratios: [1.0] }} }} }} }}\n",
                $"model {{ faster_rcnn {{ num_classes: 2 {Resizer} first_stage_anchor_generator {{ grid_anchor_generator {{ scales: [1, 2] aspect_ratios: [0.5, 1.0, 2.0, 3.0] }} }} }} }}\n"),
            ("flexible",
                $"model {{ ssd {{ num_classes: 90 {Resizer} anchor_generator {{ flexible_grid_anchor_generator {{ anchor_grid {{ base_sizes: [64.0] aspect_ratios: [1.0] height_stride: 16 }} }} }} }} }}\n",
                $"model {{ ssd {{ num_classes: 2 {Resizer} anchor_generator {{ flexible_grid_anchor_generator {{ anchor_grid {{ base_sizes: [64.0, 64.0, 64.0, 64.0] aspect_ratios: [0.5, 1.0, 2.0, 3.0] height_stride: 16 }} }} }} }} }}\n"),
            ("keep_aspect",
                $"model {{ ssd {{ num_classes: 90 image_resizer {{ keep_aspect_ratio_resizer {{ min_dimension: 200 }} }} anchor_generator {{ ssd_anchor_generator {{ aspect_ratios: [1.0] }} }} }} }}\n",
                $"model {{ ssd {{ num_classes: 2 image_resizer {{ keep_aspect_ratio_resizer {{ min_dimension: 200 }} }} anchor_generator {{ ssd_anchor_generator {{ aspect_ratios: [0.5, 1.0, 2.0, 3.0] }} }} }} }}\n"),
            ("center_net", $"model {{ center_net {{ num_classes: 90 {Resizer} }} }}\n", $"model {{ center_net {{ num_classes: 2 {Resizer} }} }}\n"),
        ];

        foreach ((string name, string before, string after) in configs)
        {
            project.Write(name + ".config", before);

            BuildResult build = Fit(project, "-p:AnchorFitBaseConfig=" + name + ".config");

            Assert.Equal((name, 0, after), (name, build.ExitCode, project.Read("out.config")));
        }
    }

    [Fact]
    public void OptionsThatConcernTheConfigAreObeyed()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, "<AnchorFitPipelineConfig>out.config</AnchorFitPipelineConfig><AnchorFitBaseConfig>base.config</AnchorFitBaseConfig>");
        project.TryRun("restore");
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

    private static BuildResult Fit(TrainingProject project, params string[] arguments) =>
        project.TryBuild(["-t:AnchorFitGenerate", "--no-restore", .. arguments]);
}
