using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Diagnostics;
using static AnchorFit.Annotations.TfRecord.TfExampleKey;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>Whether the lists of a record fit each other; if not, nobody knows which values make a box.</summary>
internal static class TfExampleLists
{
    /// <summary>Larger values are no fractions of an image, however far a box exceeds it.</summary>
    private const float LargestFraction = 2;

    private static readonly TfExampleKey[] EdgeKeys = [XMin, YMin, XMax, YMax];
    private static readonly TfExampleKey[] FlagKeys = [Difficult, IsCrowd, GroupOf];

    /// <summary>How many boxes the record has: the length of its longest list of edges.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static int CountOf(TfExample example)
    {
        int count = 0;
        foreach (TfExampleKey key in EdgeKeys)
        {
            count = example[key].Count > count ? example[key].Count : count;
        }

        return count;
    }

    /// <summary>The record has a feature for edges, with or without values.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static bool HasEdges(TfExample example) => example[XMin].IsPresent || example[YMin].IsPresent || example[XMax].IsPresent || example[YMax].IsPresent;

    /// <summary>The rule that the record breaks as a whole; null when its lists are good.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static DiagnosticRule? FindFault(TfExample example, int count) =>
        FindWrongKind(example) is not null ? TfRecordDiagnostics.FeatureKindWrong
        : count > 0 && Missing(example) is not null ? AnnotationDiagnostics.CornerMissing
        : FindOtherLength(example, count) is not null ? TfRecordDiagnostics.ListLengthsDiffer
        : FindPixels(example, count) is not null ? TfRecordDiagnostics.CoordinatesInPixels
        : null;

    /// <summary>The fault that <see cref="FindFault"/> found, in words.</summary>
    public static Diagnostic Explain(TfExample example, int count, string path, string place)
    {
        if (FindWrongKind(example) is { } kind)
        {
            return TfRecordDiagnostics.WrongKind(path, place, TfExample.NameOf(kind), NameOf(example[kind].Kind), NameOf(KindOf(kind)), count);
        }

        if (count > 0 && Missing(example) is { } missing)
        {
            return TfRecordDiagnostics.MissingCorner(path, place, missing, count);
        }

        if (FindOtherLength(example, count) is { } other)
        {
            TfExampleKey longest = System.Array.Find(EdgeKeys, key => example[key].Count == count);
            return TfRecordDiagnostics.DifferentLengths(
                path, place, TfExample.NameOf(longest), count, TfExample.NameOf(other), example[other].Count);
        }

        (TfExampleKey Key, int Index) pixels = FindPixels(example, count)!.Value;
        return TfRecordDiagnostics.InPixels(
            path, place, TfExample.NameOf(pixels.Key), example[pixels.Key].Float(pixels.Index), pixels.Index + 1, count);
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static TfExampleKey? FindWrongKind(TfExample example)
    {
        for (TfExampleKey key = XMin; key <= GroupOf; key++)
        {
            if (example[key].Count > 0 && example[key].Kind != KindOf(key))
            {
                return key;
            }
        }

        return null;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static string? Missing(TfExample example)
    {
        List<string>? missing = null;
        foreach (TfExampleKey key in EdgeKeys)
        {
            if (!example[key].IsPresent)
            {
                (missing ??= []).Add($"'{TfExample.NameOf(key)}'");
            }
        }

        return missing is null ? null : string.Join(", ", missing);
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static TfExampleKey? FindOtherLength(TfExample example, int count)
    {
        foreach (TfExampleKey key in EdgeKeys)
        {
            if (example[key].Count != count)
            {
                return key;
            }
        }

        TfExampleKey classes = example[ClassText].Count > 0 ? ClassText : ClassLabel;
        if (example[classes].Count is not 0 and var classCount && classCount != count)
        {
            return classes;
        }

        foreach (TfExampleKey key in FlagKeys)
        {
            if (example[key].Count is not 0 and var flagCount && flagCount != count)
            {
                return key;
            }
        }

        return null;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static (TfExampleKey Key, int Index)? FindPixels(TfExample example, int count)
    {
        foreach (TfExampleKey key in EdgeKeys)
        {
            TfFeature edges = example[key];
            for (int i = 0; i < count; i++)
            {
                if (edges.Float(i) > LargestFraction && !float.IsInfinity(edges.Float(i)))
                {
                    return (key, i);
                }
            }
        }

        return null;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static TfFeatureKind KindOf(TfExampleKey key) =>
        key == ClassText ? TfFeatureKind.BytesList : key <= YMax ? TfFeatureKind.FloatList : TfFeatureKind.Int64List;

    private static string NameOf(TfFeatureKind kind) => kind switch
    {
        TfFeatureKind.BytesList => "bytes_list",
        TfFeatureKind.FloatList => "float_list",
        _ => "int64_list",
    };
}
