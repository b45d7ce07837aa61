using System;
using System.Collections.Generic;
using System.Text;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>Text in quotes as protobuf prints it: everything outside printable ASCII in octal, apart from \t, \n, \r.</summary>
internal static class CEscape
{
    public static string Quote(IReadOnlyList<byte> bytes)
    {
        var text = new StringBuilder(bytes.Count + 2).Append('"');
        foreach (byte b in bytes)
        {
            _ = b switch
            {
                (byte)'\t' => text.Append("\\t"),
                (byte)'\n' => text.Append("\\n"),
                (byte)'\r' => text.Append("\\r"),
                (byte)'"' or (byte)'\'' or (byte)'\\' => text.Append('\\').Append((char)b),
                < 32 or > 126 => text.Append('\\').Append(Convert.ToString(b, 8).PadLeft(3, '0')),
                _ => text.Append((char)b),
            };
        }

        return text.Append('"').ToString();
    }
}
