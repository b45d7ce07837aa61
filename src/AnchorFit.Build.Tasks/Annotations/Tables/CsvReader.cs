using System.IO;
using AnchorFit.Diagnostics;

namespace AnchorFit.Annotations.Tables;

/// <summary>
/// Reads tables in CSV files, with commas, semicolons or tabs: rows of boxes in pixels of their images
/// (<see cref="CsvBoxes"/>) or of shapes in resized pixels (<see cref="CsvShapes"/>), as the names of the columns say.
/// </summary>
internal sealed class CsvReader : IAnnotationReader
{
    private readonly DelimitedRows _rows = new();

    /// <inheritdoc />
    public AnnotationFile Read(Stream stream, AnnotationSource source, ReadingOptions options)
    {
        if (TryReadHeader(_rows, stream, source.Path) is { } fault)
        {
            return AnnotationFile.Failed(fault);
        }

        CsvColumns columns = CsvColumns.Of(TableHeader.Of(_rows));
        if (columns.Check(_rows, source.Path) is { } missing)
        {
            return AnnotationFile.Failed(missing);
        }

        return columns.AreBoxes
            ? new CsvBoxes(_rows, columns, source.Path, options).Read()
            : new CsvShapes(_rows, columns, source.Path, options).Read();
    }

    /// <summary>Moves the rows to the header of a file; or says why there is none.</summary>
    public static Diagnostic? TryReadHeader(DelimitedRows rows, Stream stream, string path)
    {
        rows.Begin(stream);
        if (TableRows.Fault(rows.Ahead, path) is { } fault)
        {
            return fault;
        }

        DelimitedRow row = TableHeader.MoveTo(rows);
        return row == DelimitedRow.EndOfFile ? AnnotationDiagnostics.EmptyFile(path) : TableRows.Fault(row, rows, path);
    }
}
