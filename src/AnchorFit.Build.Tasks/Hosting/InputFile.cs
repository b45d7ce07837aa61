namespace AnchorFit.Hosting;

/// <summary>A file that a fit depends on.</summary>
/// <param name="Kind">What it is to the fit.</param>
/// <param name="Path">As the user named it; relative paths count from the project's folder.</param>
internal readonly record struct InputFile(InputKind Kind, string Path);
