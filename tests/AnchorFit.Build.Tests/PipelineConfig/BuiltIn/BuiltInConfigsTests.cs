using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using AnchorFit.PipelineConfig.BuiltIn;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.BuiltIn;

public class BuiltInConfigsTests
{
    public static IEnumerable<TheoryDataRow<string>> Names()
    {
        foreach (string name in BuiltInConfigs.Names)
        {
            yield return name;
        }
    }

    [Fact]
    public void NamesAreThoseOfTheFiles() => Assert.Equal(
        ["ssd_mobilenet_v1_fpn_640x640", "ssd_mobilenet_v2_300x300", "ssdlite_mobiledet_edgetpu_320x320"],
        BuiltInConfigs.Names);

    [Theory]
    [InlineData("")]
    [InlineData("ssd_mobilenet_v2")]
    [InlineData("SSD_mobilenet_v2_300x300")]
    public void OtherNamesOpenNothing(string name) => Assert.Null(BuiltInConfigs.TryOpen(name));

    [Fact]
    public void TheDefaultIsTheMobileDetOfTheEdgeTpu()
    {
        TrainEvalPipelineConfig config = Bind(BuiltInConfigs.DefaultName).Message;

        Assert.Equal("ssd_mobiledet_edgetpu", config.Model.Ssd.FeatureExtractor.Type);
        Assert.Equal(320, config.Model.Ssd.ImageResizer.FixedShapeResizer.Height);
        Assert.Equal(320, config.Model.Ssd.ImageResizer.FixedShapeResizer.Width);
        Assert.Equal([1f, 2f, 0.5f, 3f, 0.3333f], config.Model.Ssd.AnchorGenerator.SsdAnchorGenerator.AspectRatios);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ReadsWithoutAnyDiagnostic(string name)
    {
        BoundConfig<TrainEvalPipelineConfig> config = Bind(name);

        Assert.Empty(config.Document.Diagnostics);
        Assert.Empty(config.Diagnostics);
        Assert.Empty(config.UnknownFields);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LeavesEveryPathToThePersonWhoTrains(string name)
    {
        TrainEvalPipelineConfig config = Bind(name).Message;

        string[] paths =
        [
            config.TrainInputReader.LabelMapPath,
            Assert.Single(config.TrainInputReader.TfRecordInputReader.InputPath),
            Assert.Single(config.EvalInputReader).LabelMapPath,
            Assert.Single(config.EvalInputReader[0].TfRecordInputReader.InputPath),
        ];
        Assert.All(paths, path => Assert.StartsWith("PATH_TO_BE_CONFIGURED/", path, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HasUnixLinesAndNoByteOrderMark(string name)
    {
        string text = Text(name);

        Assert.NotEqual('\uFEFF', text[0]);
        Assert.DoesNotContain('\r', text);
        Assert.Equal('\n', text[^1]);
    }

    private static BoundConfig<TrainEvalPipelineConfig> Bind(string name) =>
        ConfigBinder.Bind<TrainEvalPipelineConfig>(TextFormatParser.Parse(new SourceText("builtin:" + name, Text(name))));

    private static string Text(string name)
    {
        using Stream? stream = BuiltInConfigs.TryOpen(name);
        Assert.NotNull(stream);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
