using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;

namespace AnchorFit.Annotations;

/// <summary>
/// The faults of one file that may have millions of boxes: the first of each kind as they are, of the others their
/// number, so that one wrong export doesn't fill memory and log.
/// </summary>
internal sealed class FaultLog(string path)
{
    /// <summary>How many diagnostics of one rule are told one by one.</summary>
    public const int Shown = 20;

    private readonly List<Diagnostic> _told = [];
    private readonly Dictionary<DiagnosticRule, int> _counts = [];

    /// <summary>Whether one more of the kind would be told; spares building the words of one that wouldn't.</summary>
    public bool Tells(DiagnosticRule rule) => !_counts.TryGetValue(rule, out int count) || count < Shown;

    /// <summary>Counts a fault, and keeps it where it is among the first of its kind.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (Tells(diagnostic.Rule))
        {
            _told.Add(diagnostic);
        }

        Count(diagnostic.Rule);
    }

    /// <summary>Counts a fault that <see cref="Tells"/> said nobody would read of.</summary>
    public void Count(DiagnosticRule rule) => _counts[rule] = _counts.TryGetValue(rule, out int count) ? count + 1 : 1;

    /// <summary>In the order of the file, then a line for each kind that had more.</summary>
    public IReadOnlyList<Diagnostic> ToList()
    {
        List<Diagnostic> all = [.. _told.OrderBy(d => d.Start.Line).ThenBy(d => d.Start.Column)];
        foreach (KeyValuePair<DiagnosticRule, int> entry in _counts.Where(e => e.Value > Shown).OrderBy(e => e.Key.Code, StringComparer.Ordinal))
        {
            all.Add(AnnotationDiagnostics.More(entry.Key, path, entry.Value - Shown));
        }

        return all;
    }
}
