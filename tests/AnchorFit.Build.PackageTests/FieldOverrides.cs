using System;
using System.IO;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>The items <c>PipelineConfigOverride</c> in real builds of one project.</summary>
public class FieldOverrides(PackedPackage package)
{
    private const string Config = "obj/Debug/net10.0/pipeline.config";
    private const string BatchSize = """<PipelineConfigOverride Include="train_config.batch_size" Value="64" />""";

    [Fact]
    public void SetFieldsBeforeTheFit()
    {
        string items = TrainingProject.DefaultItems + "\n" + BatchSize;
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, "<AnchorFitBaseConfig>base.config</AnchorFitBaseConfig><AnchorFitAspectRatioCount>3</AnchorFitAspectRatioCount>", items);
        project.Write("base.config", Configs.Ssd("aspect_ratios: [1.0]") + "train_config { batch_size: 24 }  # small\n");

        project.Build();
        string fitted = project.Read(Config);
        Assert.Contains("}\ntrain_config { batch_size: 64 }  # small\n", fitted, StringComparison.Ordinal);
        Assert.StartsWith("# A comment that stays.\nmodel {\n  ssd {\n    num_classes: 2  # of COCO\n", fitted, StringComparison.Ordinal);
        Assert.True(project.TryRun("build", "-t:AnchorFitGenerate").FitWasSkipped);

        BuildResult wrong = With(project, """<PipelineConfigOverride Include="train_config.batch_size" Value="many" />""");
        Error error = Assert.Single(wrong.Errors);
        string[] lines = project.Read("Training.csproj").Split('\n');
        int line = Array.FindIndex(lines, text => text.Contains("PipelineConfigOverride", StringComparison.Ordinal));
        Assert.Equal(
            ("AFB4004", line + 1, lines[line].IndexOf('<', StringComparison.Ordinal) + 1, "Training.csproj"),
            (error.Code, error.LineNumber, error.ColumnNumber, Path.GetFileName(error.File)));
        Assert.Equal(
            "PipelineConfigOverride 'train_config.batch_size': 'train_config.batch_size' takes a whole number from 0 to 4294967295, not 'many'", error.Text);
        Assert.Equal(fitted, project.Read(Config));

        BuildResult resized = With(project, BatchSize + """<PipelineConfigOverride Include="model.ssd.image_resizer.fixed_shape_resizer.width"><Value>200</Value></PipelineConfigOverride>""");
        Assert.Contains("setting added: override 2: 'model.ssd.image_resizer.fixed_shape_resizer.width: 200'", resized.Reasons);
        Assert.Contains("fixed_shape_resizer { height: 300 width: 200 }", project.Read(Config), StringComparison.Ordinal);
        Assert.NotEqual(Ratios(fitted), Ratios(project.Read(Config)));

        BuildResult cleared = With(project, """<PipelineConfigOverride Include="model.ssd.image_resizer" Clear="true" />""");
        Assert.Equal(("AFB4021", line + 1, "Training.csproj"), (Assert.Single(cleared.Errors).Code, cleared.Errors[0].LineNumber, Path.GetFileName(cleared.Errors[0].File)));

        BuildResult wildcard = With(project, """<PipelineConfigOverride Include="train_config.*" Value="1" />""");
        Assert.Equal(("AFB1023", line + 1), (Assert.Single(wildcard.Errors).Code, wildcard.Errors[0].LineNumber));

        BuildResult owned = With(project, """<PipelineConfigOverride Include="model.ssd.anchor_generator.ssd_anchor_generator.aspect_ratios[0]" Clear="true" />""");
        Assert.Equal(("AFB1022", line + 1), (Assert.Single(owned.Errors).Code, owned.Errors[0].LineNumber));
    }

    private static BuildResult With(TrainingProject project, string item)
    {
        string text = project.Read("Training.csproj");
        int start = text.IndexOf("<PipelineConfigOverride", StringComparison.Ordinal);
        int end = text.IndexOf('\n', start);
        project.Write("Training.csproj", string.Concat(text.AsSpan(0, start), item, text.AsSpan(end)));
        return project.TryRun("build", "-t:AnchorFitGenerate");
    }

    private static string Ratios(string config)
    {
        int start = config.IndexOf("aspect_ratios", StringComparison.Ordinal);
        return config[start..config.IndexOf('\n', start)];
    }
}
