using System;
using System.Collections.Generic;

namespace AnchorFit.Hosting;

/// <summary>Says in words how two listings of an <see cref="InputSnapshot"/> differ.</summary>
internal static class SnapshotChanges
{
    /// <summary>One entry a change, such as <c>annotation removed: data/x.xml</c>; in the order of the listings' keys.</summary>
    public static IReadOnlyList<string> Describe(string before, string after)
    {
        SortedDictionary<string, string> old = Parse(before);
        SortedDictionary<string, string> now = Parse(after);
        List<string> changes = [];
        foreach (KeyValuePair<string, string> entry in now)
        {
            if (!old.TryGetValue(entry.Key, out string? previous))
            {
                changes.Add(Subject(entry.Key, "added"));
            }
            else if (previous != entry.Value)
            {
                changes.Add(Subject(entry.Key, "changed") + (IsSetting(entry.Key) ? $": '{previous}' -> '{entry.Value}'" : string.Empty));
            }
        }

        foreach (KeyValuePair<string, string> entry in old)
        {
            if (!now.ContainsKey(entry.Key))
            {
                changes.Add(Subject(entry.Key, "removed"));
            }
        }

        return changes;
    }

    private static bool IsSetting(string key) => key.StartsWith("setting ", StringComparison.Ordinal);

    // "annotation data/x.xml" and "removed" make "annotation removed: data/x.xml".
    private static string Subject(string key, string verb)
    {
        int space = key.IndexOf(' ');
        return key.Substring(0, space) + " " + verb + ": " + key.Substring(space + 1);
    }

    // "setting name=value" has the key "setting name"; "annotation 12 345 path" the key "annotation path".
    private static SortedDictionary<string, string> Parse(string listing)
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in listing.Split('\n'))
        {
            if (IsSetting(line))
            {
                string[] pair = line.Split(['='], 2);
                entries[pair[0]] = pair.Length == 2 ? pair[1] : string.Empty;
            }
            else
            {
                string[] parts = line.Split([' '], 4);
                if (parts.Length == 4)
                {
                    entries[parts[0] + " " + parts[3]] = parts[1] + " " + parts[2];
                }
            }
        }

        return entries;
    }
}
