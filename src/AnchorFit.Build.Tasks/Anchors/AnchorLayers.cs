using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Geometry;
using AnchorFit.Protos;

namespace AnchorFit.Anchors;

/// <summary>What one generator message draws on each feature map, the finest first.</summary>
internal abstract class AnchorLayers
{
    /// <summary>More maps, and more anchors a location, than any model has: what a broken config can ask for is bounded.</summary>
    protected const int Most = 1 << 14;

    /// <summary>How many anchors each map has at a location; as many entries as there are maps.</summary>
    public abstract IReadOnlyList<int> AnchorsALocation { get; }

    /// <summary>What a message draws; null where the API would draw nothing that can serve, with the reason for a message.</summary>
    public static AnchorLayers? Of(AnchorGenerator? generator, AnchorFrame frame, out string? whyNot)
    {
        whyNot = null;
        return generator?.AnchorGeneratorOneofCase switch
        {
            AnchorGenerator.AnchorGeneratorOneofOneofCase.SsdAnchorGenerator =>
                SsdLayers.Of(generator.SsdAnchorGenerator, frame, out whyNot),
            AnchorGenerator.AnchorGeneratorOneofOneofCase.MultiscaleAnchorGenerator =>
                MultiscaleLayers.Of(generator.MultiscaleAnchorGenerator, frame, out whyNot),
            AnchorGenerator.AnchorGeneratorOneofOneofCase.GridAnchorGenerator =>
                GridLayer.Of(generator.GridAnchorGenerator, frame, out whyNot),
            AnchorGenerator.AnchorGeneratorOneofOneofCase.FlexibleGridAnchorGenerator =>
                FlexibleGridLayers.Of(generator.FlexibleGridAnchorGenerator, frame, out whyNot),
            _ => Nothing("the model has no anchor generator", out whyNot),
        };
    }

    /// <summary>The anchors of one map.</summary>
    public abstract AnchorGrid Draw(int layer, FeatureMapSize map, ImageSize input);

    /// <summary>How many pixels the generator itself puts between rows and columns; null where it leaves that to the map.</summary>
    public abstract (double Row, double Column)? StrideOf(int layer);

    /// <summary>Maps whose cells are as far apart as the anchors; null where the generator doesn't say how far that is.</summary>
    public FeatureMapRule? StatedMaps() =>
        Enumerable.Range(0, AnchorsALocation.Count).Any(layer => StrideOf(layer) is null)
            ? null
            : new FeatureMapRule(AnchorsALocation.Count, (layer, input) =>
            {
                (double row, double column) = StrideOf(layer)!.Value;
                return new FeatureMapSize(Cells(input.Height, row), Cells(input.Width, column));
            });

    /// <summary>A shape as the API makes it from a scale and a ratio of width to height.</summary>
    protected static BoxSize Shape(double scale, double aspectRatio, double baseWidth, double baseHeight)
    {
        double root = Math.Sqrt(aspectRatio);
        return new BoxSize(scale * root * baseWidth, scale / root * baseHeight);
    }

    /// <summary>There are shapes, and each has an area.</summary>
    protected static bool Serve(IReadOnlyCollection<BoxSize> shapes) =>
        shapes.Count > 0 && shapes.All(s => s.Width > 0 && s.Height > 0 && s.Width < float.MaxValue && s.Height < float.MaxValue);

    /// <summary>No layers, and why.</summary>
    protected static AnchorLayers? Nothing(string reason, out string? whyNot)
    {
        whyNot = reason;
        return null;
    }

    /// <summary>SSD compares fractions of the input, Faster R-CNN pixels; a generator must be told the same.</summary>
    protected static string CoordinatesFault(string field, AnchorFrame frame) => frame.PassesSides
        ? $"its {field} has normalize_coordinates: false, which leaves anchors in pixels where an SSD model has fractions"
        : $"its {field} needs normalize_coordinates: false in Faster R-CNN, which works in pixels";

    private static int Cells(int side, double stride) => (int)Math.Max(1, Math.Ceiling(side / stride));
}
