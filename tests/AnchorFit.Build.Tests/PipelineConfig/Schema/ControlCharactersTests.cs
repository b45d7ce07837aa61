using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

public class ControlCharactersTests
{
    [Theory]
    [InlineData("""r { input_path: "data\train.record" }""", 22, "'r.input_path' is \"data\\train.record\", which has \\t for a tab; write \"data/train.record\", or \\\\ for each backslash")]
    [InlineData("""p: ["a", 'C:\new\fine\ckpt-0']""", 13, "'p' is 'C:\\new\\fine\\ckpt-0', which has \\n for a line feed, \\f for the control character U+000C; write 'C:/new/fine/ckpt-0', or \\\\ for each backslash")]
    [InlineData("""p: "a\\new\road" """, 11, "'p' is \"a\\\\new\\road\", which has \\r for a carriage return; write \"a/new/road\", or \\\\ for each backslash")]
    [InlineData("""p: "d\1\x07" """, 6, "'p' is \"d\\1\\x07\", which has \\1 for the control character U+0001, \\x07 for the control character U+0007; write \"d/1/x07\", or \\\\ for each backslash")]
    [InlineData("p: \"a\tb\"", 6, "'p' is \"a b\", which has a tab; write \"ab\", or \\\\ for each backslash")]
    public void AreToldAtTheirPlace(string text, int column, string message)
    {
        Diagnostic found = Assert.Single(ControlCharacters.Find(TextFormatParser.Parse(new SourceText("a.config", text))));

        Assert.Equal(("AFB4034", 1, column, false), (found.Code, found.Start.Line, found.Start.Column, found.IsError));
        Assert.Equal(message, found.Message);
    }

    [Theory]
    [InlineData("""p: "data\\train.record" q: 'a/b' r: "C:\\new" """)]
    [InlineData("""p: "caf\303\251 \x41" """)]
    public void OtherEscapesAreFine(string text) => Assert.Empty(ControlCharacters.Find(TextFormatParser.Parse(new SourceText("a.config", text))));

    [Fact]
    public void EachTextIsToldOnce() => Assert.Equal(
        ["AFB4034 (1,6)", "AFB4034 (2,6)"],
        ControlCharacters.Find(TextFormatParser.Parse(new SourceText("a.config", "a: 'x\\t\\t\\t'\nb: 'x\\n'"))).Select(d => $"{d.Code} ({d.Start.Line},{d.Start.Column})"));
}
