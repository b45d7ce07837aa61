using System.Collections.Generic;
using System.Linq;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>Finds fields by the names that the text format gives them: the schema's, but for groups that of their type.</summary>
internal static class FieldLookup
{
    public static FieldDescriptor? Find(MessageDescriptor message, string name)
    {
        FieldDescriptor? field = Own(message, name) ?? Own(message, name.ToLowerInvariant());
        return field is not null && TextName(field) == name ? field : null;
    }

    public static string TextName(FieldDescriptor field)
        => field.FieldType == FieldType.Group ? field.MessageType.Name : field.Name;

    public static string? Nearest(MessageDescriptor message, string name)
        => NearestName.Find(name, message.Fields.InDeclarationOrder().Select(TextName));

    public static string? Nearest(EnumDescriptor type, string name)
        => NearestName.Find(name, type.Values.Select(value => value.Name));

    public static IEnumerable<FieldDescriptor> Required(MessageDescriptor message)
        => message.Fields.InDeclarationOrder().Where(field => field.IsRequired);

    /// <summary>The library finds extensions declared inside a message under its name, too.</summary>
    private static FieldDescriptor? Own(MessageDescriptor message, string name)
        => message.FindFieldByName(name) is { IsExtension: false } field && field.ContainingType == message ? field : null;
}
