using System.Collections.Generic;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>The value of a field.</summary>
/// <param name="Span">The value in the source.</param>
internal abstract record ValueSyntax(TextSpan Span);

/// <summary>A number, an enum name or a boolean, with the sign before it.</summary>
/// <param name="IsNegative">A minus stands before the literal; white space and comments may stand between.</param>
/// <param name="Literal">The literal without the sign, as written.</param>
/// <param name="IsIdentifier">The literal is a word (<c>true</c>, <c>RELU_6</c>, <c>inf</c>), not a number.</param>
/// <param name="Span">Sign and literal in the source.</param>
internal sealed record LiteralSyntax(bool IsNegative, string Literal, bool IsIdentifier, TextSpan Span) : ValueSyntax(Span)
{
    /// <summary>A minus or a plus stands before the literal.</summary>
    public bool HasSign => Span.Length > Literal.Length;
}

/// <summary>One or more adjacent quoted strings, which count as one.</summary>
/// <param name="Bytes">The bytes that the escapes stand for; UTF-8 where the source has text.</param>
/// <param name="Span">From the first opening quote to the last closing one.</param>
internal sealed record StringSyntax(byte[] Bytes, TextSpan Span) : ValueSyntax(Span);

/// <summary>A message in braces or angle brackets; also the file as a whole, whose brackets are empty.</summary>
/// <param name="Open">The opening bracket; an empty range at 0 for the file.</param>
/// <param name="Fields">The fields in the order of the source.</param>
/// <param name="Close">The closing bracket; an empty range where it is missing, and at the end for the file.</param>
internal sealed record MessageSyntax(Token Open, IReadOnlyList<FieldSyntax> Fields, Token Close)
    : ValueSyntax(TextSpan.FromBounds(Open.Span.Start, Close.Span.End));

/// <summary>A list in brackets: <c>[1, 2]</c> or <c>[{ … }, { … }]</c>.</summary>
/// <param name="Open">The opening bracket.</param>
/// <param name="Items">Literals, strings or messages; never lists.</param>
/// <param name="Close">The closing bracket; an empty range where it is missing.</param>
internal sealed record ListSyntax(Token Open, IReadOnlyList<ValueSyntax> Items, Token Close)
    : ValueSyntax(TextSpan.FromBounds(Open.Span.Start, Close.Span.End));
