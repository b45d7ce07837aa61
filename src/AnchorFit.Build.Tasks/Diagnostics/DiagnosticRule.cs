namespace AnchorFit.Diagnostics;

/// <summary>One kind of fault: its code (<c>AFBnnnn</c>), how grave it is, and its heading in docs/diagnostics.md.</summary>
/// <param name="Code">1xxx settings, 2xxx annotations, 3xxx text-format syntax, 4xxx schema, 5xxx fitting, 9xxx build.</param>
/// <param name="Severity">The severity unless a policy or the build's own settings change it.</param>
/// <param name="Title">A short sentence without values; the page's heading for the code.</param>
internal sealed record DiagnosticRule(string Code, DiagnosticSeverity Severity, string Title)
{
    /// <summary>The fault costs one box: <c>AnchorFitInvalidBoxes</c> decides its severity.</summary>
    public bool ConcernsInvalidBox { get; init; }
}
