using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>One value of a field, an entry of its own or an item of a list.</summary>
/// <param name="Field">The occurrence of the field.</param>
/// <param name="Value">The value: of the occurrence, or an item of its list.</param>
/// <param name="ItemIndex">Its number in the list; −1 for an entry.</param>
internal sealed record FieldElement(FieldSyntax Field, ValueSyntax Value, int ItemIndex)
{
    /// <summary>The list that it is an item of; null for an entry.</summary>
    public ListSyntax? List => ItemIndex < 0 ? null : (ListSyntax)Field.Value;
}
