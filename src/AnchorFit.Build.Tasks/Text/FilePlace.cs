namespace AnchorFit.Text;

/// <summary>A place in one of several files.</summary>
/// <param name="Path">The file as the user named it.</param>
/// <param name="Position">The line and column; none for the file as a whole.</param>
internal readonly record struct FilePlace(string Path, LinePosition Position);
