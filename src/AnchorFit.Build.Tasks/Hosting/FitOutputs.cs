using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Hosting;

/// <summary>Where a fit writes.</summary>
/// <param name="PipelineConfig">The fitted config.</param>
/// <param name="Summary">anchorfit.json.</param>
/// <param name="ProtectedFiles">Files of the project that are neither output nor input of the fit.</param>
internal sealed record FitOutputs(string PipelineConfig, string Summary, IReadOnlyList<string> ProtectedFiles)
{
    /// <summary>The generated label map; null where none is asked for.</summary>
    public string? LabelMap { get; init; }

    /// <summary>anchorfit.html; null where none is asked for.</summary>
    public string? Report { get; init; }

    /// <summary>All of them.</summary>
    public IEnumerable<string> Files => new[] { PipelineConfig, LabelMap, Summary, Report }.OfType<string>();
}
