using AnchorFit.Diagnostics;

namespace AnchorFit.Run;

/// <summary><c>AnchorFitReport</c>: whether a fit writes anchorfit.html; it does unless told otherwise.</summary>
internal static class ReportSetting
{
    /// <summary>The setting; false, with an error, for a value that is refused.</summary>
    public static bool Parse(RawSettings raw, DiagnosticBag diagnostics) =>
        raw.Report.Trim().Length == 0 || SettingsParser.ParseSwitch(raw, "AnchorFitReport", raw.Report, diagnostics);
}
