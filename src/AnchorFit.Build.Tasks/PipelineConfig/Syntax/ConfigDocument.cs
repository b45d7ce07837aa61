using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>A parsed file in protobuf text format: the source, every token of it, and the fields.</summary>
/// <param name="Source">The text that was parsed.</param>
/// <param name="Tokens">Every token, trivia included; put together they are the text.</param>
/// <param name="Root">The fields of the file.</param>
/// <param name="Diagnostics">Syntax faults; the tree holds what was understood.</param>
internal sealed record ConfigDocument(
    SourceText Source,
    IReadOnlyList<Token> Tokens,
    MessageSyntax Root,
    IReadOnlyList<Diagnostic> Diagnostics);
