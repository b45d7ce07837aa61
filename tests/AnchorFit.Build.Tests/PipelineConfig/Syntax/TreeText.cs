using System.Globalization;
using System.Linq;
using System.Text;
using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.Tests.PipelineConfig.Syntax;

/// <summary>Writes a tree on few lines: one a field of the file.</summary>
internal static class TreeText
{
    public static string Write(ConfigDocument document)
        => string.Concat(document.Root.Fields.Select(field => Field(field) + "\n"));

    private static string Field(FieldSyntax field)
        => (field.Name.IsBracketed ? $"[{field.Name.Text}]" : field.Name.Text) + ": " + Value(field.Value);

    private static string Value(ValueSyntax value) => value switch
    {
        LiteralSyntax literal => (literal.IsNegative ? "-" : string.Empty) + literal.Literal,
        StringSyntax text => "\"" + string.Concat(text.Bytes.Select(Byte)) + "\"",
        ListSyntax list => "[" + string.Join(", ", list.Items.Select(Value)) + "]",
        MessageSyntax message => "{" + string.Concat(message.Fields.Select(field => " " + Field(field))) + " }",
        _ => "?",
    };

    private static string Byte(byte value)
        => value is >= 0x20 and < 0x7F and not (byte)'\\' and not (byte)'"'
            ? ((char)value).ToString()
            : new StringBuilder("\\").Append(value.ToString("x2", CultureInfo.InvariantCulture)).ToString();
}
