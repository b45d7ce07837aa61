using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Reporting;

/// <summary>A box that anchors serve badly.</summary>
/// <param name="Place">The annotation file, from the project's folder, and the line or record.</param>
/// <param name="ClassName">Its class; null where it has none.</param>
/// <param name="Size">In pixels of the network's input.</param>
/// <param name="Before">Its IoU with the best anchor of the base config, 0 to 1.</param>
/// <param name="After">The same of the fitted config.</param>
internal readonly record struct WorstBox(FilePlace Place, string? ClassName, BoxSize Size, double Before, double After)
{
    /// <summary>The annotation file's path from the report's folder, with forward slashes; null where it has none.</summary>
    public string? FileFromReport { get; init; }

    /// <summary>The image with the box; null where there is no image file, or none that is small enough.</summary>
    public BoxPicture? Picture { get; init; }
}
