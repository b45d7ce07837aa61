using System;

namespace AnchorFit.Annotations.Yolo;

/// <summary>Tells by name and content whether a file has YOLO labels.</summary>
internal static class YoloFormat
{
    /// <summary>
    /// The first lines have labels, or somebody's try at some; or the file is one of those that stand among labels and
    /// that <see cref="YoloReader"/> leaves out. A <c>.txt</c> file without content is an image without objects.
    /// </summary>
    /// <param name="firstBytes">The first 4 KiB, or the whole file where it is shorter.</param>
    /// <param name="path">The file's path.</param>
    public static bool LooksLikeYolo(ReadOnlySpan<byte> firstBytes, string path)
    {
        bool isText = path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
        if (isText && YoloForeign.IsNamedSo(path))
        {
            return true;
        }

        bool isEmpty = true;
        bool isTried = false;
        ReadOnlySpan<byte> text = ByteText.WithoutMark(firstBytes);
        while (!text.IsEmpty)
        {
            int end = text.IndexOfAny((byte)'\n', (byte)'\r');
            ReadOnlySpan<byte> line = end < 0 ? text : text.Slice(0, end);
            text = text.Slice(end < 0 ? text.Length : end + 1);
            int count = YoloFields.Count(line);
            if (count == 0)
            {
                continue;
            }

            if (YoloForeign.IsKitti(line, count))
            {
                return false;
            }

            isEmpty = false;
            var fields = new YoloFields(line);
            fields.MoveNext();
            if (YoloNumber.TryParseClass(fields.Current, out _))
            {
                if (count >= 5 && AreNumbers(fields, 4))
                {
                    return true;
                }

                isTried = true;
            }
            else
            {
                isTried |= YoloForeign.IsImagePath(line);
            }
        }

        return isText && (isEmpty || isTried);
    }

    private static bool AreNumbers(YoloFields fields, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (!fields.MoveNext() || !YoloNumber.TryParse(fields.Current, out _))
            {
                return false;
            }
        }

        return true;
    }
}
