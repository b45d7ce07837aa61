using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Anchors;

/// <summary>The raccoon set (217 boxes) at 320×320 under MobileDet: figures made once with a separate program in Python.</summary>
public class RaccoonScoreTests
{
    private const string KMeans4 = "aspect_ratios: [0.5271971300997934, 0.7076778520215953, 0.9440050375191024, 1.3410970769497894]";

    [CorpusTheory]
    [InlineData(Drawn.DefaultRatios, 72.67469397047306, 100, 2034)]
    [InlineData(KMeans4, 73.32314699193257, 100, 1895)]
    [InlineData(KMeans4 + " reduce_boxes_in_lowest_layer: false", 73.32729429384669, 99.53917050691244, 2695)]
    public void The_score_is_that_of_the_figures(string generator, double meanBestIoU, double recall, long anchors)
    {
        AnchorScheme scheme = Drawn.Scheme(Drawn.Ssd($"ssd_anchor_generator {{ {generator} }}"));
        DrawnScore score = DrawnScore.Measure(Drawn.Raccoons(320), scheme);

        // The figures are of double ratios; the config holds float32.
        Assert.Equal(meanBestIoU, 100 * score.Whole.MeanBestIoU, 1e-6 * meanBestIoU);
        Assert.Equal(recall, 100 * score.Whole.Recall!.Value, 1e-9);
        Assert.Equal(1 - score.Whole.Recall!.Value, score.Whole.ForcedShare!.Value, 1e-12);
        Assert.Equal(217, score.Whole.BoxCount);
        Assert.Equal(anchors, score.AnchorCount);
        Assert.Equal("20x20;10x10;5x5;3x3;2x2;1x1", Drawn.Maps(scheme.Draw(new ImageSize(320, 320))));
        Assert.Equal(217, score.Grids.Sum(g => g.Score.BoxCount));
        Assert.Equal(217, score.SizeBands.Sum(b => b.Score.BoxCount));
    }
}
