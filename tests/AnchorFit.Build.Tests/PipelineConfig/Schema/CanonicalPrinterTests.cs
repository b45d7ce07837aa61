using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Protos;
using AnchorFit.Tests.Protos;
using AnchorFit.Tests.Support;
using Google.Protobuf;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

/// <summary>The golden files are what Python's protobuf prints; tests/interop/check_with_python.py proves it.</summary>
public sealed class CanonicalPrinterTests
{
    private const string Golden = "tests/AnchorFit.Build.Tests/PipelineConfig/Schema/Golden/";

    [Fact]
    public void PrintsEveryKindOfField() => Matches<EveryType>("every_type", ".textproto");

    [Fact]
    public void PrintsLabelMaps() => Matches<StringIntLabelMap>("label_map", ".pbtxt");

    [Fact]
    public void PrintsNumbersInTheFewestDigits() => Matches<TrainEvalPipelineConfig>("numbers", ".config");

    [Fact]
    public void PrintsNothingForAnEmptyMessage() => Assert.Equal(string.Empty, CanonicalPrinter.Print(new TrainEvalPipelineConfig()));

    [Fact]
    public void AnUnknownFieldWouldBeLost()
    {
        BoundConfig<TrainEvalPipelineConfig> bound = PipelineSchema.BindPipeline(
            Binding.Parse("train_config { batch_size: 1 num_step: 2 }"), UnknownFieldPolicy.Ignore);
        DiagnosticBag diagnostics = [];

        Assert.Null(PipelineSchema.PrintCanonical(bound, diagnostics));
        Assert.Equal(["AFB4012 1:30-38"], Binding.Places(diagnostics));
        Assert.True(diagnostics.HasErrors);
        Assert.Equal(
            "canonical output cannot hold 'train_config.num_step', because the schema does not have it; did you mean 'num_steps'?; set AnchorFitConfigStyle to preserve, or remove the field",
            diagnostics[0].Message);
    }

    [Fact]
    public void WithoutUnknownFieldsNothingIsSaid()
    {
        DiagnosticBag diagnostics = [];

        Assert.Equal(
            "train_config {\n  batch_size: 1\n}\n",
            PipelineSchema.PrintCanonical(Binding.Pipeline("train_config < batch_size: 1 >"), diagnostics));
        Assert.Empty(diagnostics);
    }

    private static void Matches<T>(string name, string extension)
        where T : IMessage, new()
    {
        string printed = CanonicalPrinter.Print(ConfigBinder.Bind<T>(Binding.Parse(Repository.Read(Golden + name + extension))).Message);

        Assert.Equal(Repository.Read(Golden + name + ".canonical"), printed);
        Assert.Equal(printed, CanonicalPrinter.Print(Binding.Clean<T>(printed)));
        Assert.All(Encoding.UTF8.GetBytes(printed), b => Assert.InRange(b, (byte)'\n', (byte)'~'));
    }
}
