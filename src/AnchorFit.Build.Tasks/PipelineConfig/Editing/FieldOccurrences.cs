using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>
/// Where a path leads in a document. A singular message may stand several times and counts as merged, so one path
/// can lead into several blocks.
/// </summary>
internal sealed class FieldOccurrences
{
    private FieldOccurrences(IReadOnlyList<MessageSyntax> blocks, IReadOnlyList<FieldStep> missing, FieldStep last)
    {
        Blocks = blocks;
        MissingParents = missing;
        ByBlock = missing.Count > 0
            ? []
            : blocks.Select(block => block.Fields.Where(field => IsNamed(field, last)).ToArray()).Where(fields => fields.Length > 0).ToArray();
        Elements = missing.Count > 0 ? [] : ElementsOf(blocks, last);
    }

    /// <summary>The innermost messages on the way that exist, in the order of the text; at least the file itself.</summary>
    public IReadOnlyList<MessageSyntax> Blocks { get; }

    /// <summary>The steps to messages on the way that don't exist in any block.</summary>
    public IReadOnlyList<FieldStep> MissingParents { get; }

    /// <summary>The field's occurrences, one array for each block that has any, in the order of the text.</summary>
    public IReadOnlyList<FieldSyntax[]> ByBlock { get; }

    /// <summary>The field's values, items of lists each for itself, in the order of the text, whatever the last step's index.</summary>
    public IReadOnlyList<FieldElement> Elements { get; }

    /// <summary>New fields within the messages on the way that don't exist.</summary>
    public IReadOnlyList<NewField> Wrap(IReadOnlyList<NewField> fields)
    {
        foreach (FieldStep parent in MissingParents.Reverse())
        {
            fields = [new NewField(parent.NameText, new NewValue.Message(fields))];
        }

        return fields;
    }

    public static FieldOccurrences Find(ConfigDocument document, FieldPath path)
    {
        IReadOnlyList<MessageSyntax> blocks = [document.Root];
        int parents = path.Steps.Count - 1;
        for (int i = 0; i < parents; i++)
        {
            IReadOnlyList<MessageSyntax> inner = Enter(blocks, path.Steps[i]);
            if (inner.Count == 0)
            {
                return new FieldOccurrences(blocks, path.Steps.Skip(i).Take(parents - i).ToArray(), path.Last);
            }

            blocks = inner;
        }

        return new FieldOccurrences(blocks, [], path.Last);
    }

    /// <summary>The messages that a step leads to: of one element where it has an index, none where it makes a new one.</summary>
    public static IReadOnlyList<MessageSyntax> Enter(IReadOnlyList<MessageSyntax> blocks, FieldStep step)
    {
        IEnumerable<FieldElement> elements = step.Appends ? [] : ElementsOf(blocks, step);
        elements = step.Index is { } index ? elements.Skip(index).Take(1) : elements;
        return elements.Select(element => element.Value).OfType<MessageSyntax>().ToArray();
    }

    /// <summary>All values of a field in some blocks, whatever the step's index.</summary>
    public static IReadOnlyList<FieldElement> ElementsOf(IReadOnlyList<MessageSyntax> blocks, FieldStep step)
        => blocks.SelectMany(block => block.Fields.Where(field => IsNamed(field, step))).SelectMany(ElementsOf).ToArray();

    private static IEnumerable<FieldElement> ElementsOf(FieldSyntax field) => field.Value is ListSyntax list
        ? list.Items.Select((item, index) => new FieldElement(field, item, index))
        : [new FieldElement(field, field.Value, -1)];

    private static bool IsNamed(FieldSyntax field, FieldStep step)
        => field.Name.IsBracketed == step.IsExtension && field.Name.Text == step.Name;
}
