using System.Linq;
using AnchorFit.Run;
using Xunit;

namespace AnchorFit.Tests.Run;

public class ClassIdsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("dog cat", "1:cat 2:dog")]
    [InlineData("b a B Z é", "1:B 2:Z 3:a 4:b 5:é")] // ordinal, whatever the culture
    [InlineData("cat cat", "1:cat")]
    [InlineData("10 9 2", "2:2 9:9 10:10")] // ids already, gaps stay
    [InlineData("10 9 dog", "1:10 2:9 3:dog")]
    [InlineData("0 5", "1:0 2:5")] // counted from 0: no ids of a label map
    [InlineData("1 01", "1:01 2:1")] // would be one id
    [InlineData("3000000000 1", "1:1 2:3000000000")] // beyond int32
    public void NamesGetIds(string names, string expected) => Assert.Equal(
        expected,
        string.Join(' ', ClassIds.Assign(names.Split(' ', System.StringSplitOptions.RemoveEmptyEntries)).Select(entry => $"{entry.Key}:{entry.Value}")));

    [Theory]
    [InlineData("10 9 2", "1:10 2:2 3:9")]
    [InlineData("", "")]
    public void NumbersMayBeNames(string names, string expected) => Assert.Equal(
        expected,
        string.Join(' ', ClassIds.Assign(names.Split(' ', System.StringSplitOptions.RemoveEmptyEntries), numbersAreNames: true).Select(entry => $"{entry.Key}:{entry.Value}")));
}
