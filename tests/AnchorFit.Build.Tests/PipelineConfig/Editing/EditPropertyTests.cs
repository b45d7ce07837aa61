using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Tests.PipelineConfig.Syntax;
using AnchorFit.Text;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Editing;

public class EditPropertyTests
{
    [Fact]
    public void SettingValuesInAnyDocumentKeepsEveryOtherFieldAndEveryComment()
        => Gen.Select(TextFormatPropertyTests.Message(2).Where(message => HasOnlyScalars(Parse(message.Text))), Gen.Int[0, 5]).Sample(
            (message, count) =>
            {
                string[] values = [.. Enumerable.Range(0, count).Select(i => $"{i}.25")];
                ConfigDocument before = Parse(message.Text);
                ConfigDocument after = Parse(EditAssert.Repeated(message.Text, "a", values));
                Assert.Equal(values, Values(after));
                Assert.Equal(Others(before), Others(after));
                Assert.Equal(Comments(before), Comments(after));
            },
            iter: 5_000);

    private static ConfigDocument Parse(string text) => TextFormatParser.Parse(new SourceText("p", text));

    private static IEnumerable<FieldSyntax> Named(ConfigDocument document)
        => document.Root.Fields.Where(field => field.Name.Text == "a");

    private static bool HasOnlyScalars(ConfigDocument document)
        => Named(document).SelectMany(Flatten).All(value => value is LiteralSyntax or StringSyntax);

    private static IEnumerable<ValueSyntax> Flatten(FieldSyntax field)
        => field.Value is ListSyntax list ? list.Items : [field.Value];

    private static IEnumerable<string> Values(ConfigDocument document)
        => Named(document).SelectMany(Flatten).Select(value => document.Source.Slice(value.Span));

    private static IEnumerable<string> Others(ConfigDocument document)
        => document.Root.Fields.Where(field => field.Name.Text != "a").Select(field => document.Source.Slice(field.Span));

    private static IEnumerable<string> Comments(ConfigDocument document)
        => document.Tokens.Where(token => token.Kind == TokenKind.Comment).Select(token => document.Source.Slice(token.Span));
}
