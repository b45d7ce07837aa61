using System.Collections.Generic;
using AnchorFit.Geometry;

namespace AnchorFit.Reporting;

/// <summary>A feature map and the anchors on it.</summary>
/// <param name="Rows">Its height in cells.</param>
/// <param name="Columns">Its width in cells.</param>
/// <param name="Anchors">What is drawn at each cell by the fitted config, in pixels of the network's input.</param>
internal sealed record ReportedLayer(int Rows, int Columns, IReadOnlyList<BoxSize> Anchors);
