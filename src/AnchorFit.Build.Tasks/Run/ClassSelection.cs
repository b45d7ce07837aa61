using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Run;

/// <summary><c>AnchorFitIncludeClasses</c> and <c>AnchorFitExcludeClasses</c>: whose objects take part.</summary>
/// <param name="included">The only classes that take part; empty for all. A name with semicolons stands as its parts, one after the other.</param>
/// <param name="excluded">Classes that don't.</param>
internal sealed class ClassSelection(IReadOnlyList<string> included, IReadOnlyList<string> excluded)
{
    private readonly Dictionary<string, bool> _takes = new(StringComparer.Ordinal);

    /// <summary>Takes part in whatever it is.</summary>
    public static ClassSelection All { get; } = new([], []);

    /// <summary>The first name that is in both lists; null where none is.</summary>
    public string? InBoth => included.FirstOrDefault(excluded.Contains);

    public ClassSelection WithIncluded(IReadOnlyList<string> names) => names.Count == 0 ? this : new ClassSelection(names, excluded);

    public ClassSelection WithExcluded(IReadOnlyList<string> names) => names.Count == 0 ? this : new ClassSelection(included, names);

    /// <summary>The classes of <paramref name="known"/> that the lists name, and each entry that is part of none; in ordinal order.</summary>
    public IEnumerable<string> NamesAmong(IReadOnlyCollection<string> known)
    {
        HashSet<string> parts = [.. known.Where(name => Parts(name).Length > 1 && (Has(included, name) || Has(excluded, name))).SelectMany(Parts)];
        return included.Concat(excluded).Where(name => !parts.Contains(name)).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal);
    }

    /// <summary>Whether objects of a class take part; null for objects without one. Not for several threads.</summary>
    public bool Takes(string? name)
    {
        if (name is null || included.Count + excluded.Count == 0)
        {
            return included.Count == 0;
        }

        if (!_takes.TryGetValue(name, out bool takes))
        {
            takes = (included.Count == 0 || Has(included, name)) && !Has(excluded, name);
            _takes.Add(name, takes);
        }

        return takes;
    }

    /// <summary>The property that names a class.</summary>
    public string PropertyOf(string name) => Has(included, name) ? "AnchorFitIncludeClasses" : "AnchorFitExcludeClasses";

    private static bool Has(IReadOnlyList<string> list, string name)
    {
        string[] parts = Parts(name);
        for (int start = 0; start + parts.Length <= list.Count; start++)
        {
            int same = 0;
            while (same < parts.Length && string.Equals(list[start + same], parts[same], StringComparison.Ordinal))
            {
                same++;
            }

            if (same == parts.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Parts(string name) => name.IndexOf(';') < 0 ? [name] : [.. name.Split(';').Select(part => part.Trim()).Where(part => part.Length > 0)];
}
