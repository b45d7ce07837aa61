using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Editing;

public class ConfigEditorTests
{
    private static readonly string[] Ratios = ["0.5271971", "0.70771384", "0.9439559", "1.3411053"];

    [Theory]
    [InlineData("a: 1 # c\n", "a: 2 # c\n")]
    [InlineData("a: 1\nb: 3\na: 1\n", "a: 1\nb: 3\na: 2\n")]
    [InlineData("a: 2.0\n", "a: 2.0\n")]
    [InlineData("a: - # c\n  2,\n", "a: 2,\n")]
    public void TheLastScalarIsReplaced(string before, string after)
        => Assert.Equal(after, EditAssert.Scalar(before, "a", "2"));

    [Fact]
    public void ADuplicatedScalarIsChangedInTheLastMergedBlockThatHasIt()
        => Assert.Equal(
            "model { ssd { num_classes: 90 } }\nmodel { ssd { num_classes: 2 } }\nmodel { ssd { } }\n",
            EditAssert.Scalar("model { ssd { num_classes: 90 } }\nmodel { ssd { num_classes: 90 } }\nmodel { ssd { } }\n", "model.ssd.num_classes", "2"));

    [Fact]
    public void ExtensionsOfTheSameNameAreAnotherField()
        => Assert.Equal("[a]: 1 a: 2", EditAssert.Scalar("[a]: 1 a: 1", "a", "2"));

    [Fact]
    public void ADocumentWithSyntaxErrorsIsRefused()
    {
        ConfigDocument broken = TextFormatParser.Parse(new SourceText("broken.config", "a: 1 }"));
        Assert.Throws<ArgumentException>(() => ConfigEditor.SetScalar(broken, FieldPath.Parse("a"), "2"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("a.")]
    [InlineData("1a")]
    public void PathsAreNamesJoinedByDots(string text) => Assert.Throws<FormatException>(() => FieldPath.Parse(text));

    [CorpusFact]
    public void AnEditOfARealConfigKeepsEveryOtherByte()
    {
        foreach (string path in Corpus.Configs())
        {
            foreach (string newLine in new[] { "\n", "\r\n" })
            {
                string text = File.ReadAllText(path).ReplaceLineEndings(newLine);
                foreach (int count in new[] { 1, 3, 4, 9 })
                {
                    CheckRatios(text, count);
                }
            }
        }
    }

    private static void CheckRatios(string text, int count)
    {
        ConfigDocument document = TextFormatParser.Parse(new SourceText("c", text));
        foreach (FieldPath path in AnchorPaths(document.Root, []))
        {
            string[] values = Enumerable.Range(0, count).Select(i => Ratios[i % 4] + i).ToArray();
            string edited = EditAssert.Repeated(text, path.ToString(), values);
            ConfigDocument after = TextFormatParser.Parse(new SourceText("c", edited));
            Assert.Equal(values, Values(after, path));
            Assert.Equal(WithoutField(document, path), WithoutField(after, path));
            string[] old = Values(document, path).ToArray();
            Assert.Equal(text, EditAssert.Repeated(edited, path.ToString(), old));
        }
    }

    private static IEnumerable<FieldPath> AnchorPaths(MessageSyntax message, string[] outer)
        => message.Fields.SelectMany(field => field.Value is MessageSyntax inner
            ? AnchorPaths(inner, [.. outer, field.Name.Text])
            : field.Name.Text is "aspect_ratios" ? [FieldPath.Parse(string.Join('.', [.. outer, field.Name.Text]))] : [])
            .DistinctBy(path => path.ToString());

    private static IEnumerable<string> Values(ConfigDocument document, FieldPath path)
        => FieldOccurrences.Find(document, path).ByBlock.SelectMany(fields => fields)
            .SelectMany(field => field.Value is ListSyntax list ? list.Items : [field.Value])
            .Select(value => document.Source.Slice(value.Span));

    /// <summary>The text with each run of lines, or the brackets' content, that holds the field cut out.</summary>
    private static string WithoutField(ConfigDocument document, FieldPath path)
    {
        string text = document.Source.Content;
        foreach (FieldSyntax field in FieldOccurrences.Find(document, path).ByBlock.SelectMany(fields => fields).Reverse())
        {
            int start = field.Value is ListSyntax ? field.Value.Span.Start : text.LastIndexOf('\n', field.Span.Start) + 1;
            int end = field.Value is ListSyntax ? field.Value.Span.End : text.IndexOf('\n', field.Span.End) + 1;
            text = text.Remove(start, end - start);
        }

        return text;
    }
}
