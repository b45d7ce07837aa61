using System;
using System.Collections.Generic;

namespace AnchorFit.Hosting;

/// <summary>Says in words how two listings differ.</summary>
internal static class SnapshotChanges
{
    /// <summary>
    /// One entry a change, such as <c>annotation removed: data/x.xml</c>: first what is new or different, then what is
    /// gone, each in the order of the keys.
    /// </summary>
    public static IReadOnlyList<string> Describe(InputListing before, InputListing after)
    {
        List<string> changes = [];
        foreach (KeyValuePair<string, string> entry in after.Entries)
        {
            if (!before.Entries.TryGetValue(entry.Key, out string? previous))
            {
                changes.Add(Subject(entry.Key, "added"));
            }
            else if (previous != entry.Value)
            {
                changes.Add(Subject(entry.Key, "changed") + (InputListing.IsSetting(entry.Key) ? $": '{previous}' -> '{entry.Value}'" : string.Empty));
            }
        }

        List<string> removals = [];
        foreach (string key in before.Entries.Keys)
        {
            if (!after.Entries.ContainsKey(key))
            {
                removals.Add(Subject(key, "removed"));
            }
        }

        changes.Sort(StringComparer.Ordinal);
        removals.Sort(StringComparer.Ordinal);
        changes.AddRange(removals);
        return changes;
    }

    // "annotation data/x.xml" and "removed" make "annotation removed: data/x.xml".
    private static string Subject(string key, string verb)
    {
        int space = key.IndexOf(' ');
        return key.Substring(0, space) + " " + verb + ": " + key.Substring(space + 1);
    }
}
