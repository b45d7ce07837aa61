using System;
using System.Text;
using AnchorFit.Run;
using Xunit;

namespace AnchorFit.Tests.Run;

public class CommittedConfigTests
{
    private const string Ratios = "model.ssd.anchor_generator.ssd_anchor_generator.aspect_ratios";

    [Theory]
    [InlineData("\n", "\n")]
    [InlineData("\r\n", "\n")]
    [InlineData("\n", "\r\n")]
    public void Newlines_do_not_matter(string committed, string fitted) =>
        Assert.Null(Find(Support.Fit.Config.Replace("\n", committed, StringComparison.Ordinal), Support.Fit.Config.Replace("\n", fitted, StringComparison.Ordinal)));

    [Theory]
    [InlineData("aspect_ratios: 1.0  # square", "aspect_ratios: 0.5  # square", 7, 24, Ratios + " is 1.0 where a fit gives 0.5")]
    [InlineData("aspect_ratios: 1.0  # square", "aspect_ratios: [1.0, 2.5]", 7, 24, Ratios + " is 1.0 where a fit gives 1.0, 2.5")]
    [InlineData("aspect_ratios: 1.0  # square", "aspect_ratios: 1.0", 7, 27, "comments, layout or the order of fields differ from what a fit gives")]
    [InlineData("num_classes: 90", "num_classes: -3", 3, 18, "model.ssd.num_classes is 90 where a fit gives -3")]
    [InlineData("num_classes: 90\n", "", 3, 18, "model.ssd.num_classes is 90 where a fit gives none")]
    [InlineData("{ height: 300 width: 400 }", "{}", 4, 51, "model.ssd.image_resizer.fixed_shape_resizer.height is 300 where a fit gives none")]
    [InlineData("model {", "[a.b] { c: 'x' } model {", 1, 1, "[a.b].c is not set where a fit gives 'x'")]
    public void Names_the_field_and_its_place(string committed, string fitted, int line, int column, string words)
    {
        StaleConfig stale = Find(Support.Fit.Config, Support.Fit.Config.Replace(committed, fitted, StringComparison.Ordinal))!;

        Assert.Equal($"out/p.config({line},{column}): error AFB9022: the committed file is stale: {words}; run 'update' and commit the file", stale.Diagnostic.ToString());
        Assert.Equal(["--- out/p.config (committed)", "+++ what a fit gives now"], [stale.Diff[0], stale.Diff[1]]);
        Assert.True(stale.Diff.Count > 2);
    }

    [Fact]
    public void A_byte_order_mark_matters()
    {
        Assert.Contains("it begins with a byte order mark", Find("\uFEFF" + Support.Fit.Config, Support.Fit.Config)!.Diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("it lacks the byte order mark", Find(Support.Fit.Config, "\uFEFF" + Support.Fit.Config)!.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_is_told_by_its_first_difference()
    {
        StaleConfig stale = Find("model {\n<<<<<<< mine\n}\n", "model {\n}\n")!;

        Assert.Equal((2, 1), (stale.Diagnostic.Start.Line, stale.Diagnostic.Start.Column));
        Assert.Contains("it has syntax faults", stale.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_a_difference()
    {
        byte[] fitted = Encoding.UTF8.GetBytes("# \uFFFD\n");

        Assert.NotNull(CommittedConfig.FindDifference("p", [(byte)'#', (byte)' ', 0xFF, (byte)'\n'], fitted, "'update'"));
    }

    [Fact]
    public void Values_from_the_file_are_cut_and_cleaned()
    {
        StaleConfig stale = Find("a: '##vso[x]\t" + new string('x', 300) + "'", "a: '1'")!;

        Assert.StartsWith("the committed file is stale: a is '##vso [x] xxx", stale.Diagnostic.Message, StringComparison.Ordinal);
        Assert.True(stale.Diagnostic.Message.Length < 250);
    }

    private static StaleConfig? Find(string committed, string fitted) =>
        CommittedConfig.FindDifference("out/p.config", Encoding.UTF8.GetBytes(committed), Encoding.UTF8.GetBytes(fitted), "'update'");
}
