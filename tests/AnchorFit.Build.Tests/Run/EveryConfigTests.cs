using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.PipelineConfig.Comparison;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;
using AnchorFit.Run;
using AnchorFit.Tests.PipelineConfig.Schema;
using AnchorFit.Tests.Support;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>Every real config there is, fitted to real annotations; ANCHORFIT_CONFIGS names a folder of further ones.</summary>
public class EveryConfigTests
{
    private static readonly string[] Written = ["num_classes", "aspect_ratios"];

    public static TheoryData<string> Paths() => [.. Corpus.AllConfigs()];

    [CorpusTheory]
    [MemberData(nameof(Paths))]
    public void OnlyWhatTheFitWritesChangesAndNothingElseIsSaid(string path)
    {
        Corpus.Require();
        string before = File.ReadAllText(path);
        ConfigDocument tree = Binding.Parse(before);
        Assert.Equal(before, string.Concat(tree.Tokens.Select(token => tree.Source.Slice(token.Span))));

        FitOutcome outcome = Fit.RunFolder(path, Corpus.RaccoonAnnotations(), 3, most: 12);

        // Paths to fill in, no anchors, and what three ratios instead of the base's number do to boxes and to a checkpoint.
        Assert.Empty(outcome.Diagnostics.Where(d => d.Code is not ("AFB4025" or "AFB4024" or "AFB5040" or "AFB5041")).Select(d => d.ToString()));
        string after = Fit.Text(outcome);
        Assert.Empty(LineDiff.Compare(before, after).Where(l => !l.IsShared && !Array.Exists(Written, name => l.Text.Contains(name, StringComparison.Ordinal))).Select(l => l.Text));
        Assert.Equal(WithoutWhatIsWritten(before), WithoutWhatIsWritten(after));
        bool isUnanchored = outcome.Diagnostics.Any(d => d.Code == "AFB4024");
        Assert.Equal(Binding.Clean<TrainEvalPipelineConfig>(before).Model.CenterNet is not null, isUnanchored);
        Assert.Equal(isUnanchored ? 1 : 2, CountWritten(after));
    }

    private static TrainEvalPipelineConfig WithoutWhatIsWritten(string text)
    {
        TrainEvalPipelineConfig config = Binding.Clean<TrainEvalPipelineConfig>(text);
        foreach ((IMessage message, FieldDescriptor field) in WrittenFields(config))
        {
            field.Accessor.Clear(message);
        }

        return config;
    }

    private static int CountWritten(string text) => WrittenFields(Binding.Clean<TrainEvalPipelineConfig>(text)).Count(written =>
        written.Field.Name == "num_classes"
            ? (int)written.Field.Accessor.GetValue(written.Message) == 1
            : ((IReadOnlyCollection<float>)written.Field.Accessor.GetValue(written.Message)).Count == 3);

    private static IReadOnlyList<(IMessage Message, FieldDescriptor Field)> WrittenFields(TrainEvalPipelineConfig config)
    {
        IMessage model = (IMessage?)config.Model.Ssd ?? (IMessage?)config.Model.FasterRcnn ?? config.Model.CenterNet;
        AnchorGenerator? anchors = config.Model.Ssd?.AnchorGenerator ?? config.Model.FasterRcnn?.FirstStageAnchorGenerator;
        IMessage? generator = anchors is null ? null : (IMessage)AnchorGenerator.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(anchors)!.Accessor.GetValue(anchors);
        return
        [
            (model, model.Descriptor.FindFieldByName("num_classes")),
            .. generator is null ? [] : new[] { (generator, generator.Descriptor.FindFieldByName("aspect_ratios")) },
        ];
    }
}
