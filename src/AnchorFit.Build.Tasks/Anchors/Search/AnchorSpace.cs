using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Protos;
using Kind = AnchorFit.Protos.AnchorGenerator.AnchorGeneratorOneofOneofCase;

namespace AnchorFit.Anchors.Search;

/// <summary>All that a search may write into a generator: one type for each kind (<c>object_detection/protos/anchor_generator.proto</c>).</summary>
internal abstract class AnchorSpace
{
    /// <summary>Whether the kind has a <c>reduce_boxes_in_lowest_layer</c>.</summary>
    public bool HasLowestLayer => OwnLowestLayer is not null;

    /// <summary>The base config's; null where the kind has none.</summary>
    protected virtual LowestLayer? OwnLowestLayer => null;

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
    protected abstract IReadOnlyList<Func<int, AnchorPlan>> Choices(SearchSettings settings, SearchStarts starts, int inputSide);

    /// <summary>
    /// The choices in families by what is free: with scales and without where they are, with either lowest layer where that
    /// is, the base config's own first. What is searched in one doesn't depend on the others, so that more freedom never
    /// serves worse.
    /// </summary>
    public IEnumerable<Family> Families(SearchSettings settings, SearchStarts starts, int inputSide)
    {
        bool isAuto = settings.LowestLayer == LowestLayer.Auto;
        LowestLayer own = isAuto && OwnLowestLayer is { } its ? its : settings.LowestLayer;
        LowestLayer other = own == LowestLayer.Reduced ? LowestLayer.Full : LowestLayer.Reduced;
        LowestLayer[] layers = isAuto && HasLowestLayer ? [own, other] : [own];
        bool[] scales = settings.Scales ? [false, true] : [false];
        return from layer in layers
               from isFree in scales
               select new Family(Choices(settings with { LowestLayer = layer, Scales = isFree }, starts, inputSide), IsFurther: layer != own);
    }

    /// <summary>The base config's generator with what the settings demand of it, whatever it scores.</summary>
    public abstract AnchorGenerator Demanded(SearchSettings settings);

    /// <summary>Choices with the same numbers free.</summary>
    /// <param name="Choices">The plans, by their number of ratios.</param>
    /// <param name="IsFurther">They have another lowest layer than the base config.</param>
    internal sealed record Family(IReadOnlyList<Func<int, AnchorPlan>> Choices, bool IsFurther);
}
