using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace AnchorFit.Anchors;

/// <summary>The feature maps that anchors are drawn on, the finest first.</summary>
internal sealed record FeatureMapSizes(IReadOnlyList<FeatureMapSize> Maps)
{
    /// <summary>More cells a side than any network has; keeps products of sides within a long.</summary>
    private const int MostCells = 1 << 20;

    /// <summary>
    /// Reads <c>20x20;10x10</c>: HEIGHTxWIDTH of each map. Spaces and empty entries don't count. Null where a part isn't
    /// two whole numbers from 1 to 1,048,576, or where there is none.
    /// </summary>
    public static FeatureMapSizes? Parse(string text)
    {
        var maps = new List<FeatureMapSize>();
        foreach (string part in text.Split(';').Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            string[] sides = part.Split('x', 'X');
            if (sides.Length != 2 || !TryParseSide(sides[0], out int rows) || !TryParseSide(sides[1], out int columns))
            {
                return null;
            }

            maps.Add(new FeatureMapSize(rows, columns));
        }

        return maps.Count == 0 ? null : new FeatureMapSizes(maps);
    }

    /// <inheritdoc/>
    public bool Equals(FeatureMapSizes? other) => other is not null && Maps.SequenceEqual(other.Maps);

    /// <inheritdoc/>
    public override int GetHashCode() => Maps.Aggregate(Maps.Count, (hash, map) => unchecked((hash * 31) + map.GetHashCode()));

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() =>
        string.Join(";", Maps.Select(m => string.Format(CultureInfo.InvariantCulture, "{0}x{1}", m.Rows, m.Columns)));

    private static bool TryParseSide(string text, out int side) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out side) && side is >= 1 and <= MostCells;
}
