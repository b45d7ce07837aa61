using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using AnchorFit.Annotations;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

public class FitRunTests
{
    private static readonly string s_drawn = Fit.Config.Replace("ssd {", "ssd { feature_extractor { type: \"ssd_mobilenet_v2\" }", StringComparison.Ordinal);

    [Fact]
    public void WritesRatiosAndClassesAndNothingElse()
    {
        FitOutcome outcome = Fit.Run(
            Fit.Config, [("a.xml", Voc.Xml("cat", (100, 50), (40, 80))), ("b.xml", Voc.Xml("dog", (60, 60)))], s => s.With(("AnchorFitAspectRatioCount", "3")));

        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(
            Fit.Config
                .Replace("num_classes: 90", "num_classes: 2", StringComparison.Ordinal)
                .Replace(
                    "aspect_ratios: 1.0  # square",
                    "aspect_ratios: 0.5  # square\n        aspect_ratios: 1.0\n        aspect_ratios: 2.0",
                    StringComparison.Ordinal),
            Fit.Text(outcome));
    }

    [Fact]
    public void OrderOfTheFilesDoesNotMatter()
    {
        (string, string)[] files = [.. Enumerable.Range(0, 30).Select(i => ($"{i}.xml", Voc.Xml("c" + (i % 3), (10 + (i * 7 % 90), 20 + (i * 13 % 50)))))];

        FitOutcome forward = Fit.Run(Fit.Config, files, s => s.With(("AnchorFitAspectRatioCount", "4")));
        FitOutcome backward = Fit.Run(Fit.Config, files.Reverse(), s => s.With(("AnchorFitAspectRatioCount", "4")));

        Assert.Equal(Fit.Text(forward), Fit.Text(backward));
        Assert.Equal(forward.Result!.SummaryJson, backward.Result!.SummaryJson);
    }

    /// <summary>The longest step of a fit must not keep the person waiting who pressed Ctrl-C.</summary>
    [Fact]
    public void CancellationWaitsForNoStep()
    {
        using var reached = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();
        var request = new FitRequest(
            new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitAspectRatioCount", "1")),
            new BaseConfigSource("base.config", "base.config", Encoding.UTF8.GetBytes(Fit.Config), IsBuiltIn: false),
            [new AnnotationSource("a.xml", () => new MemoryStream(Encoding.UTF8.GetBytes(Voc.Xml("cat", (100, 50)))))],
            "1.2.3")
        {
            IsDone = (_, _) =>
            {
                reached.Set();
                release.Wait(TestContext.Current.CancellationToken);
                return false;
            },
        };
        var cancelling = Task.Run(() =>
        {
            reached.Wait(TestContext.Current.CancellationToken);
            cancellation.Cancel();
        }, TestContext.Current.CancellationToken);

        Assert.Throws<OperationCanceledException>(() => FitRun.Execute(request, cancellation.Token));

        release.Set();
        Assert.True(cancelling.IsCompleted || reached.IsSet);
    }

    /// <summary>Where the files lie and how the project names them is a matter of the machine.</summary>
    [Theory]
    [InlineData("/home/a/project/data/x.xml", "data/x.xml", "data/x.xml")]
    [InlineData("../sets/data/x.xml", "../sets/data/x.xml", "../sets/data/x.xml")]
    [InlineData("/mnt/sets/data/x.xml", "/mnt/sets/data/x.xml", "x.xml")]
    [InlineData("/home/a/sets/data/x.xml", "../../sets/data/x.xml", "x.xml")]
    [InlineData("D:\\sets\\data\\x.xml", "D:/sets/data/x.xml", "x.xml")]
    [InlineData("/x.xml", "/x.xml", "x.xml")]
    public void OutputsNameFilesTheSameOnEveryMachine(string path, string fromProject, string expected)
    {
        FitRequest request = new(
            new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitAspectRatioCount", "2")),
            new BaseConfigSource(path, fromProject, Encoding.UTF8.GetBytes(s_drawn), IsBuiltIn: false),
            [new AnnotationSource(path, () => new MemoryStream(Encoding.UTF8.GetBytes(Voc.Xml("cat", [.. Enumerable.Repeat((60, 60), 1000), (200, 20)])))) { Name = fromProject }],
            "1.2.3");

        FitResult result = FitRun.Execute(request, TestContext.Current.CancellationToken).Result!;
        string json = Encoding.UTF8.GetString(result.SummaryJson);
        string report = Encoding.UTF8.GetString(result.Report!);

        Assert.Contains($"\"base_config\": \"{expected}\"", json, StringComparison.Ordinal);
        Assert.Contains($"(first in {expected}(", json, StringComparison.Ordinal);
        Assert.Contains(expected, report, StringComparison.Ordinal);
        Assert.All(new[] { json, report }, text => Assert.False(path != expected && text.Contains(path, StringComparison.Ordinal)));
    }

