using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Text;

public class DisplayTextTests
{
    [Theory]
    [InlineData("a.xml", "a.xml")]
    [InlineData("a\r\nb\u001B[31m\u0000", "a  b [31m ")]
    [InlineData("a\u202Elmx.exe\u2066\u200F", "a lmx.exe  ")]
    [InlineData("##vso[task.complete]##[error]", "##vso [task.complete]## [error]")]
    [InlineData("::warning::x", ": :warning: :x")]
    [InlineData("  ::warning::x", "  : :warning: :x")]
    [InlineData("a::b", "a::b")]
    [InlineData("👩‍🚒 می‌خواهم", "👩‍🚒 می‌خواهم")] // joiners are part of words
    public void ALineIsTextAlone(string text, string expected) => Assert.Equal(expected, DisplayText.Line(text));
}
