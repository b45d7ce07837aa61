using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>A ground-truth box in the network's input.</summary>
/// <param name="Edges">In pixels of the input; width and height are above zero.</param>
/// <param name="Weight">How many boxes it counts for; above zero.</param>
/// <param name="Input">Index into <see cref="PlacedBoxes.Inputs"/>.</param>
/// <param name="Class">A number of whoever gathers the boxes for its class; -1 when it has none.</param>
/// <param name="File">A number of whoever gathers the boxes for the file that it stands in.</param>
/// <param name="Line">Its line or record in that file; 0 when there is none.</param>
internal readonly record struct PlacedBox(PixelBox Edges, double Weight, int Input, int Class, int File, int Line);
