using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Reporting;

/// <summary>A box that anchors serve badly.</summary>
/// <param name="Place">The annotation file, from the project's folder, and the line or record.</param>
/// <param name="ClassName">Its class; null where it has none.</param>
/// <param name="Size">In pixels of the network's input.</param>
/// <param name="Before">Its IoU with the best anchor of the base config, 0 to 1.</param>
/// <param name="After">The same of the fitted config.</param>
internal readonly record struct WorstBox(FilePlace Place, string? ClassName, BoxSize Size, double Before, double After);
