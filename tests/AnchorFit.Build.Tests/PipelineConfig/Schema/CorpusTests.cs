using System.IO;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Protos;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

public sealed class CorpusTests
{
    [CorpusFact]
    public void EveryConfigBindsWithoutDiagnostics() => Assert.All(Corpus.Configs(), path =>
    {
        BoundConfig<TrainEvalPipelineConfig> bound = Binding.Pipeline(File.ReadAllText(path));

        Assert.Empty(bound.Document.Diagnostics);
        Assert.Empty(bound.Diagnostics);
        Assert.Empty(bound.UnknownFields);
        string canonical = CanonicalPrinter.Print(bound.Message);
        Assert.Equal(bound.Message, Binding.Clean<TrainEvalPipelineConfig>(canonical));
    });

    [CorpusFact]
    public void EveryConfigHasAModelThatCanBeFittedOrNeedsNone()
    {
        ModelSection[] models = Corpus.Configs().Select(path =>
        {
            DiagnosticBag diagnostics = [];
            BoundConfig<TrainEvalPipelineConfig> bound = Binding.Pipeline(File.ReadAllText(path));
            ModelSection model = ModelSectionReader.Read(bound, diagnostics)!;
            Assert.Empty(diagnostics);
            Assert.NotNull(model.ImageResize);
            Assert.NotNull(bound.Find(model.NumClassesPath!));
            Assert.True(model.NumClasses > 0);
            return model;
        }).ToArray();

        Assert.Equal(54, models.Length);
        Assert.Equal(4, models.Count(model => model is ModelSection.KeypointBased));
        Assert.All(models.OfType<IAnchorBased>(), model => Assert.NotEmpty(model.Generator!.AspectRatios));
    }
}
