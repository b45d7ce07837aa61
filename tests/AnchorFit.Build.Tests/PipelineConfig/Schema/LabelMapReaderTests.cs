using System.Linq;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Schema;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

public sealed class LabelMapReaderTests
{
    [Fact]
    public void ReadsWhatTheTrainerReads()
    {
        (LabelMap? map, DiagnosticBag diagnostics) = Read("""
            # Gaps are fine, so are keypoints and the background.
            item: < id: 90, name: "toothbrush" display_name: 'Toothbrush' >
            item { name: 'none' 'such' id: 0x10 keypoints { id: 0 label: 'nose' } ancestor_ids: [1] }
            item { id: 0 display_name: 'background' name: 'bg' }
            """);

        Assert.Empty(diagnostics);
        Assert.Equal([new(90, "toothbrush", "Toothbrush"), new(16, "nonesuch", null), new(0, "bg", "background")], map!.Items);
        Assert.Equal(90, map.LargestId);
        Assert.Equal(["90", "Toothbrush", "nonesuch", "toothbrush"], new[] { "toothbrush", "Toothbrush", "nonesuch", "90", "91", "0", "TOOTHBRUSH", "-1" }.Where(name => map.Knows(name)).Order(System.StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "AFB4050 0:0-0", "the label map has no item with an id from 1: add one a class, as in item { id: 1 name: 'cat' }")]
    [InlineData("item { id: 0 name: 'background' }", "AFB4050 0:0-0", "the label map has no item with an id from 1: add one a class, as in item { id: 1 name: 'cat' }")]
    [InlineData("item { id: 1 name: 'a' }\nitem {\n  name: 'b'\n}", "AFB4051 2:6-7", "the item that begins here has no id: write one, as in item { id: 1 name: 'cat' }")]
    [InlineData("item { id: 1 display_name: '' }", "AFB4051 1:6-7", "the item that begins here has no name: write one, as in item { id: 1 name: 'cat' }")]
    [InlineData("item { id: 1 display_name: 'a' }\nitem { id: 2 display_name: 'a' }", "AFB4054 2:28-31", "the name 'a' stands in line 1 already: remove one of the two items, or rename it")]
    [InlineData("# one\nmodel { ssd { } }", "AFB4035 2:1-6", "the file is a pipeline.config, not a label map, which has items such as item { id: 1 name: 'cat' }; name the label map in AnchorFitLabelMap")]
    [InlineData("nc: 2\nnames: [a, b]", "AFB4035 1:1-3", "the file is a description of a YOLO dataset, not a label map, which has items such as item { id: 1 name: 'cat' }; name the label map in AnchorFitLabelMap")]
    [InlineData("item { id: 1 name: '' }", "AFB4051 1:6-7", "the item that begins here has no name: write one, as in item { id: 1 name: 'cat' }")]
    [InlineData("item { id: 0 name: 'cat' }", "AFB4052 1:12-13", "the id 0 can't be used: ids begin at 1, and 0 belongs to the background")]
    [InlineData("item { id: -1 name: 'background' }", "AFB4052 1:12-14", "the id -1 can't be used: ids begin at 1, and 0 belongs to the background")]
    [InlineData("item { id: 1 name: 'a' }\n\nitem { id: 2 name: 'a' }", "AFB4054 3:20-23", "the name 'a' stands in line 1 already: remove one of the two items, or rename it")]
    [InlineData("item { id: 1 name: 'a' idd: 3 }", "AFB4001 1:24-27", "'item[0].idd' is not known: StringIntLabelMapItem has no field 'idd'; did you mean 'id'?; the trainer refuses it unless its own schema has it")]
    [InlineData("item { id: '1' name: 'a' }", "AFB4004 1:12-15", "'item[0].id' takes a whole number from -2147483648 to 2147483647, not the text '1'")]
    [InlineData("item { id: 1 name: 'a'", "AFB3001 1:6-7", null)]
    [InlineData("{ \"1\": \"cat\" }", "AFB3025 1:1-2", "the file is JSON, not protobuf text format, as a pipeline.config or a label map is; name another file")]
    public void FaultsAreToldAtTheirPlace(string text, string place, string? message)
    {
        (LabelMap? map, DiagnosticBag diagnostics) = Read(text);

        Assert.Null(map);
        Assert.Equal([place], Binding.Places(diagnostics));
        Assert.Equal(message ?? diagnostics[0].Message, diagnostics[0].Message);
    }

    [Fact]
    public void ADisplayNameAloneNamesAClass()
    {
        // As the API's decoder of records finds it.
        (LabelMap? map, DiagnosticBag diagnostics) = Read("item { id: 1 display_name: 'cat' }\nitem { id: 2 name: '' display_name: 'dog' }");

        Assert.Empty(diagnostics);
        Assert.Equal([new(1, "cat", "cat"), new(2, "dog", "dog")], map!.Items);
        Assert.True(map.Knows("dog"));
    }

    [Fact]
    public void ASharedIdIsAWarning()
    {
        (LabelMap? map, DiagnosticBag diagnostics) = Read("item { id: 1 name: 'a' }\nitem { id: 1 name: 'b' }\nitem { id: 1 name: 'c' }");

        Assert.Equal(["AFB4053 2:12-13", "AFB4053 3:12-13"], Binding.Places(diagnostics));
        Assert.Equal("the id 1 of 'b' belongs to 'a' of line 1, too, so both are trained as one class: give each an id of its own", diagnostics[0].Message);
        Assert.False(diagnostics.HasErrors);
        Assert.Equal(3, map!.Items.Count);
    }

    [Theory]
    [InlineData("item { id: 1 name: 'a' }\nitem { id: 100001 name: 'b' }\nitem { id: 2 name: 'c' }", "AFB4061 2:12-18")]
    [InlineData("item { id: 2147483647 name: 'a' }", "AFB4061 1:12-22")]
    [InlineData("item { id: 10000 name: 'a' }", null)]
    public void AnIdFarAboveTheNumberOfItemsIsAWarning(string text, string? place)
    {
        (LabelMap? map, DiagnosticBag diagnostics) = Read(text);

        Assert.NotNull(map);
        Assert.Equal(place is null ? [] : [place], Binding.Places(diagnostics));
        Assert.All(diagnostics, d => Assert.Contains($"num_classes becomes {map.LargestId}: number the classes from 1", d.Message, System.StringComparison.Ordinal));
    }

    [Fact]
    public void ManyItemsMayHaveManyIds()
        => Assert.Empty(Read(string.Concat(Enumerable.Range(1, 500).Select(i => $"item {{ id: {i * 99} name: 'c{i}' }}\n"))).Diagnostics);

    [Fact]
    public void SeveralFaultsOfAnItemAreAllTold()
    {
        (_, DiagnosticBag diagnostics) = Read("item { }\nitem { id: -2 name: 'x' }");

        Assert.Equal(["AFB4051 1:6-7", "AFB4051 1:6-7", "AFB4052 2:12-14"], Binding.Places(diagnostics));
    }

    private static (LabelMap? Map, DiagnosticBag Diagnostics) Read(string text)
    {
        DiagnosticBag diagnostics = [];
        return (LabelMapReader.Read("a.pbtxt", Encoding.UTF8.GetBytes(text), UnknownFieldPolicy.Error, diagnostics), diagnostics);
    }
}
