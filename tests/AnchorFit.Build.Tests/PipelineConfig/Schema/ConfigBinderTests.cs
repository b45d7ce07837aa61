using System.Linq;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Protos;
using AnchorFit.Tests.Protos;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

public sealed class ConfigBinderTests
{
    private const string Golden = "tests/AnchorFit.Build.Tests/PipelineConfig/Schema/Golden/";

    [Fact]
    public void AnEmptyFileIsAnEmptyMessage()
    {
        var message = Binding.Clean<TrainEvalPipelineConfig>(" # nothing\n");

        Assert.Equal(new TrainEvalPipelineConfig(), message);
        Assert.Null(message.Model);
    }

    [Fact]
    public void WhatIsNotSetHasTheSchemasDefault()
    {
        SsdAnchorGenerator generator = Binding
            .Clean<TrainEvalPipelineConfig>("model { ssd { anchor_generator { ssd_anchor_generator { } } } }")
            .Model.Ssd.AnchorGenerator.SsdAnchorGenerator;

        Assert.False(generator.HasMinScale);
        Assert.Equal(0.2f, generator.MinScale);
        Assert.True(generator.ReduceBoxesInLowestLayer);
        Assert.Equal(6, generator.NumLayers);
    }

    [Fact]
    public void AValueThatIsTheDefaultIsSet()
        => Assert.True(Binding.Clean<TrainEvalPipelineConfig>("train_config { batch_size: 32 }").TrainConfig.HasBatchSize);

    [Fact]
    public void RepeatedFieldsGrowFromFieldsAndLists()
    {
        EveryType message = Binding.CleanEverything(
            "int32s: 1 int32s: [2, 3] int32s: [] strings: ['a', 'b' 'c'] colors: [RED, 5] doubles: 1 children { int32: 1 } children: [{ int32: 2 }, < >] children []");

        Assert.Equal([1, 2, 3], message.Int32S);
        Assert.Equal(["a", "bc"], message.Strings);
        Assert.Equal([Color.Red, Color.DarkBlue], message.Colors);
        Assert.Equal([1, 2, 0], message.Children.Select(child => child.Int32));
    }

    [Fact]
    public void MapEntriesHaveKeyAndValue()
    {
        EveryType message = Binding.CleanEverything("""
            by_number { key: -3 value: "three" }
            by_number: [{ value: "zero" }, { key: 4 }]
            by_text { key: "a" value: 0.5 }
            by_truth { key: true value { name: "n" } }
            by_unsigned { key: 7 value: GREEN }
            """);

        Assert.Equal(3, message.ByNumber.Count);
        Assert.Equal("three", message.ByNumber[-3]);
        Assert.Equal("zero", message.ByNumber[0]);
        Assert.Equal(string.Empty, message.ByNumber[4]);
        Assert.Equal(0.5, message.ByText["a"]);
        Assert.Equal("n", message.ByTruth[true].Name);
        Assert.Equal(Color.Green, message.ByUnsigned[7]);
    }

    [Fact]
    public void AMapKeepsTheLastEntryOfAKey()
    {
        BoundConfig<EveryType> bound = Binding.Everything("by_text { key: 'a' value: 1 }\nby_text { key: 'a' value: 2 }\n");

        Assert.Equal(2, Assert.Single(bound.Message.ByText).Value);
        Assert.Equal(["AFB4008 2:16-19"], Binding.Places(bound.Diagnostics));
    }

    [Fact]
    public void GroupsAreNamedByTheirType()
    {
        Assert.Equal(2, Binding.CleanEverything("Nested { depth: 2 }").Nested.Depth);
        Assert.Equal(["AFB4001"], Binding.Everything("nested { depth: 2 }").Diagnostics.Select(item => item.Code));
    }

    [Fact]
    public void DeprecatedFieldsAreFieldsLikeOthers()
        => Assert.Equal("old: 3\n", CanonicalPrinter.Print(Binding.CleanEverything("old: 3")));

    [Fact]
    public void BlocksOfOneMessageMerge()
    {
        BoundConfig<TrainEvalPipelineConfig> bound = Binding.Pipeline(Repository.Read(Golden + "merged_blocks.config"));

        Assert.Equal(Repository.Read(Golden + "merged_blocks.canonical"), CanonicalPrinter.Print(bound.Message));
        Assert.Equal(
            [
                "AFB4008 24:5-16",
                "AFB4009 33:7-26",
                "AFB4008 46:3-13",
                "AFB4009 47:34-52",
                "AFB4009 47:71-89",
            ],
            Binding.Places(bound.Diagnostics));
        Assert.All(bound.Diagnostics, item => Assert.False(item.IsError));
        Assert.Equal(
            "'model.ssd.num_classes' is set again, and only this last value counts; remove the one in line 5, column 5",
            bound.Diagnostics[0].Message);
        Assert.Equal(
            "'model.ssd.image_resizer.fixed_shape_resizer' replaces 'keep_aspect_ratio_resizer' of line 8, column 7, because only one of the two can be set; remove the one that is not meant",
            bound.Diagnostics[1].Message);
    }

