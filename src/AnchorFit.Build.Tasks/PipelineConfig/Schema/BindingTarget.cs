using System.Collections.Generic;
using AnchorFit.PipelineConfig.Syntax;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>What fields are read into, a message or an entry of a map, and where in the file they came from.</summary>
internal abstract class BindingTarget
{
    private readonly Dictionary<string, FieldSyntax> _fields = [];
    private readonly Dictionary<string, List<BoundMessage>> _messages = [];

    protected BindingTarget(MessageDescriptor descriptor, MessageSyntax syntax, MessagePath path)
    {
        Descriptor = descriptor;
        Syntax = syntax;
        Path = path;
    }

    public MessageDescriptor Descriptor { get; }

    /// <summary>The block that the message was first read from; others may have been merged into it.</summary>
    public MessageSyntax Syntax { get; }

    public MessagePath Path { get; }

    /// <summary>The last occurrence of a field, which is the effective one; null where the file does not set it.</summary>
    public FieldSyntax? Field(string name) => _fields.TryGetValue(name, out FieldSyntax? field) ? field : null;

    /// <summary>The messages of a field: one of a singular field, all elements of a repeated one; empty where it is not set.</summary>
    public IReadOnlyList<BoundMessage> Messages(string name) => _messages.TryGetValue(name, out List<BoundMessage>? found) ? found : [];

    /// <summary>Every message directly below this one.</summary>
    public IEnumerable<BoundMessage> Children()
    {
        foreach (FieldDescriptor field in Descriptor.Fields.InDeclarationOrder())
        {
            foreach (BoundMessage message in Messages(field.Name))
            {
                yield return message;
            }
        }
    }

    /// <summary>The field of the same oneof that is set now, or null.</summary>
    internal FieldDescriptor? OtherOfOneof(FieldDescriptor field)
    {
        foreach (FieldDescriptor other in field.RealContainingOneof?.Fields ?? [])
        {
            if (other != field && _fields.ContainsKey(other.Name))
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>Sets a singular field or appends to a repeated one.</summary>
    internal abstract void Put(FieldDescriptor field, object value);

    internal void Record(FieldDescriptor field, FieldSyntax syntax) => _fields[field.Name] = syntax;

    internal void Record(FieldDescriptor field, BoundMessage message)
    {
        if (!_messages.TryGetValue(field.Name, out List<BoundMessage>? list))
        {
            _messages.Add(field.Name, list = []);
        }

        list.Add(message);
    }

    /// <summary>Forgets a field that another member of its oneof has replaced.</summary>
    internal void Forget(FieldDescriptor field)
    {
        _fields.Remove(field.Name);
        _messages.Remove(field.Name);
    }
}
