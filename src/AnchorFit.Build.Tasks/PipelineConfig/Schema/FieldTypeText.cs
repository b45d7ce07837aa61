using System.Globalization;
using System.Linq;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>Says in words what a field takes, for diagnostics.</summary>
internal static class FieldTypeText
{
    /// <summary>As in «a whole number from 0 to 4294967295».</summary>
    public static string Takes(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message or FieldType.Group => "a message in braces",
        FieldType.Bool => "true or false",
        FieldType.String or FieldType.Bytes => "text in quotes",
        FieldType.Float or FieldType.Double => "a decimal number",
        FieldType.Enum => "one of " + Values(field.EnumType) + ", without quotes",
        _ => "a whole number " + Bounds(field.FieldType),
    };

    /// <summary>As in «from 0 to 4294967295», for whole-number types.</summary>
    public static string Bounds(FieldType type)
    {
        (long min, ulong max) = ScalarReader.Range(type)!.Value;
        return string.Format(CultureInfo.InvariantCulture, "from {0} to {1}", min, max);
    }

    /// <summary>The names of an enum's values, in the order of the schema.</summary>
    public static string Values(EnumDescriptor type) => string.Join(", ", type.Values.Select(value => value.Name));
}
