namespace AnchorFit.PipelineConfig.Editing;

/// <summary>One step of a path: a field, and of a repeated one perhaps an element.</summary>
/// <param name="Name">The field's name, or an extension's without its brackets.</param>
/// <param name="IsExtension">The name is that of an extension: <c>[package.name]</c>.</param>
/// <param name="Index">The element, counted from 0 over all blocks and lists; null for the field as a whole.</param>
/// <param name="Appends">A new element behind the last: <c>[+]</c>.</param>
internal readonly record struct FieldStep(string Name, bool IsExtension, int? Index, bool Appends)
{
    /// <summary>The name as the file has it.</summary>
    public string NameText => IsExtension ? "[" + Name + "]" : Name;

    public override string ToString() => Appends ? NameText + "[+]"
        : Index is { } index ? System.FormattableString.Invariant($"{NameText}[{index}]")
        : NameText;
}
