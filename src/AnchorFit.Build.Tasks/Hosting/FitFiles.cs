namespace AnchorFit.Hosting;

/// <summary>The package's own files in obj, absolute.</summary>
/// <param name="Cache">The inputs as they were when the last fit was decided on.</param>
/// <param name="Stamp">The record of the last finished fit.</param>
/// <param name="Manifest">What was understood of each annotation file.</param>
internal sealed record FitFiles(string Cache, string Stamp, string Manifest);
