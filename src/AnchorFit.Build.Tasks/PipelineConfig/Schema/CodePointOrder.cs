using System.Collections.Generic;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>Orders texts in little-endian UTF-32 by code point, as Python orders strings; UTF-16 order differs above U+FFFF.</summary>
internal sealed class CodePointOrder : IComparer<byte[]>
{
    public static readonly CodePointOrder Instance = new();

    public int Compare(byte[]? x, byte[]? y)
    {
        int common = System.Math.Min(x!.Length, y!.Length);
        for (int i = 0; i < common; i += 4)
        {
            for (int part = 3; part >= 0; part--)
            {
                if (x[i + part] != y[i + part])
                {
                    return x[i + part] - y[i + part];
                }
            }
        }

        return x.Length - y.Length;
    }
}
