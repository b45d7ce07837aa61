using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Reporting;

/// <summary>All diagnostics of one code.</summary>
/// <param name="Rule">The code and its title.</param>
/// <param name="Count">How many faults there are.</param>
/// <param name="First">Where the first one is; null where it has no place.</param>
internal readonly record struct DiagnosticGroup(DiagnosticRule Rule, long Count, FilePlace? First);
