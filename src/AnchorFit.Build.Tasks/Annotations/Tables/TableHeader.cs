using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace AnchorFit.Annotations.Tables;

/// <summary>The names of a table's columns. Case and surrounding white space don't count.</summary>
internal sealed class TableHeader
{
    private readonly string[] _names;

    private TableHeader(string[] names) => _names = names;

    /// <summary>How many columns there are, without empty ones at the end.</summary>
    public int Count => _names.Length;

    /// <summary>The row that the reader stands on, as a header.</summary>
    public static TableHeader Of(DelimitedRows rows)
    {
        List<string> names = [];
        for (int i = 0; i < rows.Count; i++)
        {
            names.Add(Encoding.UTF8.GetString(rows[i].ToArray()).Trim());
        }

        while (names.Count > 0 && names[names.Count - 1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        return new TableHeader(names.ToArray());
    }

    /// <summary>Moves the rows of a file to its header, and finds what separates the columns: what Excel's line <c>sep=;</c> says.</summary>
    public static DelimitedRow MoveTo(DelimitedRows rows)
    {
        byte separator = SeparatorOf(rows.Ahead);
        if (ExcelSeparator(rows.Ahead) is { } said)
        {
            separator = said;
            rows.Separator = 0;
            rows.Next();

            // Whoever exported anew may have left the line as it was.
            separator = FirstLine(rows.Ahead).IndexOf(said) >= 0 ? said : SeparatorOf(rows.Ahead);
        }

        rows.Separator = separator;
        return rows.Next();
    }

    /// <summary>Whether the row has the names of the columns once more, in their order (true) or in another one, some or others too (false); null where it is none of names.</summary>
    /// <param name="needed">Columns whose names a header must have.</param>
    public bool? IsRepeatedBy(DelimitedRows rows, params int[] needed)
    {
        string[] fields = new string[rows.Count];
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = Encoding.UTF8.GetString(rows[i].ToArray()).Trim(' ', '\t', '"');
        }

        return fields.Take(_names.Length).SequenceEqual(_names, StringComparer.OrdinalIgnoreCase) ? true
            : Array.TrueForAll(needed, column => fields.Contains(_names[column], StringComparer.OrdinalIgnoreCase)) ? false
            : null;
    }

    /// <summary>The line of a header that stands below the row, among the next few; null where none does.</summary>
    /// <param name="names">Of its columns.</param>
    public static int? LineOf(DelimitedRows rows, string[] names)
    {
        ReadOnlySpan<byte> text = rows.Ahead.Slice(0, Math.Min(rows.Ahead.Length, 4096));
        string[] lines = Encoding.UTF8.GetString(text.ToArray()).Split('\n');
        int index = Array.FindIndex(lines, line => Array.TrueForAll(names, name => line.IndexOf(name, StringComparison.OrdinalIgnoreCase) is not -1));
        return index < 0 ? null : rows.Line + 1 + index;
    }

    private static byte? ExcelSeparator(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> line = ByteText.Unquote(FirstLine(text));
        return line.Length == 5 && ByteText.StartsWith(line, "sep=") ? line[4]
            : line.Length == 4 && ByteText.StartsWith(line, "sep=") ? (byte)'\t'
            : null;
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny((byte)'\n', (byte)'\r');
        return ByteText.Trim(end < 0 ? text : text.Slice(0, end));
    }

    /// <summary>What separates the columns of a table: of comma, semicolon and tab the one its first line has most of.</summary>
    public static byte SeparatorOf(ReadOnlySpan<byte> text)
    {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        bool quoted = false;
        bool begun = false;
        foreach (byte b in text)
        {
            if (begun && !quoted && b is (byte)'\n' or (byte)'\r')
            {
                break;
            }

            begun |= b > ' ';
            quoted ^= b == '"';
            commas += !quoted && b == ',' ? 1 : 0;
            semicolons += !quoted && b == ';' ? 1 : 0;
            tabs += !quoted && b == '\t' ? 1 : 0;
        }

        return tabs > commas && tabs > semicolons ? (byte)'\t' : semicolons > commas ? (byte)';' : (byte)',';
    }

    /// <summary>The column with the first of these names that there is; none has the number −1.</summary>
    public int Find(params string[] names)
    {
        foreach (string name in names)
        {
            int index = Array.FindIndex(_names, n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
            if (index >= 0)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>A name as it is written; empty for column −1.</summary>
    public string NameOf(int column) => column < 0 ? string.Empty : _names[column];

    /// <summary>Of these columns the first whose name stands a second time, and where; null when there is none.</summary>
    public int? FindRepeated(IEnumerable<int> columns)
    {
        foreach (int column in columns.Where(c => c >= 0))
        {
            int second = Array.FindIndex(_names, column + 1, n => string.Equals(n, _names[column], StringComparison.OrdinalIgnoreCase));
            if (second >= 0)
            {
                return second;
            }
        }

        return null;
    }

    /// <summary>Those of the names that no column has, quoted and joined: "'xmax', 'ymax'"; empty when all are there.</summary>
    public string Missing(params string[] names) => string.Join(", ", names.Where(n => Find(n) < 0).Select(n => $"'{n}'"));
}
