using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Syntax;

/// <summary>A file that was named by mistake is given up after as many errors as are kept, not read to its last.</summary>
public class HopelessTextTests
{
    [Theory]
    [InlineData("}\n")]
    [InlineData("}")]
    [InlineData(": ")]
    [InlineData("§ ")]
    [InlineData("a: [\n")]
    [InlineData("a { b: }\n")]
    [InlineData("a: \"x\n")]
    public void MoreErrorsThanAreKeptAreNotSought(string piece)
    {
        var source = new SourceText("a.config", string.Concat(Enumerable.Repeat(piece, 50_000)));

        ConfigDocument document = TextFormatParser.Parse(source);

        Assert.InRange(document.Diagnostics.Sum(d => d.FaultCount), DiagnosticBag.KeptPerRule, DiagnosticBag.KeptPerRule + 200);
    }

    /// <summary>Where there are warnings alone the file is right, and is read to its end.</summary>
    [Fact]
    public void WarningsAreNoReasonToGiveUp()
    {
        string text = string.Concat(Enumerable.Repeat("a: \"C:\\models\"\n", 5_000)) + "b: }";

        ConfigDocument document = TextFormatParser.Parse(new SourceText("a.config", text));

        Assert.Contains(document.Diagnostics, d => d.IsError && d.Start.Line == 5_001);
    }
}
