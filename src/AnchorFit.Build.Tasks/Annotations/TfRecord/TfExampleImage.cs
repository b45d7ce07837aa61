using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AnchorFit.Geometry;
using static AnchorFit.Annotations.TfRecord.TfExampleKey;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>The image that a record is of: its size and its name as features say them; the image itself is never read.</summary>
internal static class TfExampleImage
{
    /// <summary>Null where <c>image/width</c> or <c>image/height</c> is not one usable number.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static ImageSize? FindSize(TfExample example)
    {
        TfFeature width = example[Width];
        TfFeature height = example[Height];
        return IsSide(width) && IsSide(height) ? new ImageSize((int)width.Integer(0), (int)height.Integer(0)) : null;
    }

    /// <summary>What is wrong with the size, as a clause: "'image/width' is 0".</summary>
    /// <param name="place">The record, if it shall be named.</param>
    public static string SizeFault(TfExample example, TfRecordPlace? place)
    {
        TfExampleKey key = IsSide(example[Width]) ? Height : Width;
        TfFeature side = example[key];
        string fault = side.Count == 0 ? "is missing"
            : side.Kind != TfFeatureKind.Int64List ? "is not an int64_list"
            : side.Count > 1 ? "has more than one value"
            : "is " + side.Integer(0).ToString(CultureInfo.InvariantCulture);
        return $"'{TfExample.NameOf(key)}'{(place is null ? string.Empty : $" of {place}")} {fault}";
    }

    /// <summary>The name of the image's file, else the image's name in the set it comes from; empty when there is neither.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static string NameOf(TfExample example) =>
        TextOf(example[FileName]) is { Length: > 0 } name ? name : TextOf(example[SourceId]);

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static bool IsSide(TfFeature feature) =>
        feature.Kind == TfFeatureKind.Int64List && feature.Count == 1 && feature.Integer(0) is > 0 and <= (long)PixelNumber.Limit;

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static string TextOf(TfFeature feature)
    {
        if (feature.Kind != TfFeatureKind.BytesList || feature.Count != 1)
        {
            return string.Empty;
        }

#if NET
        return Encoding.UTF8.GetString(feature.Bytes(0));
#else
        return Encoding.UTF8.GetString(feature.Bytes(0).ToArray());
#endif
    }
}
