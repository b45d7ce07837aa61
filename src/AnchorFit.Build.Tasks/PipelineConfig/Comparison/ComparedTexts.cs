using System;
using System.Text;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Comparison;

/// <summary>
/// Two files to compare, as text with line feeds only: a checkout may give either kind of newline. Nothing else is
/// forgiven; a byte order mark is part of the text: no checkout adds or removes one.
/// </summary>
/// <param name="Before">The first file.</param>
/// <param name="After">The second one.</param>
internal sealed record ComparedTexts(string Before, string After)
{
    private static readonly Encoding OneCharacterPerByte = Encoding.GetEncoding("iso-8859-1");

    public bool AreEqual => Before == After;

    /// <summary>The texts of two files. Where one isn't UTF-8, each byte is one character, so that no difference is lost.</summary>
    public static ComparedTexts Decode(byte[] before, byte[] after)
    {
        bool areUtf8 = Utf8.FindMalformed(before) < 0 && Utf8.FindMalformed(after) < 0;
        Encoding encoding = areUtf8 ? Encoding.UTF8 : OneCharacterPerByte;
        return new ComparedTexts(Normalize(encoding.GetString(before)), Normalize(encoding.GetString(after)));
    }

    /// <summary>The offset, in both texts, of the first character that differs; the end of the shorter where it begins the longer.</summary>
    public int FirstDifference()
    {
        int common = Math.Min(Before.Length, After.Length);
        int offset = 0;
        while (offset < common && Before[offset] == After[offset])
        {
            offset++;
        }

        return offset;
    }

    private static string Normalize(string text) => text.Replace("\r\n", "\n");
}
