using System;
using System.Collections;
using AnchorFit.PipelineConfig.Syntax;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>An entry of a map, as the text format writes it: a message of a key and a value, which the library has no class for.</summary>
internal sealed class MapEntry : BindingTarget
{
    private object? _key;
    private object? _value;

    public MapEntry(MessageDescriptor descriptor, MessageSyntax syntax, MessagePath path)
        : base(descriptor, syntax, path)
    {
    }

    internal override void Put(FieldDescriptor field, object value)
    {
        if (field.FieldNumber == 1)
        {
            _key = value;
        }
        else
        {
            _value = value;
        }
    }

    /// <summary>Puts the entry into a map, in the place of an earlier one of the same key; what is missing is the type's default.</summary>
    /// <returns>Whether there was an earlier one.</returns>
    public bool AddTo(IDictionary map)
    {
        object key = _key ?? Default(Descriptor.FindFieldByNumber(1));
        bool isDuplicate = map.Contains(key);
        map[key] = _value ?? Default(Descriptor.FindFieldByNumber(2));
        return isDuplicate;
    }

    private static object Default(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => string.Empty,
        FieldType.Bytes => ByteString.Empty,
        FieldType.Bool => false,
        FieldType.Float => 0f,
        FieldType.Double => 0d,
        FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, field.EnumType.Values[0].Number),
        FieldType.Message => field.MessageType.Parser.ParseFrom(ByteString.Empty),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => 0,
        FieldType.UInt32 or FieldType.Fixed32 => 0u,
        FieldType.UInt64 or FieldType.Fixed64 => 0ul,
        _ => 0L,
    };
}
