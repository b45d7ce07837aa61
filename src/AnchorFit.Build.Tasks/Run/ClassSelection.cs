using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Run;

/// <summary><c>AnchorFitIncludeClasses</c> and <c>AnchorFitExcludeClasses</c>: whose objects take part.</summary>
/// <param name="included">The only classes that take part; empty for all.</param>
/// <param name="excluded">Classes that don't.</param>
internal sealed class ClassSelection(IEnumerable<string> included, IEnumerable<string> excluded)
{
    private readonly HashSet<string> _included = new(included, StringComparer.Ordinal);
    private readonly HashSet<string> _excluded = new(excluded, StringComparer.Ordinal);

    /// <summary>Takes part in whatever it is.</summary>
    public static ClassSelection All { get; } = new([], []);

    /// <summary>The names of both lists, in ordinal order.</summary>
    public IEnumerable<string> Names => _included.Concat(_excluded).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>Whether objects of a class take part; null for objects without one.</summary>
    public bool Takes(string? name) => name is null
        ? _included.Count == 0
        : (_included.Count == 0 || _included.Contains(name)) && !_excluded.Contains(name);

    /// <summary>The property that names a class.</summary>
    public string PropertyOf(string name) => _included.Contains(name) ? "AnchorFitIncludeClasses" : "AnchorFitExcludeClasses";
}
