using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Syntax;

/// <summary>Every prefix of a sample, and the sample without each of its characters: the parser takes them all.</summary>
public class TextFormatCutTests
{
    internal const string Sample = """
        # head
        model {
          ssd: <
            num_classes: -0x1F; a: - 1.5e-3f, b: [1, 2.0, .5], c: [], d [{ x: 1 }, < y: 'q' >]
            name: "one" 'two\n\x41\101\u00e9\U0001F600' // no comment
            [type.googleapis.com/a.b]: { v: inf } [a.b.c]: RELU_6 = “smart” ;;
          >
        } é
        train_config { batch_size: 1 } > ] x
        """;

    [Fact]
    public void EveryPrefix()
    {
        for (int length = 0; length <= Sample.Length; length++)
        {
            SyntaxAssert.Consistent(Sample[..length]);
        }
    }

    [Fact]
    public void EveryDeletion()
    {
        for (int at = 0; at < Sample.Length; at++)
        {
            SyntaxAssert.Consistent(Sample.Remove(at, 1));
        }
    }

    [Fact]
    public void EveryReplacementByAStructuralCharacter()
    {
        foreach (char c in "{}<>[]:;,=\"'#\\-/\n\r\0\uFEFF“")
        {
            for (int at = 0; at < Sample.Length; at++)
            {
                SyntaxAssert.Consistent(Sample.Remove(at, 1).Insert(at, c.ToString()));
            }
        }
    }

    [Fact]
    public void CarriageReturnsLikeLineFeeds()
    {
        string crlf = Sample.ReplaceLineEndings("\r\n");
        SyntaxAssert.Consistent(crlf);
        Assert.Equal(
            TextFormatParser.Parse(new SourceText("a", Sample.ReplaceLineEndings("\n"))).Diagnostics.Select(item => item.ToString()),
            TextFormatParser.Parse(new SourceText("a", crlf)).Diagnostics.Select(item => item.ToString()));
    }
}
