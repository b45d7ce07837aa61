using System;
using System.Text;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>Whether a fit may write over a file, and what it says then.</summary>
public class FormerResultTests
{
    private static readonly FitResult s_result = Fit.Run(Fit.Config, [("a.xml", Voc.Xml("cat", (100, 50)))]).Result!;

    private static string Fitted => Encoding.UTF8.GetString(s_result.PipelineConfig);

    [Fact]
    public void TheSameTextAndAnEmptyFileAreNobodys()
    {
        Assert.Null(Compare(Fitted));
        Assert.Null(Compare(Fitted.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Null(Compare(" \n"));
    }

    [Theory]
    [InlineData("aspect_ratios: 2.0", "aspect_ratios: 1.5", "")]
    [InlineData("num_classes: 1", "num_classes: 90", "")]
    [InlineData("aspect_ratios: 2.0", "aspect_ratios: [1.5, 3] min_scale: 0.1", "")] // fitted with other options
    [InlineData("width: 400", "width: 640", "")] // changed, with this fit's values
    [InlineData("# square", "# mine", "")] // a comment
    [InlineData("aspect_ratios: 2.0", "aspect_ratios: 1.5 } } box_coder { faster_rcnn_box_coder { y_scale: 5", "1.5")] // changed, with the last fit's
    public void AResultIsKnownByWhatItSays(string fitted, string former, string lastRatios) =>
        Assert.True(Compare(Fitted.Replace(fitted, former, StringComparison.Ordinal), lastRatios)!.IsResult);

    [Theory]
    [InlineData("# My notes\n\nread me\n")]
    [InlineData("<configuration><packageSources /></configuration>")]
    [InlineData("# only a comment\n")]
    [InlineData("model { ssd { num_classes: 3 image_resizer { fixed_shape_resizer { height: 640 width: 640 } } anchor_generator { ssd_anchor_generator { aspect_ratios: 1.5 } } } }")]
    [InlineData("train_config { batch_size: 3 }")]
    public void AnyOtherFileIsSomebodys(string former)
    {
        Assert.False(Compare(former)!.IsResult);
        Assert.False(Compare(former, "2.5")!.IsResult);
    }

    [Fact]
    public void AModelWithoutAnchorsCarriesNothingToBeKnownBy()
    {
        FitResult result = Fit.Run("model { center_net { num_classes: 9 image_resizer { fixed_shape_resizer { height: 3 width: 4 } } } }\n", [("a.xml", Voc.Xml("cat", (100, 50)))]).Result!;
        byte[] Former(string text) => Encoding.UTF8.GetBytes(text);

        Assert.True(FormerResult.Compare("x", Former("model { center_net { num_classes: 5 image_resizer { fixed_shape_resizer { height: 3 width: 4 } } } }\n"), result, string.Empty)!.IsResult);
        Assert.False(FormerResult.Compare("x", Former("model { center_net { num_classes: 1 image_resizer { fixed_shape_resizer { height: 5 width: 4 } } } }\n"), result, string.Empty)!.IsResult);
    }

    [Fact]
    public void ItIsToldWhatWasThereAndHowToKeepIt()
    {
        FormerResult changed = Compare(Fitted.Replace("width: 400", "width: 640", StringComparison.Ordinal))!;
        Assert.Equal("model.ssd.image_resizer.fixed_shape_resizer.width 640 (now 400)", changed.Words);
        Assert.Equal("set <PipelineConfigOverride Include=\"model.ssd.image_resizer.fixed_shape_resizer.width\" Value=\"640\" />", changed.HowToKeep);
        Assert.Equal((4, 62), (changed.At.Line, changed.At.Column));

        FormerResult refitted = Compare(Fitted.Replace("2.0", "1.5", StringComparison.Ordinal).Replace("num_classes: 1", "num_classes: 7", StringComparison.Ordinal))!;
        Assert.Equal("model.ssd.num_classes 7 (now 1), model.ssd.anchor_generator.ssd_anchor_generator.aspect_ratios 1.5 (now 2.0)", refitted.Words);
        Assert.Equal("set options such as AnchorFitAspectRatioCount and AnchorFitNumClasses", refitted.HowToKeep);

        FormerResult annotated = Compare(Fitted.Replace("# square", "# mine", StringComparison.Ordinal))!;
        Assert.Equal("comments, layout or the order of fields", annotated.Words);
        Assert.Equal((7, "make it in the base config"), (annotated.At.Line, annotated.HowToKeep));
    }

    private static FormerResult? Compare(string former, string lastRatios = "") =>
        FormerResult.Compare("pipeline.config", Encoding.UTF8.GetBytes(former), s_result, lastRatios);
}
