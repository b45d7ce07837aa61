using System.Collections.Generic;

namespace AnchorFit.Annotations.Yolo;

/// <summary>The value of a key at the top level of a YAML file.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="At">The offset where it begins.</param>
/// <param name="Entries">The texts in it with their keys, in order; one without key where it is a scalar. Lists have no keys.</param>
internal sealed record YamlNode(YamlKind Kind, int At, IReadOnlyList<(YamlScalar Key, YamlScalar Value)> Entries)
{
    /// <summary>The text, where it is a scalar that has one.</summary>
    public string? Text => Kind == YamlKind.Scalar ? Entries[0].Value.Text : null;
}
