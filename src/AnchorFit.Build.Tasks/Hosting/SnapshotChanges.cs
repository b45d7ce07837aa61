using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Text;

namespace AnchorFit.Hosting;

/// <summary>Says in words how two listings differ.</summary>
internal static class SnapshotChanges
{
    /// <summary>What changed between the lines of two snapshots, as <see cref="Describe"/> says it.</summary>
    public static IReadOnlyList<string> Between(byte[] before, byte[] after)
    {
        // One file among many changed: the lines before and after it are the same and need no parsing. Where lines came or
        // went, one of them may stand elsewhere too.
        int start = CommonStart(before, after);
        int end = CommonEnd(before, after, Math.Min(before.Length, after.Length) - start);
        InputListing changedBefore = Listing(before, start, end);
        InputListing changedAfter = Listing(after, start, end);
        return changedBefore.Entries.Count == changedAfter.Entries.Count && changedBefore.Entries.Keys.All(changedAfter.Entries.ContainsKey)
            ? Describe(changedBefore, changedAfter)
            : Describe(Listing(before, 0, 0), Listing(after, 0, 0));
    }

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
                changes.Add(Subject(entry.Key, "added") + Value(entry));
            }
            else if (previous != entry.Value)
            {
                changes.Add(Subject(entry.Key, "changed") + (IsReadable(entry.Key) ? $": '{previous}' -> '{entry.Value}'" : string.Empty));
            }
        }

        List<string> removals = [];
        foreach (KeyValuePair<string, string> entry in before.Entries)
        {
            if (!after.Entries.ContainsKey(entry.Key))
            {
                removals.Add(Subject(entry.Key, "removed") + Value(entry));
            }
        }

        changes.Sort(StringComparer.Ordinal);
        removals.Sort(StringComparer.Ordinal);
        changes.AddRange(removals);
        return changes;
    }

    private static string Value(KeyValuePair<string, string> entry) =>
        IsReadable(entry.Key) ? ": " + DisplayText.Quote(entry.Value) : string.Empty;

    // A digest says nothing to a person.
    private static bool IsReadable(string key) => InputListing.IsSetting(key) && !key.EndsWith(AnnotationDetails.SettingName, StringComparison.Ordinal);

    // "annotation data/x.xml" and "removed" make "annotation removed: data/x.xml".
    private static string Subject(string key, string verb)
    {
        int space = key.IndexOf(' ');
        return key.Substring(0, space) + " " + verb + ": " + key.Substring(space + 1);
    }

    /// <summary>The length of the lines with which both begin.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static int CommonStart(byte[] before, byte[] after)
    {
        int i = 0;
        while (i < Math.Min(before.Length, after.Length) && before[i] == after[i])
        {
            i++;
        }

        return before.AsSpan(0, i).LastIndexOf((byte)'\n') + 1;
    }

    /// <summary>The length of the lines with which both end, at most <paramref name="most"/>.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static int CommonEnd(byte[] before, byte[] after, int most)
    {
        int i = 0;
        while (i < most && before[before.Length - 1 - i] == after[after.Length - 1 - i])
        {
            i++;
        }

        // They begin behind the end of another line.
        int newline = before.AsSpan(before.Length - i).IndexOf((byte)'\n');
        return newline < 0 ? 0 : i - newline - 1;
    }

    private static InputListing Listing(byte[] content, int start, int end) =>
        InputListing.Parse(Encoding.UTF8.GetString(content, start, content.Length - start - end));
}
