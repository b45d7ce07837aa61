using System;
using System.Collections.Generic;
using System.Text;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>The XML declarations that leave a file in UTF-8, in the spellings that writers use.</summary>
internal static class PlainXmlDeclaration
{
    private static readonly byte[][] Known = Spell();

    /// <summary>The length of the declaration at the beginning; 0 when there is none, -1 when it is another one.</summary>
    public static int LengthOf(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("<?"u8))
        {
            return 0;
        }

        foreach (byte[] declaration in Known)
        {
            if (text.StartsWith(declaration))
            {
                return declaration.Length;
            }
        }

        return -1;
    }

    private static byte[][] Spell()
    {
        List<byte[]> known = [];
        foreach (string encoding in (string[])["", " encoding='utf-8'", " encoding='UTF-8'"])
        {
            foreach (string end in (string[])["?>", " ?>"])
            {
                string text = "<?xml version='1.0'" + encoding + end;
                known.Add(Encoding.ASCII.GetBytes(text));
                known.Add(Encoding.ASCII.GetBytes(text.Replace('\'', '"')));
            }
        }

        return known.ToArray();
    }
}
