namespace AnchorFit.Diagnostics;

/// <summary>How grave a diagnostic is. An error leaves the previous output untouched.</summary>
internal enum DiagnosticSeverity
{
    Warning,
    Error,
}
