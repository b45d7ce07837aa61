using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace AnchorFit.Run;

/// <summary>
/// Ids for the classes of annotations that have no label map: from 1, in ordinal order of the names. Where every name
/// is a number from 1, and nothing says that numbers are names, they are ids already and stay what they are, gaps included.
/// </summary>
internal static class ClassIds
{
    /// <summary>Ascending ids with their names; empty where there are no names.</summary>
    public static IReadOnlyList<KeyValuePair<int, string>> Assign(IEnumerable<string> names, bool numbersAreNames = false)
    {
        List<string> sorted = [.. names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];
        List<KeyValuePair<int, string>> numbers = [];
        foreach (string name in sorted)
        {
            if (!numbersAreNames && TryRead(name, out int id))
            {
                numbers.Add(new(id, name));
            }
        }

        return numbers.Count == sorted.Count
            ? [.. numbers.OrderBy(entry => entry.Key)]
            : [.. sorted.Select((name, index) => new KeyValuePair<int, string>(index + 1, name))];
    }

    /// <summary>Whether a name is an id, a number from 1 as numbers are written: 01 and 1 are two names, and would be one id.</summary>
    public static bool TryRead(string name, out int id) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id >= 1
        && name == id.ToString(CultureInfo.InvariantCulture);
}
