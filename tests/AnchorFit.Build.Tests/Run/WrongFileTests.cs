using System;
using System.Linq;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>Files named as base config or label map that are something else: one error says what.</summary>
public class WrongFileTests
{
    [Theory]
    [InlineData("item {\n id: 1\n name: 'cat'\n}\nitem { id: 2 }", "AFB4035: the file is a label map, not a pipeline.config; name the config in AnchorFitBaseConfig")]
    [InlineData("node {\n name: 'x'\n op: 'Const'\n}", "AFB4035: the file is a graph, not a pipeline.config")]
    [InlineData("model_checkpoint_path: \"model.ckpt-1\"", "AFB4035: the file is a list of checkpoints, not a pipeline.config")]
    [InlineData("ssd { num_classes: 1 }", "AFB4035: the file is what stands in 'model { … }' alone, not a pipeline.config")]
    [InlineData("quux: 1\nfoo: 2", "AFB4035: the file is no pipeline.config: it begins with 'quux'")]
    [InlineData("nc: 1\nnames: [a]", "AFB4035: the file is a description of a YOLO dataset, not a pipeline.config")]
    [InlineData("[net]\nwidth=416\nheight=416\nlearning_rate=0.001", "AFB3025: the file is a network of darknet (.cfg), not protobuf text format")]
    [InlineData("a,b,c\n1,2,3", "AFB3025: the file is a table of separated values (CSV), not protobuf text format")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3", "AFB3025: the file is a pointer of Git LFS")]
    [InlineData("import tensorflow as tf\n\ndef main():\n  pass\n", "AFB3025: the file is Python, not protobuf text format")]
    [InlineData("cat\nfire truck\ndog\n", "AFB3025: the file is a list of names, as classes.txt is, not protobuf text format")]
    [InlineData("<annotation/>", "AFB3025: the file is XML or HTML")]
    public void ABaseConfigOfAnotherKindIsOneError(string text, string message)
    {
        Diagnostic only = Assert.Single(Fit.Run(text, [("a.xml", Voc.Xml("cat", (10, 20)))]).Diagnostics);

        Assert.True(only.IsError);
        Assert.StartsWith(message, only.Code + ": " + only.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "the file is a PNG image, not text in protobuf's format")]
    [InlineData("0A10120E085A0001020304050607", "the file is a binary file, such as a graph, a checkpoint or records")]
    [InlineData("6D006F00640065006C00", "the file is UTF-16 or UTF-32")]
    public void SoIsABinaryFile(string hex, string message)
    {
        Diagnostic only = Assert.Single(Fit.Run("base.config", Convert.FromHexString(hex), [("a.xml", Voc.Xml("cat", (10, 20)))]).Diagnostics);

        Assert.True(only.IsError);
        Assert.StartsWith(message, only.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMisspeltFieldIsStillSuggested() => Assert.Contains(
        Fit.Run("modle { ssd { } }", [("a.xml", Voc.Xml("cat", (10, 20)))]).Diagnostics, d => d.Message.Contains("did you mean 'model'?", StringComparison.Ordinal));

    [Fact]
    public void ConfigsForLabelMapsAreTold()
    {
        FitOutcome outcome = Fit.RunWithLabelMap(Fit.Config, [("a.xml", Voc.Xml("cat", (10, 20)))]);

        Assert.StartsWith("map.pbtxt(1,1): error AFB4035: the file is a pipeline.config, not a label map", Assert.Single(outcome.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ControlCharactersInPathsAreTold()
    {
        FitOutcome outcome = Fit.Run(Fit.Config + "train_input_reader { label_map_path: 'data\\new.pbtxt' }\n", [("a.xml", Voc.Xml("cat", (10, 20)))]);

        Assert.Equal("AFB4034", Assert.Single(outcome.Diagnostics).Code);
        Assert.NotNull(outcome.Result);
    }

    [Fact]
    public void ImagesForAnnotationsAreNamed()
    {
        FitOutcome outcome = Fit.RunBytes([("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16])]);

        Assert.Contains(
            "a.jpg: error AFB2007: the file is a JPEG image and holds no annotations: name the files with the boxes in AnchorAnnotations, such as data/annotations/*.xml",
            outcome.Diagnostics.Select(d => d.ToString()));
    }

    [Theory]
    [InlineData(5000, 5, 110, 50, "xmin 5000 of the box of 'cat' lies beyond the image of 800 × 600 pixels, and the box is left out: correct it, or 'size'")]
    [InlineData(5000, 700, 110, 50, "xmin 5000 and ymin 700 of the box of 'cat' lies beyond the image of 800 × 600 pixels, and the box is left out: correct it, or 'size'")]
    [InlineData(120, 5, 110, 50, "the corners of the box of 'cat' are swapped (xmin 120 is greater than xmax 110) and it is left out: exchange the values")]
    public void AnEdgeBeyondTheImageIsNotSwapped(int xMin, int yMin, int xMax, int yMax, string message)
    {
        string xml = $"<annotation><size><width>800</width><height>600</height></size><object><name>cat</name><bndbox><xmin>{xMin}</xmin><ymin>{yMin}</ymin><xmax>{xMax}</xmax><ymax>{yMax}</ymax></bndbox></object>{Voc.Object("cat", 10, 20)}</annotation>";

        Assert.Equal(message, Assert.Single(Fit.Run(Fit.Config, [("a.xml", xml)]).Diagnostics).Message);
    }

    [Fact]
    public void APatternThatFindsNothingIsOneError()
    {
        FitOutcome outcome = Fit.Run(
            Fit.Config, Enumerable.Range(1, 30).Select(i => ($"data/img{i:00}.xml", Voc.Xml("cat", (10, 20)))), s => s.With(("AnchorFitClassPattern", "^([a-z]+)_")));

        Assert.Equal(
            "x.csproj: error AFB1048: AnchorFitClassPattern '^([a-z]+)_' finds no class in any file's name, the first of which is 'img01': correct the pattern, which is matched against names without folder and extension",
            Assert.Single(outcome.Diagnostics).ToString());
    }

    /// <summary>MSBuild separates by semicolons alone.</summary>
    [Fact]
    public void AListWithCommasIsOneClassThatNoObjectIs() => Assert.Contains(
        "x.csproj: warning AFB1047: AnchorFitExcludeClasses names 'cat, dog', but no object has that class: did you mean 'cat;dog'?",
        Fit.Run(Fit.Config, [("a.xml", Voc.Wrap(Voc.Object("cat", 10, 20), Voc.Object("dog", 10, 20)))], s => s.With(("AnchorFitExcludeClasses", "cat, dog"))).Diagnostics.Select(d => d.ToString()));

    [Fact]
    public void ReadmesAreNoFiles()
    {
        FitOutcome outcome = Fit.RunBytes([("README.roboflow.txt", Encoding.UTF8.GetBytes("Exported by a tool\n")), ("a.txt", Encoding.UTF8.GetBytes("0 0.5 0.5 0.2 0.3"))]);

        Assert.Contains("1 box in 1 file,", outcome.Result!.Headline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a;b", "", "a a;b b", 0)]
    [InlineData("x;a;b", "", "a a;b b", 1)] // there is no x
    [InlineData("", "a;b", "c", 0)]
    [InlineData("b;a", "", "a b", 0)]
    public void ANameMayHaveASemicolon(string included, string excluded, string expected, int unknown)
    {
        FitOutcome outcome = Fit.Run(
            Fit.Config,
            [("a.xml", Voc.Wrap(Voc.Object("a", 10, 20), Voc.Object("b", 10, 20), Voc.Object("a;b", 10, 20), Voc.Object("c", 10, 20)))],
            s => s.With(("AnchorFitIncludeClasses", included), ("AnchorFitExcludeClasses", excluded)));

        Assert.Equal(expected.Split(' '), Fit.Json(outcome).GetProperty("classes").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        Assert.Equal(unknown, outcome.Diagnostics.Count);
    }

    [Fact]
    public void NamesOfBuiltInConfigsMayBeWrittenInAnyCase() =>
        Assert.Equal("builtin:ssd_mobilenet_v2_300x300", BaseConfigName.Parse(" BuiltIn:SSD_MobileNet_v2_300x300 ").ToString());
}
