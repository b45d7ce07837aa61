using System.Collections;
using AnchorFit.PipelineConfig.Syntax;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>A message together with the places in the file that its content came from.</summary>
internal sealed class BoundMessage : BindingTarget
{
    public BoundMessage(IMessage message, MessageSyntax syntax, MessagePath path)
        : base(message.Descriptor, syntax, path)
        => Message = message;

    public IMessage Message { get; }

    internal override void Put(FieldDescriptor field, object value)
    {
        if (field.IsRepeated)
        {
            ((IList)field.Accessor.GetValue(Message)).Add(value);
        }
        else
        {
            field.Accessor.SetValue(Message, value);
        }
    }
}
