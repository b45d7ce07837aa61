using System;
using System.Globalization;
using AnchorFit.Diagnostics;

namespace AnchorFit.Run;

/// <summary>Reads <c>AnchorFitAspectRatioCount</c> and, for <c>auto</c>, <c>AnchorFitTargetIoU</c>.</summary>
internal static class AspectRatioCountParser
{
    private const int MaxCount = 100;
    private const double DefaultTarget = 90;

    /// <summary>
    /// The number of ratios, and for <c>auto</c> the mean IoU to reach, 0 to 1, and whether somebody gave it; defaults stand
    /// in for values that were refused.
    /// </summary>
    public static (int Count, double? TargetIoU, bool IsTargetGiven) Parse(RawSettings raw, DiagnosticBag diagnostics)
    {
        int count = new FitSettings().AspectRatioCount;
        string text = raw.AspectRatioCount.Trim();
        if (string.Equals(text, "auto", StringComparison.OrdinalIgnoreCase))
        {
            return (count, (ParseTarget(raw, diagnostics) ?? DefaultTarget) / 100, raw.TargetIoU.Trim().Length > 0);
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= MaxCount)
        {
            count = number;
        }
        else if (text.Length > 0)
        {
            diagnostics.Add(SettingDiagnostics.InvalidValue(
                raw.ProjectFile, "AnchorFitAspectRatioCount", text, FormattableString.Invariant($"auto, or a whole number from 1 to {MaxCount}")));
            return (count, null, false);
        }

        if (raw.TargetIoU.Trim().Length > 0 && ParseTarget(raw, diagnostics) is not null)
        {
            diagnostics.Add(RatioCountDiagnostics.TargetWithoutAuto(raw.ProjectFile, count));
        }

        return (count, null, false);
    }

    /// <summary>In percent; null for a value that was refused.</summary>
    private static double? ParseTarget(RawSettings raw, DiagnosticBag diagnostics)
    {
        string text = raw.TargetIoU.Trim();
        if (text.Length == 0)
        {
            return DefaultTarget;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) && percent is >= 1 and <= 100)
        {
            return percent;
        }

        diagnostics.Add(SettingDiagnostics.InvalidValue(raw.ProjectFile, "AnchorFitTargetIoU", text, "a percentage from 1 to 100, such as 90 or 92.5"));
        return null;
    }
}
