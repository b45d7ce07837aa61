using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>
/// Parses protobuf text format into a tree over the original text, whatever the text. Faults become diagnostics,
/// one a fault, and what was understood is kept.
/// <para>
/// Brackets that don't fit can be explained in more than one way: a lost <c>}</c> shows only at the end of the
/// file, though the indentation tells where it is missing. So a text with such faults is read once for each
/// explanation, and the one that needs the fewest corrections is believed; a text without is read once.
/// </para>
/// </summary>
internal static class TextFormatParser
{
    /// <summary>Messages may be nested so deep, as in protobuf's own readers; more would endanger the stack.</summary>
    public const int MaxDepth = 100;

    private static readonly BracketStrategy[] Explanations =
    [
        new(TrustsIndentation: true, MismatchCloses: true),
        new(TrustsIndentation: true, MismatchCloses: false),
        new(TrustsIndentation: false, MismatchCloses: true),
        new(TrustsIndentation: false, MismatchCloses: false),
    ];

    /// <summary>The document of a text; never throws. Linear time and space, at most five passes.</summary>
    public static ConfigDocument Parse(SourceText source)
    {
        IReadOnlyList<Token> tokens = TextFormatLexer.Tokenize(source.Content);
        Attempt plain = Run(source, tokens, new BracketStrategy(TrustsIndentation: false, MismatchCloses: true));
        Attempt best = plain.HasBracketFaults
            ? Explanations.Select(strategy => Run(source, tokens, strategy)).OrderBy(attempt => attempt.Corrections).First()
            : plain;

        Diagnostic[] inOrder = best.Diagnostics.OrderBy(item => item.Start.Line).ThenBy(item => item.Start.Column).ToArray();
        return new ConfigDocument(source, tokens, best.Root, inOrder);
    }

    private static Attempt Run(SourceText source, IReadOnlyList<Token> tokens, BracketStrategy strategy)
    {
        var diagnostics = new DiagnosticBag();
        var cursor = new TokenCursor(source, tokens, diagnostics);
        var messages = new OpenMessages(source, cursor, strategy, diagnostics);
        var fields = new FieldParser(source, cursor, messages, diagnostics).ParseFile();
        var root = new MessageSyntax(
            new Token(TokenKind.LeftBrace, new TextSpan(0, 0)),
            fields,
            new Token(TokenKind.RightBrace, new TextSpan(source.Content.Length, 0)));
        return new Attempt(root, diagnostics, messages.HasFaults, diagnostics.Count + messages.UnclosedAtEnd);
    }

    private sealed record Attempt(MessageSyntax Root, DiagnosticBag Diagnostics, bool HasBracketFaults, int Corrections);
}
