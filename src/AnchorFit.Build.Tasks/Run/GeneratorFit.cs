using System.Collections.Generic;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>What a fit makes of an anchor generator.</summary>
/// <param name="Figures">What is known of the anchors.</param>
/// <param name="Changes">What the config must say.</param>
/// <param name="AnchorsALocation">How many anchors a location has then, in the fullest layer of those that have the ratios.</param>
/// <param name="FinestLayerSwitchPath">The field by which the finest layer then has shapes of its own; null where it has none.</param>
internal sealed record GeneratorFit(
    AnchorFigures Figures,
    IReadOnlyList<WrittenField> Changes,
    int AnchorsALocation,
    string? FinestLayerSwitchPath);
