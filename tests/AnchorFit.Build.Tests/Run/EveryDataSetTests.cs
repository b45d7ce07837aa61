using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>
/// Every real data set that there is, with real configs: what is said of it is true, and nothing more is said. In a test run
/// with a config of each kind; with all of them where <c>ANCHORFIT_BULK</c> is set.
/// </summary>
public class EveryDataSetTests
{
    // A fixed shape, a kept aspect ratio, an FPN, a first stage, none.
    private static readonly string[] s_some =
    [
        "ssd_mobilenet_v2_coco", "ssd_mobilenet_v1_fpn_shared_box_predictor_640x640_coco14_sync", "ssd_efficientdet_d0_512x512_coco17_tpu-8",
        "faster_rcnn_resnet101_voc07", "centernet_hourglass104_512x512_coco17_tpu-8",
    ];

    // Paths to fill in, no anchors, and what three ratios instead of the base's number do to boxes and to a checkpoint.
    private static readonly string[] s_ofConfigs = ["AFB4025", "AFB4024", "AFB5040", "AFB5041"];

    public static TheoryData<string, string, string> Sets
    {
        get
        {
            var sets = new TheoryData<string, string, string>();
            foreach (string config in Corpus.Configs().Where(path => Environment.GetEnvironmentVariable("ANCHORFIT_BULK") is { Length: > 0 } || s_some.Contains(Path.GetFileNameWithoutExtension(path))))
            {
                sets.Add(config, "raccoon/raccoon_labels.csv", "");
                sets.Add(config, "raccoon/train_labels.csv", "");
                sets.Add(config, "raccoon/test_labels.csv", "");
                sets.Add(config, "raccoon/test.record", "");
                sets.Add(config, "bccd/Annotations/*.xml", "AFB2016 AFB2016");
            }

            return sets;
        }
    }

    [CorpusTheory]
    [MemberData(nameof(Sets))]
    public void NothingFalseIsSaid(string config, string set, string expected)
    {
        string pattern = Path.Combine(Corpus.Require(), set);
        IEnumerable<AnnotationSource> sources = Directory.GetFiles(Path.GetDirectoryName(pattern)!, Path.GetFileName(pattern)).Order(StringComparer.Ordinal)
            .Select(path => new AnnotationSource(path, () => File.OpenRead(path)));
        FitOutcome outcome = FitRun.Execute(
            new FitRequest(
                new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitAspectRatioCount", "3")),
                new BaseConfigSource("base.config", "base.config", File.ReadAllBytes(config), IsBuiltIn: false),
                [.. sources],
                "1.2.3"),
            TestContext.Current.CancellationToken);

        Assert.NotNull(outcome.Result);
        Assert.Equal(expected, string.Join(' ', outcome.Diagnostics.Select(d => d.Code).Where(code => !s_ofConfigs.Contains(code))));
    }
}
