using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace AnchorFit.Annotations.Yolo;

/// <summary>
/// Says what a text file is of whose lines none is a YOLO label: labels of another format, known by separators, number
/// and kinds of fields, or at least what separates its fields.
/// </summary>
internal static class YoloLookalike
{
    /// <summary>So many lines tell; the others are like them or the file is of no one format.</summary>
    private const int MostLines = 20;

    /// <summary>What the lines are, as a clause; null where nothing is recognised, and the lines are told one by one.</summary>
    /// <param name="text">The file without byte order mark.</param>
    public static string? Describe(ReadOnlySpan<byte> text)
    {
        string[] lines = [.. Encoding.UTF8.GetString(text.Slice(0, Math.Min(text.Length, 64 << 10)).ToArray())
            .Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()).Where(line => line.Length > 0).Take(MostLines)];
        return lines.Length == 0 ? null
            : DescribeWords(lines) ?? DescribeSeparated(lines, ',', "commas") ?? DescribeSeparated(lines, ';', "semicolons") ?? DescribeSeparated(lines, '|', "vertical bars");
    }

    private static string? DescribeWords(string[] lines)
    {
        string[][] rows = [.. lines.Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))];
        if (IsWiderFace(lines, rows))
        {
            return "the lines are those of WIDER FACE, an image's path and a number of faces";
        }

        string[][] boxes = [.. rows.SkipWhile(row => row[0].StartsWith("imagesource:", StringComparison.Ordinal) || row[0].StartsWith("gsd:", StringComparison.Ordinal))];
        return boxes.Length > 0 && boxes.All(row => row.Length is 9 or 10 && AreNumbers(row.Take(8)) && !IsNumber(row[8]))
            ? "the lines are those of DOTA, four corners in pixels, a class and a difficulty"
            : rows.All(row => row.Length >= 9 && AreNumbers(row.Take(8)) && row[8][0] == '"') || rows.All(row => row.Length >= 5 && AreNumbers(row.Take(4)) && row[4][0] == '"')
            ? "the lines are those of ICDAR, corners in pixels and a text, which has no class"
            : rows.All(row => row.Length >= 5 && !IsNumber(row[0]) && AreNumbers(row.Skip(row.Length - 4)))
            ? rows.Any(row => row.Skip(row.Length - 4).Any(number => number[0] is not ('0' or '.')))
                ? "the lines are those of OIDv4, a name and xmin ymin xmax ymax in pixels"
                : "the lines begin with the names of classes in place of their numbers"
            : rows.All(row => row.Length == 4 && AreNumbers(row)) ? "the lines have four numbers and no class"
            : rows.All(row => row.Length == 5 && AreNumbers(row.Take(4)) && !IsNumber(row[4])) ? "the lines are four edges in pixels and a class"
            : rows.All(row => row.Length >= 5 && row.Skip(1).All(IsDecimalComma)) ? "the numbers have decimal commas"
            : rows.All(row => row.Length >= 2 && YoloForeign.IsImagePath(Encoding.UTF8.GetBytes(row[0])) && row.Skip(1).All(box => box.Split(',').Length == 5 && AreNumbers(box.Split(','))))
            ? "the lines are those of keras-yolo3, an image's path and left,top,right,bottom,class"
            : null;
    }

    private static string? DescribeSeparated(string[] lines, char separator, string name)
    {
        string[][] rows = [.. lines.Select(line => line.Split(separator))];
        if (rows.Any(row => row.Length < 4 || row.Take(4).Any(field => field.Trim().IndexOfAny([' ', '\t']) >= 0)))
        {
            return null;
        }

        // A separator may end the line.
        int[] counts = [.. rows.Select(row => row[row.Length - 1].Trim().Length == 0 ? row.Length - 1 : row.Length).Distinct()];
        bool areNumbers = rows.All(row => AreNumbers(row.Where(field => field.Trim().Length > 0)));
        string format = areNumbers && counts is [8] ? ", as VisDrone has them (left, top, width, height in pixels, score, category, truncation, occlusion)"
            : areNumbers && counts is [9] or [10] ? ", as MOT has them (frame, id, left, top, width, height in pixels and more)"
            : rows.All(row => row.Length == 6 && AreNumbers(row.Skip(1).Take(4)) && YoloForeign.IsImagePath(Encoding.UTF8.GetBytes(row[0])))
            ? ", as keras-retinanet has them (an image's path, two corners in pixels, a class), which is read as CSV with filename,xmin,ymin,xmax,ymax,class above it"
            : rows.All(row => row.Length >= 9 && AreNumbers(row.Take(8))) ? ", as ICDAR has them (four corners in pixels and a text, which has no class)"
            : rows.All(row => row.Length >= 5 && AreNumbers(row.Take(4)) && !IsNumber(row[4])) ? ", as ICDAR has them (two corners in pixels and a text, which has no class)"
            : string.Empty;
        return $"the fields are separated by {name}{format}";
    }

    private static bool IsWiderFace(string[] lines, string[][] rows) =>
        lines.Length >= 3 && YoloForeign.IsImagePath(Encoding.UTF8.GetBytes(lines[0])) && rows[1].Length == 1 && IsNumber(rows[1][0])
        && rows[2].Length >= 4 && AreNumbers(rows[2]);

    private static bool AreNumbers(IEnumerable<string> fields) => fields.All(IsNumber);

    private static bool IsDecimalComma(string field) => field.IndexOf(',') > 0 && field.IndexOf(',') == field.LastIndexOf(',') && IsNumber(field.Replace(',', '.'));

    private static bool IsNumber(string field) => PixelNumber.TryParse(field.Trim(), out _);
}
