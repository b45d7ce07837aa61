using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests;

public class SmokeTests
{
    [Fact]
    public void Position() => Assert.Equal(default, LinePosition.None);
}
