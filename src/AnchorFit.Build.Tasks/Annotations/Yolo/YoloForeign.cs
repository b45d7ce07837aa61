using System;

namespace AnchorFit.Annotations.Yolo;

/// <summary>
/// Tells label files from what else stands beside them with the same extension: lists of names, lists of images,
/// texts for people, and labels of another format.
/// </summary>
internal static class YoloForeign
{
    private static readonly string[] ImageExtensions = [".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff"];

    /// <summary>The name of a file that lists classes or explains the set: <c>classes.txt</c>, <c>README.roboflow.txt</c>.</summary>
    public static bool IsNamedSo(string path)
    {
        string name = PathText.FileName(path);
        return string.Equals(name, "classes.txt", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("README.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The line is the path of an image, as in <c>train.txt</c>.</summary>
    public static bool IsImagePath(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> text = ByteText.Trim(line);
        foreach (string extension in ImageExtensions)
        {
            if (ByteText.EndsWith(text, extension))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Nobody can have meant the line as a YOLO label: it begins with a word, and no number but KITTI's follow.</summary>
    /// <param name="count">How many fields the line has.</param>
    public static bool IsForeign(ReadOnlySpan<byte> line, int count)
    {
        var fields = new YoloFields(line);
        return fields.MoveNext() && HasLetter(fields.Current) && !YoloNumber.TryParse(fields.Current, out _)
            && (!fields.MoveNext() || !YoloNumber.TryParse(fields.Current, out _) || IsKitti(line, count));
    }

    /// <summary>A word, then 14 numbers, or 15 with a score.</summary>
    /// <param name="count">How many fields the line has.</param>
    public static bool IsKitti(ReadOnlySpan<byte> line, int count)
    {
        if (count is not (15 or 16))
        {
            return false;
        }

        var fields = new YoloFields(line);
        fields.MoveNext();
        if (YoloNumber.TryParse(fields.Current, out _))
        {
            return false;
        }

        while (fields.MoveNext())
        {
            if (!YoloNumber.TryParse(fields.Current, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasLetter(ReadOnlySpan<byte> text)
    {
        foreach (byte b in text)
        {
            if (b >= 0x80 || (b | 0x20) is >= 'a' and <= 'z' || b == '/')
            {
                return true;
            }
        }

        return false;
    }
}
