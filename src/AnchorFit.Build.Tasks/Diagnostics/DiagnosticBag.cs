using System.Collections;
using System.Collections.Generic;
using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>
/// Collects diagnostics in the order in which they were found. Of one kind the first <see cref="KeptPerRule"/> are kept
/// as they are, and one after them stands for all others: a wrong file of some megabytes would else fill memory.
/// </summary>
internal sealed class DiagnosticBag : IReadOnlyList<Diagnostic>
{
    /// <summary>Far more than anybody is told.</summary>
    public const int KeptPerRule = 1000;

    private readonly List<Diagnostic> _items = [];
    private readonly Dictionary<(DiagnosticRule Rule, DiagnosticSeverity Severity), (int Kept, int Others)> _counts = [];

    public int Count => _items.Count;

    public bool HasErrors => ErrorCount > 0;

    /// <summary>How many errors were added, kept or not.</summary>
    public int ErrorCount { get; private set; }

    public Diagnostic this[int index] => _items[index];

    public void Add(Diagnostic diagnostic)
    {
        ErrorCount += diagnostic.IsError ? 1 : 0;
        (DiagnosticRule, DiagnosticSeverity) kind = (diagnostic.Rule, diagnostic.Severity);
        (int kept, int others) = _counts.TryGetValue(kind, out (int, int) counts) ? counts : (0, 0);
        if (kept < KeptPerRule)
        {
            _items.Add(diagnostic);
        }
        else if (kept == KeptPerRule)
        {
            others = _items.Count;
            _items.Add(new Diagnostic(diagnostic.Rule, null, LinePosition.None, "more of this kind are not listed") { Severity = diagnostic.Severity, FaultCount = diagnostic.FaultCount });
        }
        else
        {
            _items[others] = _items[others] with { FaultCount = (int)System.Math.Min(int.MaxValue, (long)_items[others].FaultCount + diagnostic.FaultCount) };
            return;
        }

        _counts[kind] = (kept + 1, others);
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    public IEnumerator<Diagnostic> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
