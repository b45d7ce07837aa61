using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace AnchorFit.Reporting;

/// <summary>What the log says of the number of aspect ratios.</summary>
internal static class FitCurveMessages
{
    /// <summary>With <c>auto</c> which number was chosen and why; nothing where it was given.</summary>
    public static IEnumerable<string> Details(FitCurve? curve)
    {
        if (curve is { IsChosenByDrawnAnchors: true })
        {
            yield return ByDrawnAnchors(curve);
        }

        if (curve is not { TargetIoU: { } target })
        {
            yield break;
        }

        int chosen = curve.ChosenCount;
        string verdict = curve.Find(chosen) is { } point && ReachesTarget(curve, point)
            ? $"{Text(chosen)} reaches {Percent(target, "0.##")} %"
            : $"{Text(chosen)} taken, as none reaches {Percent(target, "0.##")} %";
        IEnumerable<string> neighbours = curve.Points.Where(p => Math.Abs(p.Count - chosen) <= 1)
            .Select(p => $"{Text(p.Count)}: {Percent(p.MeanIoU, "0.00")} %");
        yield return $"k: {verdict} (k = {string.Join(", ", neighbours)})";
    }

    private static string ByDrawnAnchors(FitCurve curve)
    {
        IEnumerable<string> all = curve.Points.Select(point => $"{Text(point.Count)}: {Percent(point.DrawnMeanIoU!.Value, "0.00")} %{(point.Drawn is { Fallen.Count: > 0 } ? " (some worse)" : string.Empty)}");
        return $"k: {Text(curve.ChosenCount)}, by the anchors that each number draws (mean best IoU, k = {string.Join(", ", all)})";
    }

    // The last point is taken where no point reaches the target.
    private static bool ReachesTarget(FitCurve curve, CurvePoint point) =>
        point.Count < curve.Points.Count || point.MeanIoU >= curve.TargetIoU - 1e-7;

    private static string Percent(double share, string format) => (100 * share).ToString(format, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
