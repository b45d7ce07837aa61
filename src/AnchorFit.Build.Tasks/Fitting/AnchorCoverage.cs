namespace AnchorFit.Fitting;

/// <summary>How the boxes are served by one anchor of unit area.</summary>
/// <param name="AspectRatio">The anchor's aspect ratio, as written.</param>
/// <param name="Weight">How many boxes it serves best.</param>
/// <param name="Share">Their part of all boxes, 0 to 1.</param>
/// <param name="MeanIoU">Their mean IoU with it, 0 to 1; null when it serves none.</param>
internal readonly record struct AnchorCoverage(float AspectRatio, double Weight, double Share, double? MeanIoU);
