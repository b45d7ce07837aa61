using System;
using System.IO;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

/// <summary>The label maps among the inputs and outputs of a fit.</summary>
public sealed class LabelMapFileTests : IDisposable
{
    private const string Generated = "item {\n  id: 1\n  name: 'cat'\n}\n";
    private const string Foreign = "item { id: 1 name: 'cat' }\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void TheNamedFileIsRead()
    {
        _folder.Write("map.pbtxt", Foreign);

        FitRequest request = Load(out _, labelMap: " map.pbtxt ")!;

        Assert.Equal("map.pbtxt", request.LabelMap!.Name);
        Assert.Equal(Foreign, System.Text.Encoding.UTF8.GetString(request.LabelMap.Content));
        Assert.Null(Load(out _)!.LabelMap);
    }

    [Fact]
    public void AnUnreadableFileIsTold()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "folder"));

        Assert.Null(Load(out string missing, labelMap: "none.pbtxt"));
        Assert.Null(Load(out string folder, labelMap: "folder"));

        Assert.Equal("x.csproj: error AFB1043: AnchorFitLabelMap 'none.pbtxt' can't be read: there is no such file (relative paths count from the project's folder)", missing);
        Assert.Equal("x.csproj: error AFB1043: AnchorFitLabelMap 'folder' can't be read: it is a folder", folder);
    }

    [Theory]
    [InlineData("models/fitted.config", "models/label_map.pbtxt", "models/label_map.pbtxt")] // the map that is read
    [InlineData("models/label_map.pbtxt", "models/label_map.pbtxt", "none.pbtxt")] // the config itself
    [InlineData("models/fitted.config", "models/kept.pbtxt", "none.pbtxt")] // another file of the project
    [InlineData("models/label_map.pbtxt", null, "models/label_map.pbtxt")]
    public void NoOutputGoesOverAnotherFile(string config, string? generated, string labelMap)
    {
        _folder.Write("none.pbtxt", Foreign);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "models"));
        _folder.Write("models/label_map.pbtxt", Foreign);

        Assert.Null(Load(out string diagnostics, config, generated, labelMap));

        Assert.StartsWith("x.csproj: error AFB1003: ", diagnostics, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', diagnostics);
    }

    [Theory]
    [InlineData("models", Foreign, "x.csproj: error AFB1045: AnchorFitGenerateLabelMap would overwrite 'models/label_map.pbtxt', which AnchorFit didn't write or somebody changed: remove it, or name it in AnchorFitLabelMap instead, or set another AnchorFitPipelineConfig")]
    [InlineData("models", "", "x.csproj: error AFB1045: AnchorFitGenerateLabelMap would overwrite 'models/label_map.pbtxt', which AnchorFit didn't write or somebody changed: remove it, or name it in AnchorFitLabelMap instead, or set another AnchorFitPipelineConfig")]
    [InlineData("models", Generated, "")]
    [InlineData("models", null, "")]
    [InlineData("obj", Foreign, "")] // the package's own folder
    public void SomebodysLabelMapStays(string folder, string? present, string expected)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, folder));
        if (present is not null)
        {
            _folder.Write(folder + "/label_map.pbtxt", present);
        }

        FitRequest? request = Load(out string diagnostics, folder + "/fitted.config", folder + "/label_map.pbtxt");

        Assert.Equal(expected, diagnostics);
        Assert.Equal(expected.Length == 0, request is not null);
    }

    public void Dispose() => _folder.Dispose();

    private FitRequest? Load(out string diagnostics, string config = "obj/pipeline.config", string? generated = null, string labelMap = "")
    {
        var settings = new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitLabelMap", labelMap));
        var outputs = new FitOutputs(config, "obj/anchorfit.json", ["models/kept.pbtxt"]) { LabelMap = generated };
        DiagnosticBag bag = [];
        FitRequest? request = FitInputs.Load(settings, ["a.xml"], AnnotationDetails.None, outputs, AnnotationMemory.None, new CompanionFiles(new ProjectPaths(_folder.Path)), new ProjectPaths(_folder.Path), bag);
        diagnostics = string.Join('\n', bag.Select(d => d.ToString()));
        return request;
    }
}
