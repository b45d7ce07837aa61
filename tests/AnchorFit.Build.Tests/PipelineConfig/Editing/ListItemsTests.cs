using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Editing;

public class ListItemsTests
{
    [Theory]
    [InlineData("a: [1, 2] b: 1", "7 8", "a: [7, 8] b: 1")]
    [InlineData("a: [1,2]", "1 2 3 4", "a: [1,2,3,4]")]
    [InlineData("a: [1 , 2]", "1 2 3", "a: [1 , 2 , 3]")]
    [InlineData("a: [ 1, 2, 3 ];", "9", "a: [ 9 ];")]
    [InlineData("a: [ 1, 2, 3 ];", "9 2", "a: [ 9, 2 ];")]
    [InlineData("a: [1]", "1 2 3", "a: [1, 2, 3]")]
    [InlineData("a: []", "1 2", "a: [1, 2]")]
    [InlineData("a: [ ]", "1 2", "a: [ 1, 2 ]")]
    [InlineData("a: [1, 2]", "", "a: []")]
    [InlineData("a []", "1", "a: [1]")]
    public void OnOneLine(string before, string values, string after)
        => RepeatedEntriesTests.Check(before, values, after);

    [Theory]
    [InlineData("a: [\n  1,\n  2\n]\n", "1 2 3 4", "a: [\n  1,\n  2,\n  3,\n  4\n]\n")]
    [InlineData("a: [\r\n  1,\r\n  2 ]\r\n", "1 2 3", "a: [\r\n  1,\r\n  2,\r\n  3 ]\r\n")]
    [InlineData("a: [\n  1\n]\n", "1 2", "a: [\n  1,\n  2\n]\n")]
    [InlineData("a: [\n  1,\n  2,\n  3\n]\n", "9", "a: [\n  9\n]\n")]
    [InlineData("a: [\n  1, # one\n  2  # two\n]\n", "1 2 3", "a: [\n  1, # one\n  2,  # two\n  3\n]\n")]
    [InlineData("a: [\n  1, # one\n  2, # two\n  3  # three\n]\n", "9", "a: [\n  9 # one\n  # two\n  # three\n]\n")]
    [InlineData("a: [\n  1\n  , 2\n]\n", "1 2 3", "a: [\n  1\n  , 2\n  , 3\n]\n")]
    [InlineData("a: [\n  1\n  , 2\n]\n", "9", "a: [\n  9\n]\n")]
    [InlineData("a: [ # none\n]\n", "9", "a: [9 # none\n]\n")]
    public void OnSeveralLines(string before, string values, string after)
        => RepeatedEntriesTests.Check(before, values, after);

    [Theory]
    // The last list takes all values, whatever stands beside it.
    [InlineData("a: 1\na: [2, 3]\na: 4\n", "7 8", "a: [7, 8]\n")]
    [InlineData("a: [1] a: [2, 3]", "7 8 9", "a: [7, 8, 9]")]
    [InlineData("m { a: [1] } m { a: 2 }", "7 8", "m { } m { a: 7 a: 8 }")]
    public void MixedStyles(string before, string values, string after)
        => RepeatedEntriesTests.Check(before, values, after);
}
