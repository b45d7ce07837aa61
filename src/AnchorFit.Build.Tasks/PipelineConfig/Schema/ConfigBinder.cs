using System.Collections;
using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// Reads a text-format tree into a message, through the message's descriptors. Merges as the trainer does
/// (<c>text_format.Merge</c>): the last value of a scalar counts, blocks of one message merge, repeated fields grow,
/// a oneof keeps its last member. What cannot be read is left out, with a diagnostic.
/// </summary>
internal sealed class ConfigBinder
{
    private readonly ConfigDocument _document;
    private readonly UnknownFieldPolicy _policy;
    private readonly DiagnosticBag _diagnostics = [];
    private readonly List<UnknownField> _unknown = [];

    private ConfigBinder(ConfigDocument document, UnknownFieldPolicy policy)
    {
        _document = document;
        _policy = policy;
    }

    /// <summary>Reads a file that holds one message of type <typeparamref name="T"/>.</summary>
    /// <param name="document">The tree; its own diagnostics are not repeated.</param>
    /// <param name="policy">What to say of fields that the schema does not have.</param>
    public static BoundConfig<T> Bind<T>(ConfigDocument document, UnknownFieldPolicy policy = UnknownFieldPolicy.Warn)
        where T : IMessage, new()
    {
        var message = new T();
        var root = new BoundMessage(message, document.Root, MessagePath.Root);
        var binder = new ConfigBinder(document, policy);
        binder.MergeFields(root, document.Root);
        binder.CheckRequired(root);
        return new BoundConfig<T>(document, message, root, binder._unknown, binder._diagnostics);
    }

    /// <summary>The faults of fields on their own, without the message around them.</summary>
    /// <param name="fields">A document of these fields.</param>
    /// <param name="descriptor">The message whose fields they are; may be that of a map's entries.</param>
    /// <param name="path">The full path of that message.</param>
    /// <param name="policy">What to say of fields that the schema does not have.</param>
    public static IReadOnlyList<Diagnostic> Check(ConfigDocument fields, MessageDescriptor descriptor, MessagePath path, UnknownFieldPolicy policy)
    {
        BindingTarget target = descriptor.Parser is { } parser
            ? new BoundMessage(parser.ParseFrom(ByteString.Empty), fields.Root, path)
            : new MapEntry(descriptor, fields.Root, path);
        var binder = new ConfigBinder(fields, policy);
        binder.MergeFields(target, fields.Root);
        foreach (BoundMessage child in target.Children())
        {
            binder.CheckRequired(child);
        }

        return binder._diagnostics;
    }

    private void MergeFields(BindingTarget target, MessageSyntax block)
    {
        foreach (FieldSyntax syntax in block.Fields)
        {
            FieldDescriptor? field = syntax.Name.IsBracketed ? null : FieldLookup.Find(target.Descriptor, syntax.Name.Text);
            if (field is null)
            {
                ReportUnknown(target, syntax);
            }
            else if (syntax.Value is not ListSyntax list)
            {
                Merge(target, field, syntax, syntax.Value);
            }
            else if (field.IsRepeated)
            {
                ReportEmptyListWithoutColon(field, syntax, list);
                foreach (ValueSyntax item in list.Items)
                {
                    Merge(target, field, syntax, item);
                }

                // An empty list is an occurrence, too.
                target.Record(field, syntax);
            }
            else
            {
                _diagnostics.Add(SchemaDiagnostics.ListForSingular(_document.Source, list.Span, PathOf(target, field), FieldTypeText.Takes(field)));
            }
        }
    }

    private void Merge(BindingTarget target, FieldDescriptor field, FieldSyntax syntax, ValueSyntax value)
    {
        if (field.FieldType is FieldType.Message or FieldType.Group)
        {
            if (value is not MessageSyntax block)
            {
                ReportFault(ScalarFault.WrongKind, target, field, value);
            }
            else if (field.IsMap)
            {
                MergeMapEntry((BoundMessage)target, field, syntax, block);
            }
            else
            {
                MergeMessage(target, field, syntax, block);
            }

            return;
        }

        ScalarValue read = ScalarReader.Read(field, value);
        ReportFault(read.Fault, target, field, value);
        if (read.Value is not null)
        {
            if (!field.IsRepeated && target.Field(field.Name) is { } earlier)
            {
                _diagnostics.Add(SchemaDiagnostics.Duplicate(_document.Source, syntax.Name.Span, PathOf(target, field), earlier.Name.Span));
            }

            ReplaceOneof(target, field, syntax);
            target.Put(field, read.Value);
            target.Record(field, syntax);
        }
    }

