using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>Finds the files whose boxes an aspect ratio serves best, all at unit area.</summary>
internal static class ServedBoxes
{
    /// <summary>The first boxes of a few files, as <c>file(line)</c>; the file alone where there is no line.</summary>
    /// <param name="boxes">The boxes, in any order.</param>
    /// <param name="files">The path of each file by its number.</param>
    /// <param name="ratios">The aspect ratios as written, ascending.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="most">How many files at most; the first in ordinal order of their paths.</param>
    /// <remarks>A pass over the boxes, and memory for the files that are found.</remarks>
    public static IReadOnlyList<string> Find(PlacedBoxes boxes, IReadOnlyList<string> files, IReadOnlyList<float> ratios, int index, int most)
    {
        // Of two anchors alike the smaller serves a box.
        double above = index == 0 ? 0 : (double)ratios[index - 1] * ratios[index];
        double upTo = index + 1 == ratios.Count ? double.PositiveInfinity : (double)ratios[index] * ratios[index + 1];
        var lines = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (PlacedBox box in boxes.Boxes)
        {
            double ratio = box.Edges.Width / box.Edges.Height;
            if (ratio * ratio > above && ratio * ratio <= upTo)
            {
                string file = files[box.File];
                lines[file] = lines.TryGetValue(file, out int line) ? Math.Min(line, box.Line) : box.Line;
            }
        }

        return [.. lines.Take(most).Select(found => Place(found.Key, found.Value))];
    }

    private static string Place(string file, int line) =>
        DisplayText.Clean(file, 300) + (line > 0 ? "(" + line.ToString(CultureInfo.InvariantCulture) + ")" : string.Empty);
}
