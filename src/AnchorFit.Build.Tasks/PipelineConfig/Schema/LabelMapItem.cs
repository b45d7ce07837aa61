namespace AnchorFit.PipelineConfig.Schema;

/// <summary>One class of a label map.</summary>
/// <param name="Id">From 1; 0 only for the background.</param>
/// <param name="Name">The name that annotations have; the display name where the item has no other.</param>
/// <param name="DisplayName">The name that results are shown with, and that annotations may have; null where it isn't set.</param>
internal sealed record LabelMapItem(int Id, string Name, string? DisplayName);
