using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Comparison;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Comparison;

public class UnifiedDiffTests
{
    [Fact]
    public void Shows_two_lines_around_and_joins_what_is_near()
    {
        string[] before = [.. Enumerable.Range(1, 20).Select(i => "l" + i)];
        string[] after = [.. before];
        (after[3], after[7], after[15]) = ("four", "eight", "sixteen");

        Assert.Equal(
            [
                "@@ -2,9 +2,9 @@", " l2", " l3", "-l4", "+four", " l5", " l6", " l7", "-l8", "+eight", " l9", " l10",
                "@@ -14,5 +14,5 @@", " l14", " l15", "-l16", "+sixteen", " l17", " l18",
            ],
            Write(before, after));
    }

    [Fact]
    public void Counts_lines_that_only_one_side_has() =>
        Assert.Equal(
            ["@@ -1,3 +1,4 @@", " a", "+x", " b", " c", "@@ -6,3 +7,2 @@", " f", " g", "-h"],
            Write(["a", "b", "c", "d", "e", "f", "g", "h"], ["a", "x", "b", "c", "d", "e", "f", "g"]));

    [Fact]
    public void Has_nothing_to_say_of_equal_texts() => Assert.Empty(Write(["a", "b"], ["a", "b"]));

    [Fact]
    public void Is_bounded_and_says_how_much_is_left_out()
    {
        string[] before = [.. Enumerable.Range(0, 100).Select(i => "a" + i)];

        IReadOnlyList<string> diff = Write(before, [.. before.Select(l => l + "x")]);

        Assert.Equal(41, diff.Count);
        Assert.Equal("... and 161 more lines that differ", diff[^1]);
    }

    [Fact]
    public void No_line_is_a_command_to_anybody()
    {
        string[] hostile = ["##vso[task.complete result=Succeeded;]", "::error::x", "##[error]x", "a\u001b[2Jb\rc\u2028d", "# ##VSO[x]", new string('a', 500)];

        IReadOnlyList<string> diff = Write(hostile, ["b"]);

        Assert.Equal(
            ["-##vso [task.complete result=Succeeded;]", "-::error::x", "-## [error]x", "-a [2Jb c d", "-# ##VSO [x]", "-" + new string('a', 160) + "…", "+b"],
            diff.Skip(1));
    }

    private static IReadOnlyList<string> Write(string[] before, string[] after) =>
        UnifiedDiff.Write(LineDiff.Compare(string.Join('\n', before), string.Join('\n', after)));
}
