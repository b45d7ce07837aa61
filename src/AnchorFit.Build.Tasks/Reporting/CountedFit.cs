namespace AnchorFit.Reporting;

/// <summary>What a number of aspect ratios reaches.</summary>
/// <param name="Count">The number of ratios, k.</param>
/// <param name="MeanIoU">The mean IoU where shapes alone are compared, 0 to 1.</param>
/// <param name="AnchorsALocation">How many anchors the layers have at a location, all together; null where that isn't known.</param>
internal readonly record struct CountedFit(int Count, double MeanIoU, int? AnchorsALocation);
