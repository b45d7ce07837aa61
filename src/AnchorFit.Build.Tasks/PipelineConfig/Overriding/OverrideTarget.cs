using System.Collections.Generic;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.PipelineConfig.Schema;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Overriding;

/// <summary>The field that an override is for, in the config as it is at its turn.</summary>
/// <param name="Path">The way there; elements that the override left out are named.</param>
/// <param name="PathAfter">The same when the override is done, new elements by their numbers.</param>
/// <param name="Parent">The message that has the field; null where the schema doesn't know it.</param>
/// <param name="ParentPath">The full path of that message.</param>
/// <param name="Field">The field; null for one that only the file has.</param>
/// <param name="Order">Where the first field on the way belongs that isn't there yet.</param>
/// <param name="Excluded">Fields beside it that it replaces.</param>
internal sealed record OverrideTarget(
    FieldPath Path,
    FieldPath PathAfter,
    MessageDescriptor? Parent,
    MessagePath ParentPath,
    FieldDescriptor? Field,
    SiblingOrder Order,
    IReadOnlyList<string> Excluded)
{
    /// <summary>All values of a repeated field, not one of them.</summary>
    public bool IsWholeRepeated => Field is { IsRepeated: true } && Path.Last is { Index: null, Appends: false };
}
