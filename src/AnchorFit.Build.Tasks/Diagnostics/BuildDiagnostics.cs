using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>AFB9xxx: the build around the fit.</summary>
internal static class BuildDiagnostics
{
    internal static readonly DiagnosticRule DiskFailureRule = new("AFB9001", DiagnosticSeverity.Error, "A file of the build can't be read or written");
    internal static readonly DiagnosticRule NotUpToDateRule = new("AFB9002", DiagnosticSeverity.Error, "The fitted config is not up to date");
    internal static readonly DiagnosticRule OutputNotWrittenRule = new("AFB9003", DiagnosticSeverity.Error, "An output can't be written");
    internal static readonly DiagnosticRule VerifyWithoutPathRule = new("AFB9020", DiagnosticSeverity.Error, "There is no committed config to verify");
    internal static readonly DiagnosticRule CommittedConfigUnreadableRule = new("AFB9021", DiagnosticSeverity.Error, "A committed file can't be read");
    internal static readonly DiagnosticRule CommittedConfigStaleRule = new("AFB9022", DiagnosticSeverity.Error, "A committed file is not what a fit gives");
    internal static readonly DiagnosticRule StaleReportRule = new("AFB9060", DiagnosticSeverity.Warning, "The report of an earlier fit can't be deleted");

    public static Diagnostic DiskFailure(string projectFile, string reason) =>
        new(DiskFailureRule, projectFile, LinePosition.None, $"AnchorFit can't go on: {DisplayText.Reason(reason)}");

    public static Diagnostic NotUpToDate(string projectFile, string reason) =>
        new(NotUpToDateRule, projectFile, LinePosition.None, $"the fitted pipeline.config is not up to date ({reason}): build without -question");

    public static Diagnostic OutputNotWritten(string path, string reason) =>
        new(OutputNotWrittenRule, path, LinePosition.None, $"can't write the file: {DisplayText.Reason(reason)}; free it, make it writable, or set another AnchorFitPipelineConfig");

    public static Diagnostic VerifyWithoutPath(string projectFile) =>
        new(VerifyWithoutPathRule, projectFile, LinePosition.None,
            "AnchorFitVerify compares a committed file with a fit: set AnchorFitPipelineConfig to its path, such as pipeline.config");

    public static Diagnostic CommittedConfigUnreadable(string path, string reason, string updateCommand) =>
        new(CommittedConfigUnreadableRule, path, LinePosition.None,
            $"AnchorFitVerify can't compare the committed file: {DisplayText.Reason(reason)}; run {updateCommand} and commit the file, or correct AnchorFitPipelineConfig");

    public static Diagnostic CommittedConfigStale(string path, LinePosition at, string difference, string updateCommand) =>
        new(CommittedConfigStaleRule, path, at, $"the committed file is stale: {difference}; run {updateCommand} and commit the file");

    public static Diagnostic StaleReport(string path, string reason) =>
        new(StaleReportRule, path, LinePosition.None,
            $"AnchorFitReport is false, but the report of an earlier fit can't be deleted: {DisplayText.Reason(reason)}; delete it, as it tells of another result");
}
