using System;
using System.Collections.Generic;
using System.Globalization;
using AnchorFit.Text;
using static AnchorFit.Diagnostics.DiagnosticSeverity;

namespace AnchorFit.Diagnostics;

/// <summary>AFB504x: what a fit does that training may suffer from. They name the project's file.</summary>
internal static class DrawnRegressionDiagnostics
{
    internal static readonly DiagnosticRule ServedWorseRule = new("AFB5040", Warning, "The fitted aspect ratios serve some boxes worse than the base config's");
    internal static readonly DiagnosticRule CheckpointRule = new("AFB5041", Warning, "The box predictor no longer fits the checkpoint");

    /// <param name="groups">The groups that fell most, with their figures.</param>
    /// <param name="more">How many more fell.</param>
    /// <param name="cures">What would be better; one at least.</param>
    public static Diagnostic ServedWorse(string projectFile, IReadOnlyList<string> groups, int more, IReadOnlyList<string> cures)
    {
        string others = more > 0 ? $"; and {more.ToString(CultureInfo.InvariantCulture)} more in anchorfit.json" : string.Empty;
        return At(ServedWorseRule, projectFile, $"the fitted aspect ratios serve some boxes worse than the base config's anchors: {string.Join("; ", groups)}{others}. Better: {string.Join(", or ", cures)}");
    }

    /// <param name="before">How many anchors the base config has at a location.</param>
    /// <param name="after">How many the result has.</param>
    public static Diagnostic Checkpoint(string projectFile, int before, int after) =>
        At(CheckpointRule, projectFile, FormattableString.Invariant($"the result has {after} anchors a location and the base config {before}: training loads the box predictor of train_config.fine_tune_checkpoint, too, and its shapes no longer fit; set AnchorFitAspectRatioCount to the base config's number, or take over the feature extractor alone (fine_tune_checkpoint_type: \"detection\" without load_all_detection_checkpoint_vars)"));

    private static Diagnostic At(DiagnosticRule rule, string projectFile, string message) => new(rule, projectFile, LinePosition.None, message);
}
