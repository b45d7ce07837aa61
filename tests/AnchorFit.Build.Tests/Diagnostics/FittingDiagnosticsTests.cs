using AnchorFit.Diagnostics;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Diagnostics;

public class FittingDiagnosticsTests
{
    [Theory]
    [InlineData(1, 0, "no usable boxes in 1 annotation file, so there is nothing to fit: no object with a box was found")]
    [InlineData(12, 1, "no usable boxes in 12 annotation files, so there is nothing to fit: 1 box skipped; see the warnings")]
    [InlineData(12, 30, "no usable boxes in 12 annotation files, so there is nothing to fit: 30 boxes skipped; see the warnings")]
    public void No_boxes(int files, int skipped, string start)
    {
        Diagnostic diagnostic = FittingDiagnostics.NoUsableBoxes(files, skipped);
        Assert.Equal("AFB5001", diagnostic.Code);
        Assert.True(diagnostic.IsError);
        Assert.StartsWith(start, diagnostic.Message);
    }

    [Fact]
    public void Too_few_distinct_ratios_says_both_numbers_and_the_cure()
    {
        Diagnostic diagnostic = FittingDiagnostics.TooFewDistinctRatios(6, 3);
        Assert.True(diagnostic.IsError);
        Assert.Equal(
            "error AFB5002: AnchorFitAspectRatioCount is 6, but the boxes have only 3 distinct aspect ratios after rescaling: set it to 3 or less, or add annotations",
            diagnostic.ToString()[2..]);
    }

    [Fact]
    public void A_box_too_thin_names_its_place_and_size()
    {
        Diagnostic diagnostic = FittingDiagnostics.UnusableAspectRatio("a.xml", new LinePosition(7, 3), 1e-40, 12.5);
        Assert.False(diagnostic.IsError);
        Assert.True(diagnostic.Rule.ConcernsInvalidBox);
        Assert.StartsWith("a.xml(7,3): warning AFB5003: the box is 1e-40 by 12.5 pixels", diagnostic.ToString());
    }
}
