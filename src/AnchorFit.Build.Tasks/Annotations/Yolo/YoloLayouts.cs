using System;

namespace AnchorFit.Annotations.Yolo;

/// <summary>
/// Tells boxes, polygons and poses apart by the number of fields, n:
/// 5 is a box, 6 a box with a confidence; an odd n from 7 on is a polygon, or a turned box, whose bounding box counts.
/// Where the dataset says <c>kpt_shape</c>, more than 6 are a box with keypoints instead. Where it doesn't say, a pose
/// with visibilities (n = 5 + 3k) shows by them: each is 0, 1 or 2, which the coordinates of a polygon hardly all are
/// from four keypoints on, and 2 they never are. What stays undecided is read as a polygon: poses without visibilities,
/// and poses of two keypoints neither of which is visible in full.
/// </summary>
internal static class YoloLayouts
{
    private const int FewestTellingKeypoints = 3;

    /// <param name="line">The line.</param>
    /// <param name="count">How many fields it has.</param>
    /// <param name="keypoints">What the dataset says of keypoints.</param>
    public static YoloLayout Of(ReadOnlySpan<byte> line, int count, KeypointShape? keypoints)
    {
        if (count is 5 or 6)
        {
            return YoloLayout.Box;
        }

        if (count < 7)
        {
            return YoloLayout.None;
        }

        if (keypoints is { } shape)
        {
            return shape.Fits(count) ? YoloLayout.Box : YoloLayout.None;
        }

        return count % 3 == 2 && HasVisibilities(line, count) ? YoloLayout.Box
            : count % 2 == 1 ? YoloLayout.Polygon
            : YoloLayout.None;
    }

    private static bool HasVisibilities(ReadOnlySpan<byte> line, int count)
    {
        bool isTelling = count % 2 == 0 || (count - 5) / 3 >= FewestTellingKeypoints;
        var fields = new YoloFields(line);
        for (int i = 0; fields.MoveNext(); i++)
        {
            if (i < 7 || (i - 7) % 3 != 0)
            {
                continue;
            }

            if (!YoloNumber.TryParse(fields.Current, out double value) || value is not (0 or 1 or 2))
            {
                return false;
            }

            isTelling |= value == 2;
        }

        return isTelling;
    }
}

/// <summary>What the fields behind the class of a YOLO line are.</summary>
internal enum YoloLayout
{
    /// <summary>Nothing that is known.</summary>
    None,

    /// <summary>Centre, width and height; behind them perhaps a confidence or keypoints.</summary>
    Box,

    /// <summary>The corners of a polygon, or of a turned box.</summary>
    Polygon,
}