    [Fact]
    public void FixedShapeChangesRatios()
    {
        FitOutcome outcome = Fit.Run(Fit.Config.Replace("width: 400", "width: 300", StringComparison.Ordinal), [("a.xml", Voc.Xml("cat", (100, 50)))]);

        Assert.Contains("aspect_ratios: 1.5", Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void KeepAspectRatioKeepsRatiosWithoutAnySize()
    {
        string config = Fit.Config.Replace("fixed_shape_resizer { height: 300 width: 400 }", "keep_aspect_ratio_resizer { min_dimension: 200 max_dimension: 300 }", StringComparison.Ordinal);

        FitOutcome outcome = Fit.Run(config, [("a.xml", $"<annotation>{Voc.Object("cat", 100, 50)}</annotation>")]);

        Assert.Empty(outcome.Diagnostics);
        Assert.Contains("aspect_ratios: 2.0", Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void FixedShapeNeedsTheSize()
    {
        FitOutcome outcome = Fit.Run(Fit.Config, [("a.xml", $"<annotation>{Voc.Object("cat", 100, 50)}</annotation>"), ("b.xml", Voc.Xml("dog", (60, 60)))]);

        Assert.StartsWith("a.xml(1,1): warning AFB2020: ", Assert.Single(outcome.Diagnostics).ToString(), StringComparison.Ordinal);
        Assert.Contains("aspect_ratios: 1.0", Fit.Text(outcome), StringComparison.Ordinal);
        Assert.Contains("num_classes: 2", Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void DifficultBoxesCanBeLeftOut()
    {
        string xml = Voc.Wrap(Voc.Object("cat", 100, 50, "<difficult>1</difficult>"), Voc.Object("dog", 60, 60));

        Assert.Equal(2, Boxes(Fit.Run(Fit.Config, [("a.xml", xml)])));
        FitOutcome without = Fit.Run(Fit.Config, [("a.xml", xml)], s => s.With(("AnchorFitDifficult", "exclude")));
        Assert.Equal(1, Boxes(without));
        Assert.Equal(2, Fit.Json(without).GetProperty("num_classes").GetInt32());
    }

    [Fact]
    public void AnErrorInOneFileGivesNoResultAndTheOtherFilesWarnings()
    {
        FitOutcome outcome = Fit.Run(Fit.Config, [("a.xml", "<annotation>"), ("b.xml", Voc.Xml("dog", (0, 60), (5, 5)))]);

        Assert.Null(outcome.Result);
        Assert.Equal(["AFB2006", "AFB2016"], outcome.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void NoBoxesIsAnError()
    {
        FitOutcome outcome = Fit.Run(Fit.Config, [("a.xml", Voc.Wrap())]);

        Assert.Null(outcome.Result);
        Assert.Equal("AFB5001", Assert.Single(outcome.Diagnostics).Code);
    }

    [Fact]
    public void MoreRatiosThanShapesIsAnError()
    {
        FitOutcome outcome = Fit.Run(Fit.Config, [("a.xml", Voc.Xml("cat", (10, 10), (20, 20)))], s => s.With(("AnchorFitAspectRatioCount", "2")));

        Assert.Null(outcome.Result);
        Assert.Contains("only 1 distinct aspect ratio", Assert.Single(outcome.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABrokenConfigIsToldBeforeAnyFileIsRead()
    {
        FitOutcome outcome = Fit.Run("model { ssd { num_classes = 3 } }", [("a.xml", "<annotation>")]);

        Assert.Null(outcome.Result);
        Assert.StartsWith("base.config(1,27): error AFB3012: ", Assert.Single(outcome.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keep", "num_classes: 90")]
    [InlineData("37", "num_classes: 37")]
    [InlineData("auto", "num_classes: 1")]
    public void NumClassesFollowsTheSetting(string setting, string expected) => Assert.Contains(
        expected, Fit.Text(Fit.Run(Fit.Config, [("a.xml", Voc.Xml("cat", (10, 10)))], s => s.With(("AnchorFitNumClasses", setting)))), StringComparison.Ordinal);

    [Fact]
    public void ClassesOfDroppedBoxesCount()
    {
        FitOutcome outcome = Fit.Run(Fit.Config, [("a.xml", Voc.Wrap(Voc.Object("cat", 10, 10), Voc.Object("dog", 0, 10)))], s => s.With(("AnchorFitInvalidBoxes", "ignore")));

        Assert.Empty(outcome.Diagnostics);
        Assert.Contains("num_classes: 2", Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void PlaceholdersAreToldOnce()
    {
        FitOutcome outcome = Fit.Run(
            Fit.Config + "train_input_reader { label_map_path: 'PATH_TO_BE_CONFIGURED/map.pbtxt' tf_record_input_reader { input_path: 'PATH_TO_BE_CONFIGURED/a' input_path: 'PATH_TO_BE_CONFIGURED/b' } }\n",
            [("a.xml", Voc.Xml("cat", (10, 10)))]);

        Assert.Equal(
            "base.config(12,38): warning AFB4025: PATH_TO_BE_CONFIGURED stands in train_input_reader.label_map_path, train_input_reader.tf_record_input_reader.input_path; write the real paths before training",
            Assert.Single(outcome.Diagnostics).ToString());
        Assert.NotNull(outcome.Result);
    }

    [Fact]
    public void GeneratorsOfOtherModelsAreFitted()
    {
        string multiscale = Fit.Config.Replace("ssd_anchor_generator", "multiscale_anchor_generator", StringComparison.Ordinal);
        string grid = multiscale
            .Replace("  ssd {", "  faster_rcnn {", StringComparison.Ordinal)
            .Replace("multiscale_anchor_generator {", "grid_anchor_generator { scales: 1", StringComparison.Ordinal)
            .Replace("    anchor_generator {", "    first_stage_anchor_generator {", StringComparison.Ordinal);

        foreach (string config in new[] { multiscale, grid })
        {
            FitOutcome outcome = Fit.Run(config, [("a.xml", Voc.Xml("cat", (100, 50)))]);
            Assert.Empty(outcome.Diagnostics);
            Assert.Equal(
                config.Replace("num_classes: 90", "num_classes: 1", StringComparison.Ordinal).Replace("aspect_ratios: 1.0", "aspect_ratios: 2.0", StringComparison.Ordinal),
                Fit.Text(outcome));
        }
    }

    [Fact]
    public void AClassCountThatNobodyKnowsIsTold()
    {
        string config = Fit.Config.Replace("    num_classes: 90\n", "", StringComparison.Ordinal);

        FitOutcome outcome = Fit.Run(config, [("a.xml", Voc.Xml("cat", (10, 10)))], s => s.With(("AnchorFitNumClasses", "keep")));

        Assert.Equal("AFB4027", Assert.Single(outcome.Diagnostics).Code);
        Assert.DoesNotContain("num_classes", Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>\n<body/></html>", "XML or HTML")]
    [InlineData("\n { \"model\": 1 }", "JSON")]
    [InlineData("[{ \"a\": 1 }]", "JSON")]
    public void AFileOfAnotherFormatGivesOneLine(string content, string format)
    {
        string message = Assert.Single(Fit.Run(content, [("a.xml", Voc.Xml("cat", (10, 10)))]).Diagnostics).ToString();

        Assert.Contains("AFB3025", message, StringComparison.Ordinal);
        Assert.Contains(format, message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExtensionMayBeginAConfig() => Assert.Equal(
        "AFB4002", Assert.Single(Fit.Run("[my.extension]: 1\n" + Fit.Config, [("a.xml", Voc.Xml("cat", (10, 10)))]).Diagnostics).Code);

    [Fact]
    public void RatiosThatBecomeOneFloatAreTooMany()
    {
        FitOutcome outcome = Fit.Run(
            Fit.Config, [("a.xml", Voc.Wrap(Voc.Object("cat", 100000000, 99999999), Voc.Object("cat", 100000001, 99999999)))], s => s.With(("AnchorFitAspectRatioCount", "2")));

        Assert.Null(outcome.Result);
        Assert.Contains(outcome.Diagnostics, d => d.Code == "AFB5002" && d.Message.Contains("only 1 distinct", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fixed_shape_resizer { height: 300 width: 300 }", 0.5, 1.5)] // each image is squeezed by its own shape
    [InlineData("fixed_shape_resizer { height: 200 width: 400 }", 1, 3)]
    [InlineData("keep_aspect_ratio_resizer { min_dimension: 300 max_dimension: 300 pad_to_max_dimension: true }", 1, 1)]
    [InlineData("keep_aspect_ratio_resizer { min_dimension: 300 max_dimension: 1024 }", 1, 1)]
    [InlineData("keep_aspect_ratio_resizer { min_dimension: 600 max_dimension: 640 }", 1, 1)] // the longer side limits the wide image
    [InlineData("conditional_shape_resizer { condition: SMALLER size_threshold: 900 }", 1, 1)]
    [InlineData("conditional_shape_resizer { condition: GREATER size_threshold: 250 }", 1, 1)]
    [InlineData("pad_to_multiple_resizer { multiple: 128 }", 1, 1)]
    [InlineData("pad_to_multiple_resizer { multiple: 7 }", 1, 1)]
    [InlineData("identity_resizer { }", 1, 1)]
    public void EachImageIsResizedByItsOwnSize(string resizer, float wide, float tall)
    {
        string config = Fit.Config.Replace("fixed_shape_resizer { height: 300 width: 400 }", resizer, StringComparison.Ordinal);
        static string Square(int width, int height) =>
            $"<annotation><size><width>{width}</width><height>{height}</height></size>{Voc.Object("cat", 50, 50)}</annotation>";
        int count = wide == tall ? 1 : 2;

        FitOutcome outcome = Fit.Run(config, [("wide.xml", Square(600, 300)), ("tall.xml", Square(200, 300))], s => s.With(("AnchorFitAspectRatioCount", $"{count}")));

        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(new[] { wide, tall }.Distinct(), Fit.Json(outcome).GetProperty("aspect_ratios").EnumerateArray().Select(r => r.GetSingle()));
    }

    private static int Boxes(FitOutcome outcome) => Fit.Json(outcome).GetProperty("annotations").GetProperty("boxes").GetInt32();
}
