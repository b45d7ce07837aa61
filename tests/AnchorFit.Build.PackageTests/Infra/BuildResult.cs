using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Logging.StructuredLogger;

namespace AnchorFit.PackageTests.Infra;

/// <summary>What a dotnet command did, read from its binary log.</summary>
internal sealed class BuildResult(int exitCode, string output, string binlog, string folder)
{
    private Build? _build;

    public int ExitCode => exitCode;

    /// <summary>What the person saw.</summary>
    public string Output => output;

    public Build Log => _build ??= BinaryLog.ReadBuild(binlog);

    /// <summary>How often the fit ran.</summary>
    public int Fits => TaskRuns("FitAnchors");

    /// <summary>MSBuild skipped the fit because its outputs are up to date.</summary>
    public bool FitWasSkipped => Log.FindChildrenRecursive<Target>(t => t.Name == "_AnchorFitCore").Any(t => t.Skipped) && Fits == 0;

    /// <summary>The fit looked and found that what changed says the same as before.</summary>
    public bool FoundNothingToFit => Log.FindChildrenRecursive<Message>()
        .Any(m => m.Text.StartsWith("AnchorFit: no fit after all", StringComparison.Ordinal)) && Fits == 1;

    /// <summary>Their files from the project's folder, with forward slashes.</summary>
    public IReadOnlyList<Warning> Warnings => Log.FindChildrenRecursive<Warning>().Select(Relative).ToList();

    public IReadOnlyList<Error> Errors => Log.FindChildrenRecursive<Error>().Select(Relative).ToList();

    /// <summary>The first line a person reads after a fit: the project, the config, and the headline in parentheses.</summary>
    public string SummaryLine => Log.FindChildrenRecursive<Message>().Select(m => m.Text).Single(t => t.Contains(" (AnchorFit: ", StringComparison.Ordinal));

    /// <summary>What that line says of the fit, from <c>AnchorFit:</c> on.</summary>
    public string Headline => SummaryLine[(SummaryLine.IndexOf(" (AnchorFit: ", StringComparison.Ordinal) + 2)..^1];

    /// <summary>The last ones: what the drawn anchors come to.</summary>
    public string[] ClosingLines =>
        [.. Lines.Where(t => t.StartsWith("AnchorFit: Training: drawn anchors: ", StringComparison.Ordinal) || t.StartsWith("AnchorFit: Training: recall at ", StringComparison.Ordinal))];

    private IEnumerable<string> Lines => Log.FindChildrenRecursive<Message>().Select(m => m.Text).Where(t => t.StartsWith("AnchorFit: ", StringComparison.Ordinal));

    /// <summary>Why the fit ran, as told at Low importance.</summary>
    public IReadOnlyList<string> Reasons => Log.FindChildrenRecursive<Message>().Select(m => m.Text)
        .Where(t => t.StartsWith("AnchorFit: fitting because of: ", StringComparison.Ordinal))
        .Select(t => t["AnchorFit: fitting because of: ".Length..]).ToList();

    private T Relative<T>(T diagnostic)
        where T : AbstractDiagnostic
    {
        string prefix = folder.Replace('\\', '/') + "/";
        string? file = diagnostic.File?.Replace('\\', '/');
        diagnostic.File = file is not null && file.StartsWith(prefix, StringComparison.Ordinal) ? file[prefix.Length..] : file;
        return diagnostic;
    }

    public int TaskRuns(string name) => Log.FindChildrenRecursive<Task>(t => t.Name == name).Count;
}
