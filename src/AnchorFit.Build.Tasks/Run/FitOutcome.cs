using System;
using System.Collections.Generic;
using AnchorFit.Diagnostics;

namespace AnchorFit.Run;

/// <summary>What a fit came to.</summary>
/// <param name="Diagnostics">Everything to tell, in a fixed order.</param>
/// <param name="Result">The outputs; null when nothing is to be written: there is an error, or nothing changed.</param>
/// <param name="ReadTime">How long reading the annotations took.</param>
/// <param name="FitTime">How long everything after it took.</param>
internal sealed record FitOutcome(IReadOnlyList<Diagnostic> Diagnostics, FitResult? Result, TimeSpan ReadTime, TimeSpan FitTime)
{
    /// <summary>How many annotation files were read.</summary>
    public int FileCount { get; init; }

    /// <summary>Something was told that only a fit finds out, not reading its inputs.</summary>
    public bool HasWarned { get; init; }
}

/// <summary>The outputs of a fit.</summary>
/// <param name="PipelineConfig">The bytes of the fitted config.</param>
/// <param name="LabelMap">The bytes of the generated label map; null where none is asked for.</param>
/// <param name="SummaryJson">The bytes of anchorfit.json.</param>
/// <param name="Headline">The line that a person wants to read.</param>
/// <param name="Details">The figures behind it, a line each.</param>
/// <param name="Figures">Names and values that later builds report without fitting; values of one line.</param>
internal sealed record FitResult(
    byte[] PipelineConfig,
    byte[]? LabelMap,
    byte[] SummaryJson,
    string Headline,
    IReadOnlyList<string> Details,
    IReadOnlyList<KeyValuePair<string, string>> Figures)
{
    /// <summary>The bytes of anchorfit.html; null where none is asked for.</summary>
    public byte[]? Report { get; init; }

    /// <summary>Which fields of the config are the fit's.</summary>
    public required FittedFields Fitted { get; init; }

    /// <summary>The last lines, which a person wants to read, too.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];
}
