namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>How a run of the parser explains brackets that don't fit together.</summary>
/// <param name="TrustsIndentation">A field or closing bracket that stands further left than its message may shows that the message ended before.</param>
/// <param name="MismatchCloses">A closing bracket of the wrong kind closes the innermost message; otherwise the nearest of its own kind.</param>
internal readonly record struct BracketStrategy(bool TrustsIndentation, bool MismatchCloses);
