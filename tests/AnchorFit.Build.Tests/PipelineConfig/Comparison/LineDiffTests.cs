using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Comparison;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Comparison;

public class LineDiffTests
{
    [Theory]
    [InlineData("a\nb", "a\nb", " a| b")]
    [InlineData("a\nb\nc", "a\nx\nc", " a|-b|+x| c")]
    [InlineData("a\nc", "a\nb\nc", " a|+b| c")]
    [InlineData("a\nb\nc", "c\na\nb", "+c| a| b|-c")]
    [InlineData("a\nb\nc\nd", "b\nd\ne", "-a| b|-c| d|+e")]
    [InlineData("a", "a\n", " a|+")]
    [InlineData("", "a", "-|+a")]
    [InlineData("a\na", "a", " a|-a")]
    public void Tells_removed_and_added_lines(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', LineDiff.Compare(before, after).Select(l => l.Mark + l.Text)));

    [Fact]
    public void Both_texts_can_be_read_off_and_nothing_shared_is_missed() =>
        Gen.Char["abc"].Array[0, 8].Select(Gen.Char["abc"].Array[0, 8]).Sample((before, after) =>
        {
            IReadOnlyList<DiffLine> lines = LineDiff.Compare(string.Join('\n', before), string.Join('\n', after));
            Assert.Equal(string.Join('\n', before), string.Join('\n', lines.Where(l => l.Mark != '+').Select(l => l.Text)));
            Assert.Equal(string.Join('\n', after), string.Join('\n', lines.Where(l => l.Mark != '-').Select(l => l.Text)));
            Assert.Equal(LongestShared(Lines(before), Lines(after)), lines.Count(l => l.IsShared));
        });

    [Fact]
    public void A_middle_too_large_to_search_is_replaced_as_a_whole()
    {
        string[] before = [.. Enumerable.Range(0, 2000).Select(i => "a" + i)];
        string[] after = [.. before.Reverse()];

        IReadOnlyList<DiffLine> lines = LineDiff.Compare(string.Join('\n', ["head", .. before, "tail"]), string.Join('\n', ["head", .. after, "tail"]));

        Assert.Equal(" head", lines[0].Mark + lines[0].Text);
        Assert.Equal(before, lines.Where(l => l.Mark == '-').Select(l => l.Text));
        Assert.Equal(after, lines.Where(l => l.Mark == '+').Select(l => l.Text));
    }

    // No text has no lines; split gives one, empty.
    private static string[] Lines(char[] text) => string.Join('\n', text).Split('\n');

    private static int LongestShared(string[] a, string[] b) =>
        a.Length == 0 || b.Length == 0 ? 0
        : a[0] == b[0] ? 1 + LongestShared(a[1..], b[1..])
        : System.Math.Max(LongestShared(a[1..], b), LongestShared(a, b[1..]));
}
