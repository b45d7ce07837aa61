using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Run;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public class BaseConfigFileTests
{
    [Theory]
    [InlineData("builtin:ssd_mobilenet_v2_300x300")]
    [InlineData(" BUILTIN: ssd_mobilenet_v2_300x300 ")]
    public void ABuiltInConfigHasItsName(string text)
    {
        BaseConfigSource? config = Load(text, out DiagnosticBag diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal(("builtin:ssd_mobilenet_v2_300x300", true), (config!.Name, config.IsBuiltIn));
    }

    [Fact]
    public void AWrongNameListsTheRightOnes()
    {
        Assert.Null(Load("builtin:ssd_mobilenet_v2", out DiagnosticBag diagnostics));

        Assert.Equal(
            "x.csproj: error AFB1004: AnchorFitBaseConfig names the built-in config 'ssd_mobilenet_v2'; there are: ssd_mobilenet_v1_fpn_640x640, ssd_mobilenet_v2_300x300, ssdlite_mobiledet_edgetpu_320x320",
            Assert.Single(diagnostics).ToString());
    }

    private static BaseConfigSource? Load(string baseConfig, out DiagnosticBag diagnostics)
    {
        diagnostics = [];
        return BaseConfigFile.Load(new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitBaseConfig", baseConfig)), new ProjectPaths(System.AppContext.BaseDirectory), diagnostics);
    }
}
