using System.Collections.Generic;
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
    internal static readonly DiagnosticRule ResultReplacedRule = new("AFB9023", DiagnosticSeverity.Warning, "A result that was changed is written anew");
    internal static readonly DiagnosticRule ForeignResultRule = new("AFB9024", DiagnosticSeverity.Error, "The result would overwrite a file that no fit wrote");
    internal static readonly DiagnosticRule BuiltInExistsRule = new("AFB9025", DiagnosticSeverity.Error, "The built-in config would overwrite a file");
    internal static readonly DiagnosticRule NoBuiltInNamedRule = new("AFB9028", DiagnosticSeverity.Error, "No built-in config is named");
    internal static readonly DiagnosticRule NothingToShowRule = new("AFB9026", DiagnosticSeverity.Warning, "There is no result to show");
    internal static readonly DiagnosticRule ReportNotOpenedRule = new("AFB9027", DiagnosticSeverity.Warning, "The report can't be opened");
    internal static readonly DiagnosticRule OutputClashRule = new("AFB9029", DiagnosticSeverity.Warning, "Two files go to the output folder under one name");
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

    /// <param name="at">Where it first differs from what is written.</param>
    /// <param name="difference">What it said, and what a fit gives.</param>
    /// <param name="kept">Where its content is kept.</param>
    /// <param name="howToKeep">What to do about a change that is to stay.</param>
    public static Diagnostic ResultReplaced(string path, LinePosition at, string difference, string kept, string howToKeep) =>
        new(ResultReplacedRule, path, at,
            $"this result was not as a fit on this machine left it, and is written anew; it had: {difference}; that file is kept as {DisplayText.Clean(kept, 400)}; to keep a change, {howToKeep}");

    public static Diagnostic ForeignResult(string projectFile, string path) =>
        new(ForeignResultRule, projectFile, LinePosition.None,
            $"AnchorFitPipelineConfig {DisplayText.Quote(path)} is an existing file that no fit wrote, and the result would replace it: set another path; if it is the config to start from, name it in AnchorFitBaseConfig; if it is an old result, delete it");

    public static Diagnostic BuiltInExists(string path) =>
        new(BuiltInExistsRule, path, LinePosition.None, "the file exists and is left as it is: rename or delete it, then ask again");

    public static Diagnostic OutputClash(string projectFile, string path) =>
        new(OutputClashRule, projectFile, LinePosition.None,
            $"{DisplayText.Quote(path)} is copied to the output folder under the name of a result of the fit, and one replaces the other there: set its CopyToOutputDirectory to Never, or AnchorFitOutputSubfolder");

    /// <param name="names">The built-in configs.</param>
    public static Diagnostic NoBuiltInNamed(string projectFile, string path, IEnumerable<string> names) =>
        new(NoBuiltInNamedRule, projectFile, LinePosition.None,
            $"AnchorFitBaseConfig names the file {DisplayText.Quote(path)}: say which built-in config to write, as in -p:AnchorFitBaseConfig=builtin:NAME; there are: {string.Join(", ", names)}");

    public static Diagnostic NothingToShow(string projectFile) =>
        new(NothingToShowRule, projectFile, LinePosition.None, "nothing was fitted in this configuration yet, or the report is switched off: build the project, then ask again");

    public static Diagnostic ReportNotOpened(string path, string reason) =>
        new(ReportNotOpenedRule, path, LinePosition.None, $"no program opens the report: {DisplayText.Reason(reason)}; open this file in a browser");

    public static Diagnostic StaleReport(string path, string reason) =>
        new(StaleReportRule, path, LinePosition.None,
            $"AnchorFitReport is false, but the report of an earlier fit can't be deleted: {DisplayText.Reason(reason)}; delete it, as it tells of another result");
}
