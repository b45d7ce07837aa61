using System;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>Between the bytes of a config file and its text. Configs are UTF-8; the text keeps a byte order mark.</summary>
internal static class ConfigText
{
    /// <summary>How every pointer of Git LFS begins (git-lfs/docs/spec.md).</summary>
    private const string LfsPointer = "version https://git-lfs.github.com/spec/";

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The text of a file's bytes; <see cref="Encode"/> gives the same bytes back. False, with the one fault, for
    /// files of a known signature and other binary ones, for UTF-16 and UTF-32 (known by their mark, or by zero bytes), for
    /// zero bytes elsewhere, and for bytes that are not UTF-8.
    /// </summary>
    public static bool TryDecode(
        string path,
        byte[] bytes,
        [NotNullWhen(true)] out SourceText? source,
        [NotNullWhen(false)] out Diagnostic? fault)
    {
        source = null;
        if (ContentKind.BySignature(bytes) is { } kind)
        {
            fault = SyntaxDiagnostics.ForeignFile(path, kind);
            return false;
        }

        if (ContentKind.IsWide(bytes))
        {
            fault = SyntaxDiagnostics.Utf16(path);
            return false;
        }

        int malformed = Utf8.FindMalformed(bytes);
        int zero = Array.IndexOf(bytes, (byte)0);
        if ((malformed >= 0 || zero >= 0) && ContentKind.IsBinary(bytes))
        {
            fault = SyntaxDiagnostics.ForeignFile(path, "a binary file, such as a graph, a checkpoint or records");
            return false;
        }

        if (zero >= 0 && (malformed < 0 || zero < malformed))
        {
            var text = new SourceText(path, Encoding.GetString(bytes, 0, zero));
            fault = SyntaxDiagnostics.ZeroByte(text, text.Content.Length);
            return false;
        }

        if (malformed >= 0)
        {
            var readable = new SourceText(path, Encoding.GetString(bytes, 0, malformed));
            fault = SyntaxDiagnostics.NotUtf8(readable, readable.Content.Length, bytes[malformed]);
            return false;
        }

        source = new SourceText(path, Encoding.GetString(bytes));
        fault = null;
        return true;
    }

    /// <summary>The UTF-8 bytes of a text; a byte order mark only where the text has one.</summary>
    public static byte[] Encode(string text) => Encoding.GetBytes(text);

    /// <summary>One diagnostic for a file of quite another format, or that a merge left unfinished, in place of one for each of its lines; null for others.</summary>
    public static Diagnostic? FindForeignFormat(SourceText source)
    {
        int conflict = ("\n" + source.Content).IndexOf("\n<<<<<<< ", StringComparison.Ordinal);
        if (conflict >= 0)
        {
            return SyntaxDiagnostics.ConflictMark(source, conflict);
        }

        int start = 0;
        while (start < source.Content.Length && (char.IsWhiteSpace(source.Content[start]) || source.Content[start] == '\uFEFF'))
        {
            start++;
        }

        if (string.CompareOrdinal(source.Content, start, "<!--", 0, 4) == 0)
        {
            return SyntaxDiagnostics.ForeignComment(source, new TextSpan(start, 4));
        }

        if (string.CompareOrdinal(source.Content, start, LfsPointer, 0, LfsPointer.Length) == 0)
        {
            return SyntaxDiagnostics.LfsPointer(source, start);
        }

        string? format = start == source.Content.Length ? null : source.Content[start] switch
        {
            '<' => "XML or HTML",
            '{' or '[' when LooksLikeJson(source.Content, start) => "JSON",
            _ => ForeignLines.FindFormat(source.Content.Substring(start)),
        };
        return format is null ? null : SyntaxDiagnostics.ForeignFormat(source, start, format);
    }

    // An extension's name in brackets may begin a config; a quoted name or another bracket may not.
    private static bool LooksLikeJson(string text, int bracket)
    {
        string rest = text.Substring(bracket + 1, Math.Min(200, text.Length - bracket - 1)).TrimStart();
        return text[bracket] == '{' || rest is ['{' or '"', ..];
    }
}
