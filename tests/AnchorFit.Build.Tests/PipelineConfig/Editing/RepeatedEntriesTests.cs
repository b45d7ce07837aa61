using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Editing;

public class RepeatedEntriesTests
{
    [Theory]
    // One a line: same number, fewer, more.
    [InlineData("a: 1\na: 2\nb: 9\n", "7 8", "a: 7\na: 8\nb: 9\n")]
    [InlineData("a: 1\na: 2\na: 3\nb: 9\n", "7", "a: 7\nb: 9\n")]
    [InlineData("a: 1\na: 2\nb: 9\n", "7 8 9", "a: 7\na: 8\na: 9\nb: 9\n")]
    [InlineData("a: 1\nb: 9\na: 2", "7 8 9", "a: 7\nb: 9\na: 8\na: 9")]
    // Indentation, tabs, spacing around the colon, separators.
    [InlineData("\t a : 1\n\t a : 2\n", "1 2 3", "\t a : 1\n\t a : 2\n\t a : 3\n")]
    [InlineData("m {\n  a: 1,\n  a: 2,\n}\n", "1 2 3", "m {\n  a: 1,\n  a: 2,\n  a: 3,\n}\n")]
    [InlineData("m {\n  a: 1;\n  a: 2\n}\n", "1 2 3 4", "m {\n  a: 1;\n  a: 2;\n  a: 3;\n  a: 4\n}\n")]
    [InlineData("m {\n  a: 1;\n  a: 2\n}\n", "5", "m {\n  a: 5\n}\n")]
    [InlineData("m {\n  a: 1 }\n", "1 2", "m {\n  a: 1\n  a: 2 }\n")]
    [InlineData("a:1\r\na:2\r\n", "1 2 3", "a:1\r\na:2\r\na:3\r\n")]
    [InlineData("a: 1\ra: 2\r", "1 2 3", "a: 1\ra: 2\ra: 3\r")]
    [InlineData("a: 1", "1 2", "a: 1\na: 2")]
    [InlineData("\uFEFFa: 1\r\nb: 1", "1 2", "\uFEFFa: 1\r\na: 2\r\nb: 1")]
    // Several on a line stay there.
    [InlineData("a: 1  a: 2 b: 3\n", "1 2 3", "a: 1  a: 2  a: 3 b: 3\n")]
    [InlineData("m { a: 1, a: 2 }", "5 6 7", "m { a: 5, a: 6, a: 7 }")]
    [InlineData("m { a: 1; a: 2; }", "5 6 7", "m { a: 5; a: 6; a: 7; }")]
    [InlineData("m { a: 1, a: 2 }", "5", "m { a: 5 }")]
    [InlineData("m { a: 1 b: 2 }", "5 6", "m { a: 5 a: 6 b: 2 }")]
    [InlineData("  a: 1 b: 2\n", "5 6", "  a: 5 a: 6 b: 2\n")]
    [InlineData("m {a: 1 b: 2}", "", "m {b: 2}")]
    [InlineData("m {b: 2 a: 1}", "", "m {b: 2}")]
    [InlineData("m { a: 1 }", "", "m { }")]
    [InlineData("b: 'x'a:\"1\"c: 'y'", "", "b: 'x'c: 'y'")]
    [InlineData("b: F[x.y]: 2 a: 1 c: 3", "", "b: F[x.y]: 2 c: 3")]
    // Values over several lines.
    [InlineData("a:\n  1\na:\n  2\n", "7", "a:\n  7\n")]
    [InlineData("a:\n  1\nb: 1\n", "7 8", "a:\n  7\na: 8\nb: 1\n")]
    public void KeepsTheStyle(string before, string values, string after)
        => Check(before, values, after);

    [Theory]
    // A comment on its own line belongs to the next field and stays.
    [InlineData("a: 1\n# two\na: 2\n# b\nb: 1\n", "7", "a: 7\n# two\n# b\nb: 1\n")]
    // A comment behind a removed entry gets the line for itself.
    [InlineData("  a: 1 # one\n  a: 2   # two\n  b: 1\n", "7", "  a: 7 # one\n  # two\n  b: 1\n")]
    [InlineData("m { a: 1 # one\n a: 2 # two\n}\n", "", "m { # one\n # two\n}\n")]
    [InlineData("b: 1 a: 2 # two\n", "", "b: 1 # two\n")]
    // One inside a removed entry too.
    [InlineData("a: 1\na: # two\n  2 # three\nb: 1\n", "7", "a: 7\n# two\n  # three\nb: 1\n")]
    // New entries follow the comment of the last.
    [InlineData("a: 1 # one\n# b\nb: 1\n", "1 2", "a: 1 # one\na: 2\n# b\nb: 1\n")]
    [InlineData("a: 1 # one", "1 2", "a: 1 # one\na: 2")]
    [InlineData("a: 1 # one\r\nb: 2", "1 2", "a: 1 # one\r\na: 2\r\nb: 2")]
    public void KeepsComments(string before, string values, string after)
        => Check(before, values, after);

    [Theory]
    [InlineData("m { a: 1 a: 2 } m { a: 3 }", "5 6", "m { } m { a: 5 a: 6 }")]
    [InlineData("m {\n  a: 1\n}\nm {\n  b: 3\n}\n", "5", "m {\n  a: 5\n}\nm {\n  b: 3\n}\n")]
    [InlineData("m {\n  a: 1\n  a: 2 # x\n}\nm {\n  a: [3] # y\n}\n", "5 6", "m {\n  # x\n}\nm {\n  a: [5, 6] # y\n}\n")]
    [InlineData("m { a: 1 } m { a: 2 }", "1 2", "m { a: 1 } m { a: 2 }")]
    public void MergedBlocksEndUpInTheLastThatHasTheField(string before, string values, string after)
        => Check(before, values, after);

    [Theory]
    [InlineData("a: 1.0\na: 0.50\n", "1 0.5")]
    [InlineData("a: 1f\na: -2E0\n", "1.0 -2.0")]
    [InlineData("a: 100\na: 0.001\na: - 0\n", "1e2 1e-3 -0.0")]
    public void ValuesThatAreThereStayAsTheyAreSpelled(string before, string values)
        => Check(before, values, before);

    [Theory]
    [InlineData("a: 0x10\n", "16", "a: 16\n")]
    [InlineData("a: 010\n", "10", "a: 10\n")]
    [InlineData("a: 1\n", "-1", "a: -1\n")]
    [InlineData("a: 10\n", "1", "a: 1\n")]
    [InlineData("a: 0.1\n", "0.01", "a: 0.01\n")]
    [InlineData("a: 1e99999999999\n", "1", "a: 1\n")]
    public void OtherValuesAreReplaced(string before, string values, string after)
        => Check(before, values, after);

    internal static void Check(string before, string values, string after)
    {
        string path = before.Contains("m {", System.StringComparison.Ordinal) ? "m.a" : "a";
        Assert.Equal(after, EditAssert.Repeated(before, path, values.Split(' ', System.StringSplitOptions.RemoveEmptyEntries)));
    }
}
