namespace AnchorFit.Reporting.Html;

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="IsNumber">Its cells are figures, to stand below each other.</param>
internal readonly record struct TableColumn(string Heading, bool IsNumber = false);
