using AnchorFit.Diagnostics;
using Xunit;

namespace AnchorFit.Tests.Diagnostics;

public class SettingDiagnosticsTests
{
    [Fact]
    public void A_count_that_is_none_is_quoted_with_what_is_accepted()
    {
        Diagnostic diagnostic = SettingDiagnostics.InvalidAspectRatioCount("0\n##vso[");
        Assert.Equal("AFB1001", diagnostic.Code);
        Assert.True(diagnostic.IsError);
        Assert.StartsWith("AnchorFitAspectRatioCount is '0 ##vso[', but must be a whole number from 1", diagnostic.Message);
    }
}
