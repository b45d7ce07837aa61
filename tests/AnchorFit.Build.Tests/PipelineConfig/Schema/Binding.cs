using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;
using AnchorFit.Tests.Protos;
using AnchorFit.Text;
using Google.Protobuf;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

/// <summary>Text to message in one call, for the tests of this folder.</summary>
internal static class Binding
{
    public static ConfigDocument Parse(string text) => TextFormatParser.Parse(new SourceText("a.config", text));

    public static BoundConfig<TrainEvalPipelineConfig> Pipeline(string text) => PipelineSchema.BindPipeline(Parse(text));

    public static BoundConfig<EveryType> Everything(string text) => ConfigBinder.Bind<EveryType>(Parse(text));

    /// <summary>The message of a text that has no fault.</summary>
    public static T Clean<T>(string text)
        where T : IMessage, new()
    {
        ConfigDocument document = Parse(text);
        BoundConfig<T> bound = ConfigBinder.Bind<T>(document);
        Assert.Empty(document.Diagnostics);
        Assert.Empty(bound.Diagnostics);
        return bound.Message;
    }

    public static EveryType CleanEverything(string text) => Clean<EveryType>(text);

    public static string[] Places(IEnumerable<Diagnostic> diagnostics)
        => diagnostics.Select(item => System.FormattableString.Invariant($"{item.Code} {item.Start.Line}:{item.Start.Column}-{item.End.Column}")).ToArray();
}
