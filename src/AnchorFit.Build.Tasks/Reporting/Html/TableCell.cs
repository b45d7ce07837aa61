namespace AnchorFit.Reporting.Html;

/// <summary>What stands in a cell of a table.</summary>
internal readonly record struct TableCell(string Text, TableCellKind Kind = TableCellKind.Text)
{
    /// <summary>A figure or words of ours.</summary>
    public static implicit operator TableCell(string text) => new(text);

    /// <summary>What somebody else chose: a class, a file.</summary>
    public static TableCell Name(string name) => new(name, TableCellKind.Name);

    /// <summary>Where a click on the text leads; null for nowhere.</summary>
    public string? Address { get; init; }

    /// <summary>A file with a line, which needs room.</summary>
    /// <param name="place">What is shown.</param>
    /// <param name="address">The file, from the page's folder; null for no link.</param>
    public static TableCell Place(string place, string? address = null) => new(place, TableCellKind.Place) { Address = address };

    /// <summary>The path of a field of the config: whole, as its middle tells it apart, too.</summary>
    public static TableCell Field(string path) => new(path, TableCellKind.Field);

    /// <summary>A figure that became worse.</summary>
    public static TableCell Worse(string text) => new(text, TableCellKind.Worse);

    /// <summary>A word of the config, of MSBuild, or a code.</summary>
    public static TableCell Code(string text) => new(text, TableCellKind.Code);
}

/// <summary>How a cell's text is set.</summary>
internal enum TableCellKind
{
    Text,
    Name,
    Place,
    Field,
    Code,
    Worse,
}
