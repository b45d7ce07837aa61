using System;
using AnchorFit.Annotations;

namespace AnchorFit.Run;

/// <summary>The formats by the names that a project writes.</summary>
internal static class AnnotationFormatName
{
    private static readonly AnnotationFormat[] s_formats =
    [
        AnnotationFormat.PascalVoc, AnnotationFormat.Coco, AnnotationFormat.Yolo, AnnotationFormat.Csv,
        AnnotationFormat.TfRecord, AnnotationFormat.Kitti, AnnotationFormat.OpenImages,
    ];

    /// <summary>All of them, for messages.</summary>
    public static string Accepted { get; } = string.Join(", ", s_formats);

    /// <summary>In any case.</summary>
    public static bool TryParse(string text, out AnnotationFormat format)
    {
        foreach (AnnotationFormat candidate in s_formats)
        {
            if (string.Equals(candidate.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                format = candidate;
                return true;
            }
        }

        format = default;
        return false;
    }
}
