using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>Tells by its first lines what text a file is that isn't protobuf's: formats whose lines no message can have.</summary>
internal static class ForeignLines
{
    private const int Looked = 20;

    private static readonly char[] s_separators = [',', ';', '\t'];

    // A field has one of them.
    private static readonly char[] s_marks = [':', '{', '<', '=', '"', '(', '['];

    private static readonly string[] s_layers = ["net", "network", "convolutional", "yolo", "maxpool", "route", "shortcut"];

    /// <summary>What the text is, "YAML"; null where it may be protobuf text format.</summary>
    public static string? FindFormat(string text)
    {
        List<string> lines = FirstLines(text);
        if (lines.Count == 0)
        {
            return null;
        }

        string first = lines[0].Trim();
        return IsSection(first) ? IsLayer(first) ? "a network of darknet (.cfg)" : "an INI file"
            : IsCode(first) ? "Python"
            : first == "---" || first.StartsWith("%YAML", StringComparison.Ordinal) || IsYaml(text, lines) ? "YAML"
            : IsTable(lines) ? "a table of separated values (CSV)"
            : first.IndexOf(' ') > 0 && lines.All(IsNumbers) ? "lines of numbers, as YOLO labels are"
            : lines.Count > 1 && !text.Any(c => Array.IndexOf(s_marks, c) >= 0) ? "a list of names, as classes.txt is"
            : null;
    }

    // Without blank ones and comments.
    private static List<string> FirstLines(string text)
    {
        List<string> lines = [];
        int at = 0;
        while (at < text.Length && lines.Count < Looked)
        {
            int end = text.IndexOfAny(['\n', '\r'], at);
            end = end < 0 ? text.Length : end;
            string line = text.Substring(at, Math.Min(end - at, 1000)).TrimEnd();
            if (line.Length > 0 && line.TrimStart()[0] != '#')
            {
                lines.Add(line);
            }

            at = end + 1;
        }

        return lines;
    }

    private static bool IsSection(string line) =>
        line is ['[', .., ']'] && line.Length > 2 && line.Skip(1).Take(line.Length - 2).All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or ' ');

    private static bool IsLayer(string line) => Array.IndexOf(s_layers, line.Substring(1, line.Length - 2).Trim().ToLowerInvariant()) >= 0;

    private static bool IsCode(string line) =>
        line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("#!", StringComparison.Ordinal)
        || (line.StartsWith("from ", StringComparison.Ordinal) && line.Contains(" import "));

    // A message needs a bracket, a mapping of YAML has lines further to the right.
    private static bool IsYaml(string text, List<string> lines)
    {
        if (text.IndexOfAny(['{', '<']) >= 0)
        {
            return false;
        }

        for (int i = 0; i < lines.Count; i++)
        {
            bool isKey = lines[i][lines[i].Length - 1] == ':' && i + 1 < lines.Count && (lines[i + 1][0] is ' ' or '-');
            if (isKey || lines[i].TrimStart().StartsWith("- ", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTable(List<string> lines) => s_separators.Any(separator =>
        lines.Count > 1 && lines[0].Count(c => c == separator) is >= 2 and var count
        && lines.All(line => line.Count(c => c == separator) == count && line.IndexOfAny(['{', '<', ':']) < 0));

    private static bool IsNumbers(string line) =>
        line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).All(word => word.All(c => char.IsDigit(c) || c is '.' or '-' or '+' or 'e' or 'E'));
}
