using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>One fault at one place, in words a person can act on.</summary>
/// <param name="Rule">The kind of fault.</param>
/// <param name="Path">The file as the user named it; null when no file is concerned.</param>
/// <param name="Start">Where the fault begins; <see cref="LinePosition.None"/> for a file as a whole.</param>
/// <param name="End">Where it ends (exclusive); equal to <paramref name="Start"/> when not known.</param>
/// <param name="Message">One line: what is wrong, the offending value, what to do. No final stop needed to parse it.</param>
internal sealed record Diagnostic(
    DiagnosticRule Rule,
    string? Path,
    LinePosition Start,
    LinePosition End,
    string Message)
{
    public Diagnostic(DiagnosticRule rule, string? path, LinePosition at, string message)
        : this(rule, path, at, at, message)
    {
    }

    /// <summary>A fault at a range of a text; where that was changed since it was read, at the range's origin.</summary>
    public static Diagnostic At(DiagnosticRule rule, SourceText source, TextSpan span, string message)
    {
        FilePlace start = source.GetPlace(span.Start);
        FilePlace end = source.GetPlace(span.End);
        bool isOneRange = end.Path == start.Path && end.Position.Line >= start.Position.Line;
        return new Diagnostic(rule, start.Path, start.Position, isOneRange ? end.Position : start.Position, message);
    }

    public string Code => Rule.Code;

    public DiagnosticSeverity Severity { get; init; } = Rule.Severity;

    public bool IsError => Severity == DiagnosticSeverity.Error;

    /// <summary>How many faults this stands for: more than one where those of a kind are counted instead of told.</summary>
    public int FaultCount { get; init; } = 1;

    /// <summary>The form of compilers: <c>path(line,column): warning AFB2006: message</c>.</summary>
    public override string ToString()
    {
        string place = Start.Line == 0 ? string.Empty : $"({Start.Line},{Start.Column})";
        string severity = IsError ? "error" : "warning";
        return $"{Path}{place}: {severity} {Code}: {Message}";
    }
}

/// <summary>How grave a diagnostic is. An error leaves the previous output untouched.</summary>
internal enum DiagnosticSeverity
{
    Warning,
    Error,
}

/// <summary>One kind of fault: its code (<c>AFBnnnn</c>), how grave it is, and its heading in docs/diagnostics.md.</summary>
/// <param name="Code">1xxx settings, 2xxx annotations, 3xxx text-format syntax, 4xxx schema, 5xxx fitting, 9xxx build.</param>
/// <param name="Severity">The severity unless a policy or the build's own settings change it.</param>
/// <param name="Title">A short sentence without values; the page's heading for the code.</param>
internal sealed record DiagnosticRule(string Code, DiagnosticSeverity Severity, string Title)
{
    /// <summary>The fault costs one box: <c>AnchorFitInvalidBoxes</c> decides its severity.</summary>
    public bool ConcernsInvalidBox { get; init; }
}
