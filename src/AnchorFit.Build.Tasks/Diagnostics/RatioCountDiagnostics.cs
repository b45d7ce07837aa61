using System.Globalization;
using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>What <c>AnchorFitAspectRatioCount=auto</c> and its target lead to. They name the project's file.</summary>
internal static class RatioCountDiagnostics
{
    internal static readonly DiagnosticRule TargetWithoutAutoRule =
        new("AFB1065", DiagnosticSeverity.Warning, "AnchorFitTargetIoU has no effect");

    internal static readonly DiagnosticRule TargetNotReachedRule =
        new("AFB5035", DiagnosticSeverity.Warning, "No number of aspect ratios reaches the target");

    /// <summary>A target is given, and a number of ratios, which leaves nothing to choose.</summary>
    public static Diagnostic TargetWithoutAuto(string projectFile, int aspectRatioCount) =>
        new(TargetWithoutAutoRule, projectFile, LinePosition.None,
            $"AnchorFitTargetIoU has no effect, as AnchorFitAspectRatioCount is {Text(aspectRatioCount)}: set that to auto, or remove the target");

    /// <param name="projectFile">The project's file.</param>
    /// <param name="target">The mean IoU that is asked for, 0 to 1.</param>
    /// <param name="most">The largest number of ratios that was tried, which is written.</param>
    /// <param name="reached">The mean IoU of these, 0 to 1.</param>
    public static Diagnostic TargetNotReached(string projectFile, double target, int most, double reached)
    {
        // Two decimals, unless they hide what is missing.
        string percent = Percent(reached, "0.00");
        percent = percent == Percent(target, "0.00") ? Percent(reached, "0.######") : percent;
        return new Diagnostic(
            TargetNotReachedRule,
            projectFile,
            LinePosition.None,
            $"no number of aspect ratios from 1 to {Text(most)} has an average IoU of {Percent(target, "0.######")} %: {Text(most)} of them have {percent} % and are taken; lower AnchorFitTargetIoU, or set AnchorFitAspectRatioCount to a number");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share, string format) => (100 * share).ToString(format, CultureInfo.InvariantCulture);
}
