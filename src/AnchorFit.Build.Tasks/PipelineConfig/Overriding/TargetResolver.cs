using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Overriding;

/// <summary>
/// Follows the path of an override through the schema and the config at once: the schema says which fields there are,
/// the config which elements, which member of a oneof, and which fields that no schema knows.
/// </summary>
internal sealed class TargetResolver
{
    private readonly ConfigOverride _item;
    private readonly List<FieldStep> _steps = [];
    private readonly List<FieldStep> _stepsAfter = [];
    private IReadOnlyList<MessageSyntax> _blocks;
    private MessageDescriptor? _message;
    private MessagePath _messagePath = MessagePath.Root;
    private SiblingOrder? _order;
    private Diagnostic? _fault;

    private TargetResolver(ConfigOverride item, ConfigDocument document, MessageDescriptor root)
    {
        _item = item;
        _blocks = [document.Root];
        _message = root;
    }

    /// <summary>The target; null, with one diagnostic, where the path leads nowhere.</summary>
    public static OverrideTarget? Resolve(ConfigOverride item, ConfigDocument document, MessageDescriptor root, DiagnosticBag diagnostics)
    {
        if (!FieldPath.TryParse(item.Path, out FieldPath? path, out FieldPathFault? fault))
        {
            diagnostics.Add(OverrideDiagnostics.MalformedPath(item.Locate(), item.Path, fault.Position, fault.Rule));
            return null;
        }

        var resolver = new TargetResolver(item, document, root);
        OverrideTarget? target = resolver.Resolve(path);
        if (resolver._fault is { } found)
        {
            diagnostics.Add(found);
        }

        return resolver._fault is null ? target : null;
    }

    private FilePlace Place => _item.Locate();

    private OverrideTarget? Resolve(FieldPath path)
    {
        for (int i = 0; i < path.Steps.Count - 1; i++)
        {
            FieldStep step = path.Steps[i];
            FieldDescriptor? field = Find(step, out IReadOnlyList<FieldElement> present);
            CheckMember(field, step, isLast: false);
            Enter(field, step, present);
            if (_fault is not null)
            {
                return null;
            }
        }

        FieldStep last = path.Last;
        FieldDescriptor? target = Find(last, out IReadOnlyList<FieldElement> values);
        IReadOnlyList<string> excluded = CheckMember(target, last, isLast: true);
        CheckElement(target, last, values.Count);
        AddStep(last, values.Count);
        return new OverrideTarget(
            new FieldPath([.. _steps]), new FieldPath([.. _stepsAfter]), _message, _messagePath, target, _order ?? Order(), excluded);
    }

    /// <summary>The field of a step, with the values it has; null without fault for one that only the file has.</summary>
    private FieldDescriptor? Find(FieldStep step, out IReadOnlyList<FieldElement> present)
    {
        present = FieldOccurrences.ElementsOf(_blocks, step);
        if (present.Count == 0 || step.Appends)
        {
            _order ??= Order();
        }

        FieldDescriptor? field = _message is null || step.IsExtension ? null : FieldLookup.Find(_message, step.Name);
        bool isInFile = _blocks.Any(block => block.Fields.Any(f => f.Name.IsBracketed == step.IsExtension && f.Name.Text == step.Name));
        if (field is null && !isInFile)
        {
            bool isMessageKnown = _message is not null && !step.IsExtension;
            _fault ??= OverrideDiagnostics.UnknownField(
                Place, _item.Path, isMessageKnown ? step.Name : Path(step), isMessageKnown ? _message!.Name : null,
                isMessageKnown ? FieldLookup.Nearest(_message!, step.Name) : null);
        }

        return field;
    }

    /// <summary>Goes into the message that a step leads to.</summary>
    private void Enter(FieldDescriptor? field, FieldStep step, IReadOnlyList<FieldElement> present)
    {
        if (field is not null && field.FieldType is not (FieldType.Message or FieldType.Group))
        {
            _fault ??= OverrideDiagnostics.NotAMessage(Place, _item.Path, Path(step), FieldTypeText.Takes(field));
        }
        else if (field is null && present.Count > 0 && present[present.Count - 1].Value is not MessageSyntax)
        {
            _fault ??= OverrideDiagnostics.NotAMessage(Place, _item.Path, Path(step), "a single value in the base config");
        }

        CheckElement(field, step, present.Count);
        if (field is { IsRepeated: true } && step is { Index: null, Appends: false })
        {
            if (present.Count > 1)
            {
                _fault ??= OverrideDiagnostics.NeedsIndex(Place, _item.Path, Path(step), present.Count);
            }

            step = present.Count == 0 ? step with { Appends = true } : step with { Index = 0 };
        }

        AddStep(step, present.Count);
        _blocks = FieldOccurrences.Enter(_blocks, step);
        _messagePath = _messagePath.Of(step.NameText, step.Appends ? present.Count : step.Index ?? -1);
        _message = _fault is null ? field?.MessageType : null;
    }

    private void AddStep(FieldStep step, int count)
    {
        _steps.Add(step);
        _stepsAfter.Add(step.Appends ? step with { Appends = false, Index = count } : step);
    }

    private void CheckElement(FieldDescriptor? field, FieldStep step, int count)
    {
        if (field is { IsRepeated: false } && (step.Appends || step.Index is not null))
        {
            _fault ??= OverrideDiagnostics.IndexOfSingular(Place, _item.Path, Path(step with { Appends = false, Index = null }));
        }
        else if (step.Index >= count)
        {
            _fault ??= OverrideDiagnostics.NoSuchElement(Place, _item.Path, Path(step with { Index = null }), count);
        }
    }

    /// <summary>
    /// The members of a field's oneof that it replaces. Only a value for the member itself does that: a path through a
    /// member that isn't there is more likely a mistake than the wish to lose the one that is.
    /// </summary>
    private string[] CheckMember(FieldDescriptor? field, FieldStep step, bool isLast)
    {
        if (field?.RealContainingOneof is not { } oneof)
        {
            return [];
        }

        string[] members = [.. oneof.Fields.Select(member => member.Name)];
        string? effective = _blocks
            .SelectMany(block => block.Fields)
            .LastOrDefault(f => !f.Name.IsBracketed && members.Contains(f.Name.Text))?.Name.Text;
        if (effective is null || effective == field.Name)
        {
            return [];
        }

        if (!isLast)
        {
            _fault ??= OverrideDiagnostics.OtherMember(Place, _item.Path, Path(step), Path(step with { Name = effective }));
        }

        return [.. members.Where(name => name != field.Name)];
    }

    private SiblingOrder Order() => _message is null
        ? SiblingOrder.None
        : new SiblingOrder([Names(_message.Fields.InDeclarationOrder()), Names(_message.Fields.InFieldNumberOrder())]);

    private static string[] Names(IEnumerable<FieldDescriptor> fields) => [.. fields.Select(FieldLookup.TextName)];

    private string Path(FieldStep step) => _messagePath.Of(step.ToString()).ToString();
}
