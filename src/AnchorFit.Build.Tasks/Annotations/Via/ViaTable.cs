using System;
using System.Collections.Generic;
using System.IO;
using AnchorFit.Annotations.Json;
using AnchorFit.Annotations.Shapes;
using AnchorFit.Annotations.Tables;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Via;

/// <summary>Reads the CSV export of the VGG Image Annotator: a row a region, its shape and attributes as JSON in fields.</summary>
internal sealed class ViaTable : IAnnotationReader
{
    /// <summary>The column that no other table has.</summary>
    public const string ShapeColumn = "region_shape_attributes";

    private readonly DelimitedRows _rows = new();
    private readonly JsonTokenizer _json = new();

    /// <inheritdoc />
    public AnnotationFile Read(Stream stream, AnnotationSource source, ReadingOptions options)
    {
        if (CsvReader.TryReadHeader(_rows, stream, source.Path) is { } fault)
        {
            return AnnotationFile.Failed(fault);
        }

        var header = TableHeader.Of(_rows);
        (int file, int shape, int attributes) = (header.Find("filename", "#filename"), header.Find(ShapeColumn), header.Find("region_attributes"));
        if (file < 0 || shape < 0)
        {
            string missing = file < 0 ? header.Missing("filename", ShapeColumn) : header.Missing(ShapeColumn);
            return AnnotationFile.Failed(TableDiagnostics.MissingColumn(
                source.Path, _rows.At(0), missing, "export the annotations of the VGG Image Annotator as CSV again, or correct the item's Format"));
        }

        var rows = new TableRows(_rows, source.Path);
        var shapes = new ShapeBoxes(source.Path, BoxUnit.Pixels);
        var progress = new RowProgress(options);
        Dictionary<string, int> images = new(StringComparer.Ordinal);
        DelimitedRow row;
        while ((row = _rows.Next()) == DelimitedRow.Complete)
        {
            int before = shapes.Count;
            ReadRow(rows, shapes, images, file, shape, attributes);
            progress.Add(shapes.Count - before);
        }

        progress.End();
        return TableRows.Fault(row, _rows, source.Path) is { } failure ? AnnotationFile.Failed(failure) : shapes.ToFile();
    }

    private void ReadRow(TableRows rows, ShapeBoxes shapes, Dictionary<string, int> images, int file, int shape, int attributes)
    {
        string name = rows.Has(file) ? rows.TextOf(file) : string.Empty;
        if (name.Length == 0)
        {
            shapes.Faults.Add(TableDiagnostics.NoImageName(rows.Path, rows.At(file), "filename"));
            return;
        }

        if (!images.TryGetValue(name, out int image))
        {
            image = shapes.BeginImage(ViaReader.Image(name, rows.At(file)));
            images.Add(name, image);
        }

        shapes.ContinueImage(image);
        shapes.Place = rows.At(shape);
        JsonNode? region = rows.Has(shape) ? Parse(rows, shape, shapes) : null;

        // A row without a shape says that the image has no region.
        if (region?.Count > 0)
        {
            ViaRegions.Read(region, rows.Has(attributes) ? Parse(rows, attributes, shapes) : null, shapes.Place.Value, shapes);
        }
    }

    private JsonNode? Parse(TableRows rows, int field, ShapeBoxes shapes)
    {
        using var text = new MemoryStream(rows.Row[field].ToArray());
        JsonNode? node = _json.Begin(text, default) ? JsonNode.Read(_json) : null;
        bool isGood = node is not null && _json.End();
        if (!isGood && _json.Fault is { Kind: not JsonFaultKind.Empty } fault)
        {
            shapes.Faults.Add(ShapeDiagnostics.NoEntry(rows.Path, rows.At(field), DisplayText.Quote(rows.TextOf(field)) + " (" + fault.Reason + ")"));
        }

        _json.Close();
        return isGood ? node : null;
    }
}
