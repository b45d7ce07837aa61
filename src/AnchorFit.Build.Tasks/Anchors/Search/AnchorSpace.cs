using System;
using System.Collections.Generic;
using AnchorFit.Protos;
using Kind = AnchorFit.Protos.AnchorGenerator.AnchorGeneratorOneofOneofCase;

namespace AnchorFit.Anchors.Search;

/// <summary>All that a search may write into a generator: one type for each kind (<c>object_detection/protos/anchor_generator.proto</c>).</summary>
internal abstract class AnchorSpace
{
    /// <summary>Whether the kind has a <c>reduce_boxes_in_lowest_layer</c>.</summary>
    public virtual bool HasLowestLayer => false;

    /// <summary>Whether the base config has aspect ratios, so that there is something to keep.</summary>
    public abstract bool HasRatios { get; }

    /// <summary>The space around a config's generator.</summary>
    /// <param name="generator">One that draws anchors.</param>
    /// <exception cref="ArgumentException">The message has no generator.</exception>
    public static AnchorSpace Of(AnchorGenerator generator) => generator.AnchorGeneratorOneofCase switch
    {
        Kind.SsdAnchorGenerator => new SsdSpace(generator.SsdAnchorGenerator),
        Kind.MultiscaleAnchorGenerator => new MultiscaleSpace(generator.MultiscaleAnchorGenerator),
        Kind.GridAnchorGenerator => new GridSpace(generator.GridAnchorGenerator),
        Kind.FlexibleGridAnchorGenerator => new FlexibleGridSpace(generator.FlexibleGridAnchorGenerator),
        _ => throw new ArgumentException("There is no generator to search around.", nameof(generator)),
    };

    /// <summary>
    /// What can be counted and may be chosen, apart from the number of ratios; for each choice, the plan that has as many
    /// ratios as the argument says.
    /// </summary>
    /// <param name="settings">What may be chosen. Without a bound on the anchors nothing adds any but the ratios asked for.</param>
    /// <param name="starts">Where the boxes say that a search should begin.</param>
    /// <param name="inputSide">The shorter side of the network's most frequent input, in pixels.</param>
    public abstract IReadOnlyList<Func<int, AnchorPlan>> Choices(SearchSettings settings, SearchStarts starts, int inputSide);

    /// <summary>The base config's generator with what the settings demand of it, whatever it scores.</summary>
    public abstract AnchorGenerator Demanded(SearchSettings settings);
}
