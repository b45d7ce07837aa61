using System.Globalization;
using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>What can keep boxes from being fitted: AFB5xxx.</summary>
internal static class FittingDiagnostics
{
    internal static readonly DiagnosticRule NoUsableBoxesRule =
        new("AFB5001", DiagnosticSeverity.Error, "There are no boxes to fit");

    internal static readonly DiagnosticRule TooFewDistinctRatiosRule =
        new("AFB5002", DiagnosticSeverity.Error, "More aspect ratios are asked for than the boxes have");

    internal static readonly DiagnosticRule UnusableAspectRatioRule =
        new("AFB5003", DiagnosticSeverity.Warning, "A box is too thin to be fitted") { ConcernsInvalidBox = true };

    /// <summary>Every file was read, and not one box is left.</summary>
    /// <param name="fileCount">How many annotation files there were.</param>
    /// <param name="skippedBoxCount">How many boxes were left out, as invalid or by the settings.</param>
    public static Diagnostic NoUsableBoxes(int fileCount, long skippedBoxCount)
    {
        string files = Count(fileCount, "annotation file");
        string cause = skippedBoxCount == 0
            ? "no object with a box was found; check that AnchorAnnotations names the files that hold the labels"
            : Count(skippedBoxCount, "box", "boxes") + " skipped; see the warnings for the reasons, and the settings that leave boxes out";
        return new Diagnostic(
            NoUsableBoxesRule,
            null,
            LinePosition.None,
            $"no usable boxes in {files}, so there is nothing to fit: {cause}");
    }

    /// <summary>k is above the number of distinct aspect ratios of the boxes.</summary>
    public static Diagnostic TooFewDistinctRatios(int aspectRatioCount, int distinctRatioCount)
    {
        string asked = aspectRatioCount.ToString(CultureInfo.InvariantCulture);
        string distinct = Count(distinctRatioCount, "distinct aspect ratio");
        string most = distinctRatioCount.ToString(CultureInfo.InvariantCulture);
        return new Diagnostic(
            TooFewDistinctRatiosRule,
            null,
            LinePosition.None,
            $"AnchorFitAspectRatioCount is {asked}, but the boxes have only {distinct} after rescaling: set it to {most} or less, or add annotations");
    }

    /// <summary>A box has so extreme a ratio that no fit can hold it; it is left out.</summary>
    public static Diagnostic UnusableAspectRatio(string path, LinePosition at, double width, double height)
    {
        string size = DoubleText.Shortest(width) + " by " + DoubleText.Shortest(height);
        return new Diagnostic(
            UnusableAspectRatioRule,
            path,
            at,
            $"the box is {size} pixels after rescaling, too thin to be fitted (aspect ratios from 1e-30 to 1e30): correct or remove it");
    }

    private static string Count(long count, string one, string? many = null) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many ?? one + "s");
}
