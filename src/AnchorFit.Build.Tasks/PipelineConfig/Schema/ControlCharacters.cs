using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// Finds texts of a config with control characters: a path of Windows, written as it is, has them where a backslash
/// stands before one of some letters (<c>"data\train.record"</c> holds a tab), and the trainer finds no such file.
/// </summary>
internal static class ControlCharacters
{
    private const int ShownKinds = 3;

    /// <summary>One warning for each text, in the order of the file, at the first of its control characters.</summary>
    public static IEnumerable<Diagnostic> Find(ConfigDocument document)
    {
        foreach ((string path, StringSyntax value) in StringFields.Of(document))
        {
            if (value.Bytes.Any(b => IsControl((char)b)))
            {
                yield return Describe(document.Source, path, value);
            }
        }
    }

    private static Diagnostic Describe(SourceText source, string path, StringSyntax value)
    {
        string written = source.Slice(value.Span);
        List<string> kinds = [];
        TextSpan? first = null;
        for (int i = 0; i < written.Length; i++)
        {
            int length = written[i] != '\\' || i + 1 == written.Length ? 1 : EscapeLength(written, i);
            string piece = written.Substring(i, length);
            if (IsControl(written[i]) || (length > 1 && IsControl(Meaning(piece))))
            {
                first ??= new TextSpan(value.Span.Start + i, length);
                kinds.Add((length > 1 ? piece + " for " : string.Empty) + NameOf(length > 1 ? Meaning(piece) : written[i]));
            }

            i += length - 1;
        }

        string[] distinct = [.. kinds.Distinct()];
        string found = string.Join(", ", distinct.Take(ShownKinds)) + (distinct.Length > ShownKinds ? " and others" : string.Empty);
        string cure = written.Replace("\\\\", "/").Replace('\\', '/');
        return SchemaDiagnostics.ControlCharacter(source, first ?? value.Span, path, written, found, new string([.. cure.Where(c => !IsControl(c))]));
    }

    private static bool IsControl(char c) => c < ' ' || c == '\x7F';

    private static int EscapeLength(string text, int backslash)
    {
        bool isHex = text[backslash + 1] is 'x' or 'X';
        int end = backslash + (isHex ? 2 : 1);
        int most = isHex ? end + 2 : backslash + 4;
        while (end < text.Length && end < most && (isHex ? TextFormatCharacters.HexValue(text[end]) >= 0 : TextFormatCharacters.IsOctalDigit(text[end])))
        {
            end++;
        }

        return end > backslash + 1 + (isHex ? 1 : 0) ? end - backslash : 2;
    }

    /// <summary>What an escape stands for; a letter for one that is none.</summary>
    private static char Meaning(string escape)
    {
        int at = "abtnvfr".IndexOf(escape[1]);
        if (at >= 0)
        {
            return (char)(7 + at);
        }

        int value = 0;
        bool isHex = escape[1] is 'x' or 'X';
        foreach (char c in escape.Skip(isHex ? 2 : 1))
        {
            value = isHex
                ? (16 * value) + TextFormatCharacters.HexValue(c)
                : TextFormatCharacters.IsOctalDigit(c) ? (8 * value) + (c - '0') : 'x';
        }

        return (char)value;
    }

    private static string NameOf(char c) => c switch
    {
        '\t' => "a tab",
        '\n' => "a line feed",
        '\r' => "a carriage return",
        _ => "the control character U+" + ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture),
    };
}
