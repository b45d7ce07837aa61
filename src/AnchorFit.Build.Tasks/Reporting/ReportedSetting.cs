namespace AnchorFit.Reporting;

/// <summary>A setting as it was in effect.</summary>
/// <param name="Name">The MSBuild property, or the path of a field that is set in the config.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsDefault">Nobody set it.</param>
internal readonly record struct ReportedSetting(string Name, string Value, bool IsDefault);