    [Fact]
    public void AOneofThatReturnsToItsFirstMemberBeginsAnew()
    {
        BoundConfig<EveryType> bound = Binding.Everything("message { int32: 1 }\nnumber: 2\nmessage { int64: 3 }\n");

        Assert.Equal(EveryType.ChoiceOneofCase.Message, bound.Message.ChoiceCase);
        Assert.False(bound.Message.Message.HasInt32);
        Assert.Equal(3, bound.Message.Message.Int64);
        Assert.Equal(["AFB4009 2:1-7", "AFB4009 3:1-8"], Binding.Places(bound.Diagnostics));
    }

    [Fact]
    public void RequiredFieldsAreLookedForInMergedMessages()
    {
        Assert.Empty(Binding.Everything("needy { size: 1 } needy { name: 'x' }").Diagnostics);

        BoundConfig<EveryType> bound = Binding.Everything("needies { name: 'x' }\nneedies { size: 1 }\nby_truth { value { } }\n");
        Assert.Equal(["AFB4007 3:18-19", "AFB4007 2:9-10"], Binding.Places(bound.Diagnostics.OrderBy(item => -item.Start.Line)));
        Assert.Contains(bound.Diagnostics, item => item.Message.StartsWith("'needies[1].name' is required", System.StringComparison.Ordinal));
        Assert.Contains(bound.Diagnostics, item => item.Message.StartsWith("'by_truth.value.name' is required", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(UnknownFieldPolicy.Warn, 2, false)]
    [InlineData(UnknownFieldPolicy.Error, 2, true)]
    [InlineData(UnknownFieldPolicy.Ignore, 0, false)]
    internal void UnknownFieldsAreKeptWhateverIsSaidOfThem(UnknownFieldPolicy policy, int expected, bool isError)
    {
        BoundConfig<TrainEvalPipelineConfig> bound = PipelineSchema.BindPipeline(
            Binding.Parse("train_config { batch_siez: 1 }\n[my.fork.options] { num_classes: 3 }\n"), policy);

        Assert.Equal(["train_config.batch_siez", "[my.fork.options]"], bound.UnknownFields.Select(item => item.Path));
        Assert.Equal(expected, bound.Diagnostics.Count);
        Assert.All(bound.Diagnostics, item => Assert.Equal(isError, item.IsError));
        Assert.False(bound.Message.TrainConfig.HasBatchSize);
    }

    [Fact]
    public void NestingGoesAsDeepAsTheParserAllows()
    {
        string text = string.Concat(Enumerable.Repeat("child {", 99)) + "int32: 1" + new string('}', 99);
        EveryType message = Binding.CleanEverything(text);
        for (int i = 0; i < 99; i++)
        {
            message = message.Child;
        }

        Assert.Equal(1, message.Int32);
    }

    [Fact]
    public void ItKnowsWhereAFieldStands()
    {
        BoundConfig<TrainEvalPipelineConfig> bound = Binding.Pipeline(
            "eval_input_reader { shuffle: true }\neval_input_reader {\n  shuffle: false\n}\nmodel { ssd { num_classes: 1 } }\nmodel {\n  ssd { num_classes: 2 } }\n");

        Assert.Equal(1, Line(bound, "eval_input_reader[0].shuffle"));
        Assert.Equal(3, Line(bound, "eval_input_reader[1].shuffle"));
        Assert.Equal(3, Line(bound, "eval_input_reader.shuffle"));
        Assert.Equal(7, Line(bound, "model.ssd.num_classes"));
        Assert.Null(bound.Find("eval_input_reader[2].shuffle"));
        Assert.Null(bound.Find("model.faster_rcnn.num_classes"));
        Assert.Equal(bound.Find("model")!.Name.Span, bound.Place("model.faster_rcnn.num_classes"));
        Assert.Null(bound.Place("graph_rewriter.quantization"));
    }

    private static int Line<T>(BoundConfig<T> bound, string path)
        where T : Google.Protobuf.IMessage
        => bound.Document.Source.GetPosition(bound.Find(path)!.Span.Start).Line;
}
