using System.IO;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Annotations;

public class TextPlacesTests
{
    [Theory]
    [InlineData("abc\ndef", 2, 3, 2, 3)]
    [InlineData("abc\ndef", 1, 9, 1, 4)]
    [InlineData("abc\r\ndef\r", 1, 9, 1, 4)]
    [InlineData("abc\rdef", 2, 9, 2, 4)]
    [InlineData("abc\rdef", 5, 1, 2, 4)]
    [InlineData("é犬🐕\n", 1, 9, 1, 5)]
    [InlineData("", 0, 0, 1, 1)]
    [InlineData("", 3, 3, 1, 1)]
    [InlineData("a\0", 7, 9, 7, 9)] // perhaps UTF-16
    public void APlaceIsBroughtIntoTheText(string text, int line, int column, int expectedLine, int expectedColumn) => Assert.Equal(
        new LinePosition(expectedLine, expectedColumn),
        TextPlaces.Nearest(() => new MemoryStream(Encoding.UTF8.GetBytes(text)), new LinePosition(line, column)));

    [Fact]
    public void AFileThatIsGoneLeavesThePlace() => Assert.Equal(
        new LinePosition(7, 9), TextPlaces.Nearest(() => throw new FileNotFoundException(), new LinePosition(7, 9)));
}
