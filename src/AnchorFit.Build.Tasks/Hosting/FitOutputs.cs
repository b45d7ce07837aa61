using System.Collections.Generic;

namespace AnchorFit.Hosting;

/// <summary>Where a fit writes.</summary>
/// <param name="PipelineConfig">The fitted config.</param>
/// <param name="Summary">anchorfit.json.</param>
/// <param name="ProtectedFiles">Files of the project that are neither output nor input of the fit.</param>
internal sealed record FitOutputs(string PipelineConfig, string Summary, IReadOnlyList<string> ProtectedFiles);
