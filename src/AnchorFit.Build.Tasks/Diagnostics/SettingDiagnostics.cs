using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>What can be wrong with the values that a project sets: AFB1xxx.</summary>
internal static class SettingDiagnostics
{
    internal static readonly DiagnosticRule InvalidAspectRatioCountRule =
        new("AFB1001", DiagnosticSeverity.Error, "AnchorFitAspectRatioCount is not a number from 1");

    /// <summary>The value is no whole number, or below 1.</summary>
    public static Diagnostic InvalidAspectRatioCount(string value) =>
        new(
            InvalidAspectRatioCountRule,
            null,
            LinePosition.None,
            $"AnchorFitAspectRatioCount is {DisplayText.Quote(value)}, but must be a whole number from 1 (2 or 3 for speed, 5 or 6 for accuracy; 4 when left out)");
}
