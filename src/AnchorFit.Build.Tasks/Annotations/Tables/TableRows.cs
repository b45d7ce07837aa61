using System;
using System.Runtime.CompilerServices;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Tables;

/// <summary>What the rows of one file have in common: whose they are, their classes, and what is wrong with them.</summary>
/// <param name="rows">Stands on the row that is spoken of.</param>
internal sealed class TableRows(DelimitedRows rows, string path)
{
    public DelimitedRows Row => rows;

    public string Path => path;

    public FaultLog Faults { get; } = new(path);

    public ByteNames ClassNames { get; } = new();

    /// <summary>Why the file as a whole is not understood.</summary>
    public Diagnostic? Failure { get; private set; }

    /// <summary>What is wrong where the rows end otherwise than with the file; else null.</summary>
    public static Diagnostic? Fault(DelimitedRow end, DelimitedRows rows, string path) => end switch
    {
        DelimitedRow.OpenQuote => TableDiagnostics.OpenQuote(path, rows.AtFault()),
        DelimitedRow.TooLong => TableDiagnostics.LongRow(path, rows.AtFault()),
        _ => null,
    };

    /// <summary>Why the beginning of a file can't be read as text; else null.</summary>
    public static Diagnostic? Fault(ReadOnlySpan<byte> begin, string path)
    {
        if (begin.Length >= 2 && (begin[0], begin[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            return TableDiagnostics.NotUtf8(path, "UTF-16");
        }

        return begin.Slice(0, Math.Min(begin.Length, 4096)).IndexOf((byte)0) >= 0 ? TableDiagnostics.NotUtf8(path, "not text") : null;
    }

    /// <summary>The row has the column.</summary>
    /// <param name="column">−1 where the table hasn't.</param>
    public bool Has(int column) => column >= 0 && column < rows.Count;

    /// <summary>A field's text, for words about it.</summary>
    public string TextOf(int field) => Encoding.UTF8.GetString(ByteText.Trim(rows[field]).ToArray());

    /// <summary>Where a field is, or the last one of a row that ends before it.</summary>
    public LinePosition At(int column) => rows.At(Math.Min(column, rows.Count - 1));

    /// <summary>The name of a class, for words about its box.</summary>
    public string? NameOf(int classIndex) => classIndex < 0 ? null : ClassNames[classIndex];

    /// <summary>Whether one more fault of a kind is told; it is counted when it isn't.</summary>
    public bool Tells(DiagnosticRule rule)
    {
        bool tells = Faults.Tells(rule);
        if (!tells)
        {
            Faults.Count(rule);
        }

        return tells;
    }

    /// <summary>The row is the header once more, as where tables were put together, which is told. With other columns, or in another order, it ends the file.</summary>
    /// <param name="columns">Those that have numbers.</param>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public bool IsHeader(TableHeader header, params int[] columns)
    {
        int column = columns[0];
        if (!Has(column) || !MayBeName(rows[column]) || header.IsRepeatedBy(rows, columns) is not { } isSame)
        {
            return false;
        }

        if (!isSame)
        {
            Failure = TableDiagnostics.OtherHeader(path, rows.At(0));
        }
        else if (Tells(TableDiagnostics.HeaderRepeated))
        {
            Faults.Add(TableDiagnostics.SecondHeader(path, rows.At(0)));
        }

        return true;
    }

    // A name begins with a letter, perhaps behind a blank and a quotation mark; of numbers only a few ask for more.
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static bool MayBeName(ReadOnlySpan<byte> field) =>
        !field.IsEmpty && (field[0] > '9' || (field[0] is (byte)' ' or (byte)'"' && ByteText.Trim(field) is [> (byte)'9' or (byte)'"', ..]));

    /// <summary>The number of the name in a field; −1 where there is none, or it is not understood.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public int IndexOf(ByteNames names, int field, string fieldName)
    {
        ReadOnlySpan<byte> text = Has(field) ? ByteText.Trim(rows[field]) : default;
        return text.IsEmpty ? -1 : IndexOf(names, text, field, fieldName);
    }

    /// <summary>The number of a name that was made of a field; −1 where it is not understood, and then the file isn't.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public int IndexOf(ByteNames names, ReadOnlySpan<byte> text, int field, string fieldName)
    {
        int index = names.IndexOf(text, out int malformed);
        if (index < 0)
        {
            int offset = Math.Max(rows[field].IndexOf(text), 0) + malformed;
            Failure = TableDiagnostics.UndecodableByte(path, rows.At(field, offset), text[malformed], fieldName);
        }

        return index;
    }

    /// <summary>How many boxes the row counts for; false after it was told that the field is no such number.</summary>
    /// <param name="field">−1 where the table has no such column: then, and where the row ends before it, 1.</param>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public bool TryReadCount(int field, string fieldName, out double count)
    {
        count = 1;
        if (!Has(field) || ByteNumber.TryParseCount(rows[field], out count))
        {
            return true;
        }

        if (Tells(TableDiagnostics.CountUnusable))
        {
            Faults.Add(TableDiagnostics.BadCount(path, rows.At(field), fieldName, TextOf(field)));
        }

        return false;
    }

    /// <summary>The row has more fields than the header, which is told: a separator in one moves all others.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public bool IsWide(int columns)
    {
        if (rows.Count <= columns || !HasTextFrom(columns))
        {
            return false;
        }

        if (Tells(TableDiagnostics.RowTooWide))
        {
            Faults.Add(TableDiagnostics.WideRow(path, rows.At(columns), rows.Count, columns));
        }

        return true;
    }

    /// <summary>Whether a field says yes: a number above 0 (Open Images has −1 for unknown), true or yes. No where there is none.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public bool IsSet(int column)
    {
        if (!Has(column))
        {
            return false;
        }

        ReadOnlySpan<byte> text = ByteText.Trim(rows[column]);
        return ByteNumber.TryParse(text, out double number) ? number > 0 : IsWord(text, "true"u8) || IsWord(text, "yes"u8);
    }

    private static bool IsWord(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerCase)
    {
        bool same = text.Length == lowerCase.Length;
        for (int i = 0; same && i < text.Length; i++)
        {
            same = (text[i] | 0x20) == lowerCase[i];
        }

        return same;
    }

    private bool HasTextFrom(int field)
    {
        for (int i = field; i < rows.Count; i++)
        {
            if (!ByteText.Trim(rows[i]).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