    private void MergeMessage(BindingTarget target, FieldDescriptor field, FieldSyntax syntax, MessageSyntax block)
    {
        IReadOnlyList<BoundMessage> present = target.Messages(field.Name);
        if (field.IsRepeated || present.Count == 0)
        {
            ReplaceOneof(target, field, syntax);
            MessagePath path = target.Path.Of(FieldLookup.TextName(field), field.IsRepeated ? present.Count : -1);
            var child = new BoundMessage(field.MessageType.Parser.ParseFrom(ByteString.Empty), block, path);
            target.Put(field, child.Message);
            target.Record(field, child);
        }

        target.Record(field, syntax);
        present = target.Messages(field.Name);
        MergeFields(present[present.Count - 1], block);
    }

    private void MergeMapEntry(BoundMessage target, FieldDescriptor field, FieldSyntax syntax, MessageSyntax block)
    {
        var entry = new MapEntry(field.MessageType, block, target.Path.Of(field.Name));
        MergeFields(entry, block);
        if (entry.AddTo((IDictionary)field.Accessor.GetValue(target.Message)))
        {
            TextSpan key = entry.Field("key")?.Value.Span ?? syntax.Name.Span;
            _diagnostics.Add(SchemaDiagnostics.DuplicateKey(_document.Source, key, PathOf(target, field)));
        }

        target.Record(field, syntax);
        foreach (BoundMessage value in entry.Messages("value"))
        {
            target.Record(field, value);
        }
    }

    private void ReplaceOneof(BindingTarget target, FieldDescriptor field, FieldSyntax syntax)
    {
        if (target.OtherOfOneof(field) is { } other)
        {
            _diagnostics.Add(SchemaDiagnostics.OneofOverridden(
                _document.Source, syntax.Name.Span, PathOf(target, field), other.Name, target.Field(other.Name)!.Name.Span));
            target.Forget(other);
        }
    }

    private void ReportUnknown(BindingTarget target, FieldSyntax syntax)
    {
        FieldNameSyntax name = syntax.Name;
        string path = target.Path.Of(name.IsBracketed ? "[" + name.Text + "]" : name.Text).ToString();
        string? nearest = name.IsBracketed ? null : FieldLookup.Nearest(target.Descriptor, name.Text);
        _unknown.Add(new UnknownField(path, syntax, nearest));
        if (_policy != UnknownFieldPolicy.Ignore)
        {
            DiagnosticSeverity severity = _policy == UnknownFieldPolicy.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
            _diagnostics.Add(name.IsBracketed
                ? SchemaDiagnostics.UnknownExtension(_document.Source, name.Span, path, severity)
                : SchemaDiagnostics.UnknownField(
                    _document.Source, name.Span, path, target.Descriptor.Name, nearest, severity));
        }
    }

    /// <summary>Only a scalar field needs the colon, which the parser cannot know where the list shows no items.</summary>
    private void ReportEmptyListWithoutColon(FieldDescriptor field, FieldSyntax syntax, ListSyntax list)
    {
        bool isMessage = field.FieldType is FieldType.Message or FieldType.Group;
        if (!isMessage && list.Items.Count == 0 && syntax.Colon is null)
        {
            var end = new TextSpan(syntax.Name.Span.End, 0);
            _diagnostics.Add(SyntaxDiagnostics.MissingColon(_document.Source, end, syntax.Name.Text, _document.Source.Slice(list.Span)));
        }
    }

    private void ReportFault(ScalarFault fault, BindingTarget target, FieldDescriptor field, ValueSyntax value)
    {
        if (fault is not (ScalarFault.None or ScalarFault.Malformed))
        {
            _diagnostics.Add(ScalarFaultText.Describe(fault, _document.Source, field, PathOf(target, field), value));
        }
    }

    private void CheckRequired(BoundMessage message)
    {
        foreach (FieldDescriptor field in FieldLookup.Required(message.Descriptor))
        {
            if (message.Field(field.Name) is null)
            {
                _diagnostics.Add(SchemaDiagnostics.Required(_document.Source, message.Syntax.Open.Span, PathOf(message, field)));
            }
        }

        foreach (BoundMessage child in message.Children())
        {
            CheckRequired(child);
        }
    }

    private static string PathOf(BindingTarget target, FieldDescriptor field) => target.Path.Of(FieldLookup.TextName(field)).ToString();
}
