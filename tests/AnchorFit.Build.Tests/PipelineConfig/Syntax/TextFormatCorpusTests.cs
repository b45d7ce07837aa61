using System.IO;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Syntax;

public class TextFormatCorpusTests
{
    [CorpusFact]
    public void EveryConfigIsReadWithoutDiagnosticsAndPrintsAsItWas()
    {
        int count = 0;
        foreach (string path in Corpus.Configs())
        {
            var source = new SourceText(Path.GetFileName(path), File.ReadAllText(path));
            ConfigDocument document = TextFormatParser.Parse(source);
            Assert.Empty(document.Diagnostics);
            Assert.Equal(source.Content, string.Concat(document.Tokens.Select(token => source.Slice(token.Span))));
            Assert.Contains(document.Root.Fields, field => field.Name.Text == "model" && field.Value is MessageSyntax { Fields.Count: 1 });
            count++;
        }

        Assert.Equal(54, count);
    }
}
