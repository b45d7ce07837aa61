using System.Text;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Fuzzing;

public class InputPlacesTests
{
    [Theory]
    [InlineData("é犬\nab", 1, 3, true)]
    [InlineData("é犬\nab", 1, 4, false)] // bytes are no columns
    [InlineData("é犬\nab", 2, 3, true)]
    [InlineData("é犬\nab", 3, 1, false)]
    [InlineData("a\rb", 2, 2, true)] // lone returns may end lines or not
    [InlineData("a\rb", 1, 4, true)]
    [InlineData("a\rb", 1, 5, false)]
    [InlineData("", 0, 0, true)]
    [InlineData("", 1, 1, true)]
    [InlineData("", 1, 2, false)]
    public void APlaceIsInALineOrRightBehindIt(string text, int line, int column, bool has) =>
        Assert.Equal(has, new InputPlaces(Encoding.UTF8.GetBytes(text), isText: true).Has(new LinePosition(line, column)));
}
