using System.Collections.Generic;
using AnchorFit.Fitting;

namespace AnchorFit.Reporting;

/// <summary>What is known of fitted anchors.</summary>
/// <param name="AspectRatios">The aspect ratios as written: width / height, ascending.</param>
/// <param name="Objective">What they were fitted to.</param>
/// <param name="Quality">How well they serve the boxes.</param>
internal sealed record AnchorFigures(IReadOnlyList<float> AspectRatios, FitObjective Objective, FitQuality Quality);
