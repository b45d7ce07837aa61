namespace AnchorFit.Annotations.Tables;

/// <summary>Which field of a row of Open Images is what; −1 where the table has no such column.</summary>
/// <param name="Count">How many columns the table has.</param>
internal readonly record struct OpenImagesColumns(int Count, int ImageId, int LabelName, int IsTruncated, int IsGroupOf);
