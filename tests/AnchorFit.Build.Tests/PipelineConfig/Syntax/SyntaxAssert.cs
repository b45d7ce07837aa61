using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Syntax;

/// <summary>What holds for the document of any text whatever.</summary>
internal static class SyntaxAssert
{
    public static ConfigDocument Consistent(string text, string path = "sample.config")
    {
        var source = new SourceText(path, text);
        ConfigDocument document = TextFormatParser.Parse(source);
        Assert.Equal(text, string.Concat(document.Tokens.Select(token => source.Slice(token.Span))));
        Assert.All(document.Tokens.SkipLast(1), token => Assert.True(token.Span.Length > 0));
        Assert.Equal(TokenKind.EndOfFile, document.Tokens[^1].Kind);
        Message(document.Root, new TextSpan(0, text.Length), source);
        LinePosition end = source.GetPosition(text.Length);
        foreach (Diagnostic item in document.Diagnostics)
        {
            Assert.InRange(item.Start.Line, 1, end.Line);
            Assert.True(item.Start.Column >= 1 && item.Message.Length > 0 && !item.Message.Contains('\n', System.StringComparison.Ordinal));
        }

        return document;
    }

    private static void Message(MessageSyntax message, TextSpan outer, SourceText source)
    {
        Inside(message.Span, outer);
        Assert.True(message.Close.Span.Start >= message.Open.Span.End);
        int at = message.Open.Span.End;
        foreach (FieldSyntax field in message.Fields)
        {
            Inside(field.FullSpan, TextSpan.FromBounds(at, message.Close.Span.Start));
            Assert.True(field.Name.Span.End <= field.Value.Span.Start);
            Value(field.Value, field.Span, source);
            at = field.FullSpan.End;
        }
    }

    private static void Value(ValueSyntax value, TextSpan outer, SourceText source)
    {
        Inside(value.Span, outer);
        switch (value)
        {
            case MessageSyntax message:
                Message(message, outer, source);
                break;
            case ListSyntax list:
                int at = list.Open.Span.End;
                foreach (ValueSyntax item in list.Items)
                {
                    Value(item, TextSpan.FromBounds(at, list.Close.Span.Start), source);
                    at = item.Span.End;
                }

                break;
            case LiteralSyntax literal:
                Assert.EndsWith(literal.Literal, source.Slice(literal.Span), System.StringComparison.Ordinal);
                break;
        }
    }

    private static void Inside(TextSpan inner, TextSpan outer)
        => Assert.True(inner.Start >= outer.Start && inner.End <= outer.End && inner.Length >= 0, $"{inner} is not inside {outer}");
}
