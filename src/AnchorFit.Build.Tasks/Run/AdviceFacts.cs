using System;
using System.Collections.Generic;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>What advice about fitted anchors follows from. Of what isn't known nothing follows.</summary>
internal sealed record AdviceFacts
{
    /// <summary>The anchors that were fitted, with the curve where it is known.</summary>
    public required AnchorFigures Anchors { get; init; }

    /// <summary>In the result, the field by which the finest layer has shapes of its own; null where it has the fitted ratios.</summary>
    public string? FinestLayerSwitchPath { get; init; }

    /// <summary>The share of boxes, 0 to 1, whose best drawn anchor is one of the finest layer; null where nothing is drawn.</summary>
    public double? FinestLayerShare { get; init; }

    /// <summary>How the boxes' sizes compare with the smallest anchor; null where nothing is drawn.</summary>
    public SmallBoxes? SmallBoxes { get; init; }

    /// <summary>How many anchors the base config draws at a location.</summary>
    public required int AnchorsALocationBefore { get; init; }

    /// <summary>How many the result draws.</summary>
    public required int AnchorsALocationAfter { get; init; }

    /// <summary>The mean IoU of shapes, 0 to 1, that as many ratios have at most; null where that isn't known.</summary>
    public double? GreatestMeanIoU { get; init; }

    /// <summary>How the result is drawn; null where that isn't known.</summary>
    public DrawnFigures? Drawn { get; init; }

    /// <summary>What training takes over of a checkpoint.</summary>
    public CheckpointUse Checkpoint { get; init; }

    /// <summary>A few places, as <c>file(line)</c>, of boxes that the aspect ratio of a given index serves best; asked only where an advice names them.</summary>
    public Func<int, IReadOnlyList<string>> FindServed { get; init; } = _ => [];
}
