using AnchorFit.Diagnostics;
using AnchorFit.Run;
using Xunit;

namespace AnchorFit.Tests.Run;

public class AspectRatioCountParserTests
{
    [Theory]
    [InlineData("", "", 4, null)]
    [InlineData(" 6 ", " ", 6, null)]
    [InlineData("auto", "", 4, 90.0)]
    [InlineData(" AUTO ", " 92.5 ", 4, 92.5)]
    [InlineData("auto", "1", 4, 1.0)]
    [InlineData("auto", "100", 4, 100.0)]
    public void ReadsTheCountOrTheTarget(string count, string target, int expected, double? percent)
    {
        DiagnosticBag diagnostics = [];

        Assert.Equal((expected, percent / 100, percent is not null && target.Length > 0), Read(Raw(count, target), diagnostics));
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("0.9")]
    [InlineData("0")]
    [InlineData("100.1")]
    [InlineData("90 %")]
    [InlineData("-5")]
    [InlineData("9,5")]
    [InlineData("1e1")]
    [InlineData("NaN")]
    public void RefusesTargetsThatAreNoPercentage(string target)
    {
        DiagnosticBag diagnostics = [];

        Assert.Equal((4, 0.9, true), Read(Raw("auto", target), diagnostics));
        Assert.Equal(
            $"/p/x.csproj: error AFB1001: AnchorFitTargetIoU is '{target}'; accepted: a percentage from 1 to 100, such as 90 or 92.5",
            Assert.Single(diagnostics).ToString());
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("6", 6)]
    public void SaysThatATargetHasNoEffectWithoutAuto(string count, int expected)
    {
        DiagnosticBag diagnostics = [];

        Assert.Equal((expected, null, false), Read(Raw(count, "95"), diagnostics));
        Assert.Equal(
            $"/p/x.csproj: warning AFB1065: AnchorFitTargetIoU has no effect, as AnchorFitAspectRatioCount is {expected}: set that to auto, or remove the target",
            Assert.Single(diagnostics).ToString());
    }

    [Fact]
    public void AWrongTargetIsRefusedThereTooAndThatIsAll()
    {
        DiagnosticBag diagnostics = [];

        Read(Raw("3", "most"), diagnostics);

        Assert.Equal("AFB1001", Assert.Single(diagnostics).Code);
    }

    private static (int Count, double? Target, bool IsTargetGiven) Read(RawSettings raw, DiagnosticBag diagnostics)
    {
        diagnostics.AddRange(raw.Faults(ofTheBuild: false));
        return (raw.Values.AspectRatioCount, raw.Values.TargetIoU, raw.Values.TargetIoU is not null && !raw.Values.DrawnAnchorsDecideCount);
    }

    private static RawSettings Raw(string count, string target) => new RawSettings { ProjectFile = "/p/x.csproj" }.With(("AnchorFitAspectRatioCount", count), ("AnchorFitTargetIoU", target));
}
