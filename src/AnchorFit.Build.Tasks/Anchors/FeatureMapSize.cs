namespace AnchorFit.Anchors;

/// <summary>The points of a feature map; both above zero.</summary>
internal readonly record struct FeatureMapSize(int Rows, int Columns);
