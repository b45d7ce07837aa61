using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelperParser = CsvHelper.CsvParser;
using SylvanOptions = Sylvan.Data.Csv.CsvDataReaderOptions;
using SylvanReader = Sylvan.Data.Csv.CsvDataReader;

namespace AnchorFit.Benchmarks;

/// <summary>Tables of shapes by CSV libraries: equal shapes are counted together, as the package's reader does.</summary>
internal static class TableWithLibrary
{
    /// <returns>The sum of the areas.</returns>
    public static double ReadWithSylvan(string path)
    {
        var shapes = new Shapes();
        using SylvanReader rows = SylvanReader.Create(path, new SylvanOptions { BufferSize = 1 << 16 });
        while (rows.Read())
        {
            shapes.Add(Number(rows.GetFieldSpan(0)), Number(rows.GetFieldSpan(1)), Number(rows.GetFieldSpan(2)), rows.GetFieldSpan(3));
        }

        return shapes.Area;
    }

    /// <inheritdoc cref="ReadWithSylvan"/>
    public static double ReadWithCsvHelper(string path)
    {
        var shapes = new Shapes();
        using var text = new StreamReader(path);
        using var rows = new CsvHelperParser(text, CultureInfo.InvariantCulture);
        rows.Read();
        while (rows.Read())
        {
            shapes.Add(Number(rows[0]), Number(rows[1]), Number(rows[2]), rows[3]);
        }

        return shapes.Area;
    }

    private static double Number(ReadOnlySpan<char> text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private sealed class Shapes
    {
        private readonly Dictionary<string, int> _classes = [];
        private readonly Dictionary<(double Width, double Height, int Class), double> _counts = [];

        public double Area => _counts.Sum(shape => shape.Key.Width * shape.Key.Height * shape.Value);

        public void Add(double width, double height, double count, ReadOnlySpan<char> name)
        {
            var lookup = _classes.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!lookup.TryGetValue(name, out int number))
            {
                number = _classes.Count;
                lookup[name] = number;
            }

            (double, double, int) shape = (width, height, number);
            _counts[shape] = _counts.GetValueOrDefault(shape) + count;
        }
    }
}
