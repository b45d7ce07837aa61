namespace AnchorFit.Text;

/// <summary>A place in a text file. Line and column count from 1; columns count UTF-16 units.</summary>
/// <param name="Line">The line, from 1; 0 when the place is unknown.</param>
/// <param name="Column">The column, from 1; 0 when only the line is known.</param>
internal readonly record struct LinePosition(int Line, int Column)
{
    /// <summary>No place in particular: the diagnostic concerns the file as a whole.</summary>
    public static LinePosition None => default;
}

/// <summary>A place in one of several files.</summary>
/// <param name="Path">The file as the user named it.</param>
/// <param name="Position">The line and column; none for the file as a whole.</param>
internal readonly record struct FilePlace(string Path, LinePosition Position);
