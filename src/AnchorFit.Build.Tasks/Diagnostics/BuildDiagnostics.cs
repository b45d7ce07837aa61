using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>AFB9xxx: the build around the fit.</summary>
internal static class BuildDiagnostics
{
    internal static readonly DiagnosticRule DiskFailureRule = new("AFB9001", DiagnosticSeverity.Error, "A file of the build can't be read or written");
    internal static readonly DiagnosticRule NotUpToDateRule = new("AFB9002", DiagnosticSeverity.Error, "The fitted config is not up to date");
    internal static readonly DiagnosticRule OutputNotWrittenRule = new("AFB9003", DiagnosticSeverity.Error, "An output can't be written");

    public static Diagnostic DiskFailure(string projectFile, string reason) =>
        new(DiskFailureRule, projectFile, LinePosition.None, $"AnchorFit can't go on: {DisplayText.Reason(reason)}");

    public static Diagnostic NotUpToDate(string projectFile, string reason) =>
        new(NotUpToDateRule, projectFile, LinePosition.None, $"the fitted pipeline.config is not up to date ({reason}): build without -question");

    public static Diagnostic OutputNotWritten(string path, string reason) =>
        new(OutputNotWrittenRule, path, LinePosition.None, $"can't write the file: {DisplayText.Reason(reason)}; free it, make it writable, or set another AnchorFitPipelineConfig");
}
