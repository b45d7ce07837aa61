using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using AnchorFit.Diagnostics;
using AnchorFit.Run;
using AnchorFit.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AnchorFit.Hosting;

/// <summary>
/// Logs diagnostics to MSBuild, with code, place and help link. After 20 of a code, or 200 warnings or errors in all, only
/// their number is told: a data set with a systematic fault must not bury the rest of the build's output. Names of
/// files and texts from them are logged without what would be more than text to a terminal or a CI service.
/// </summary>
internal sealed class DiagnosticLogger
{
    private const int ShownPerCode = 20;
    private const int ShownOfAll = 200;

    private readonly TaskLoggingHelper _log;
    private readonly IBuildEngine _engine;
    private readonly string _projectFile;
    private readonly ProjectPaths _paths;
    private readonly string? _helpPage = FindHelpPage();

    /// <param name="task">The task that logs.</param>
    /// <param name="projectFile">The place of what concerns no file, absolute; MSBuild would name the package's own targets.</param>
    public DiagnosticLogger(Task task, string projectFile)
    {
        _log = task.Log;
        _engine = task.BuildEngine;
        _projectFile = projectFile;
        _paths = new ProjectPaths(Path.GetDirectoryName(projectFile)!);
    }

    public void Log(IReadOnlyList<Diagnostic> diagnostics)
    {
        var counts = new Dictionary<(string Code, bool IsError), int>();
        int[] told = [0, 0];
        var hiddenFaults = new Dictionary<(string Code, bool IsError), long>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            (string, bool) key = (diagnostic.Code, diagnostic.IsError);
            counts.TryGetValue(key, out int seen);
            counts[key] = seen + 1;
            if (seen < ShownPerCode && told[diagnostic.IsError ? 1 : 0]++ < ShownOfAll)
            {
                Log(diagnostic);
            }
            else
            {
                hiddenFaults.TryGetValue(key, out long hidden);
                hiddenFaults[key] = hidden + diagnostic.FaultCount;
            }
        }

        foreach (Diagnostic last in FirstOfEachHidden(diagnostics, hiddenFaults))
        {
            string hidden = hiddenFaults[(last.Code, last.IsError)].ToString(CultureInfo.InvariantCulture);
            string kind = last.IsError || IsPromoted(last.Code) ? "errors" : "warnings";
            Log(new Diagnostic(last.Rule, null, default, $"... and {hidden} more {kind} {last.Code} ({last.Rule.Title})")
            {
                Severity = last.Severity,
            });
        }
    }

    /// <summary>Logs a line that may hold names of files or of classes.</summary>
    public void Tell(MessageImportance importance, string line) => _log.LogMessage(importance, "{0}", DisplayText.Line(line));

    private static IEnumerable<Diagnostic> FirstOfEachHidden(
        IReadOnlyList<Diagnostic> diagnostics, Dictionary<(string Code, bool IsError), long> hiddenFaults)
    {
        var told = new HashSet<(string, bool)>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            (string, bool) key = (diagnostic.Code, diagnostic.IsError);
            if (hiddenFaults.ContainsKey(key) && told.Add(key))
            {
                yield return diagnostic;
            }
        }
    }

    private void Log(Diagnostic diagnostic)
    {
        string? helpLink = _helpPage is null ? null : _helpPage + "#" + diagnostic.Code.ToLowerInvariant();
        string file = diagnostic.Path is { } path ? DisplayText.Line(Absolute(path)) : _projectFile;
        string message = DisplayText.Line(diagnostic.Message);
        LinePosition end = diagnostic.End == diagnostic.Start ? LinePosition.None : diagnostic.End;
        if (diagnostic.IsError || IsPromoted(diagnostic.Code))
        {
            _log.LogError(
                null, diagnostic.Code, diagnostic.Code, helpLink, file,
                diagnostic.Start.Line, diagnostic.Start.Column, end.Line, end.Column, message);
        }
        else
        {
            _log.LogWarning(
                null, diagnostic.Code, diagnostic.Code, helpLink, file,
                diagnostic.Start.Line, diagnostic.Start.Column, end.Line, end.Column, message);
        }
    }

    // Compilers name files so, and editors' problem matchers want it: a solution's folder isn't the project's.
    private string Absolute(string path)
    {
        try
        {
            return path.StartsWith(BaseConfigName.Prefix, StringComparison.Ordinal) ? path : _paths.Absolute(path);
        }
        catch (NotSupportedException)
        {
            return path;
        }
    }

    // Known here, not only when it is printed: what the build calls an error must not count as a finished fit.
    private bool IsPromoted(string code) => _engine is IBuildEngine8 engine && engine.ShouldTreatWarningAsError(code);

    // The package carries docs/diagnostics.md two folders above the task's own.
    private static string? FindHelpPage()
    {
        string? tasks = Path.GetDirectoryName(typeof(DiagnosticLogger).Assembly.Location);
        string? package = Path.GetDirectoryName(Path.GetDirectoryName(tasks));
        string page = Path.Combine(package ?? string.Empty, "docs", "diagnostics.md");
        return package is not null && File.Exists(page) ? new Uri(page).AbsoluteUri : null;
    }
}
