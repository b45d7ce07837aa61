using System.Collections.Generic;

namespace AnchorFit.Annotations.Yolo;

/// <summary>The value of a key at the top level of a YAML file: a text, or a list or map of texts.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="At">The offset where it begins.</param>
/// <param name="Entries">The texts in it with their keys, in order; one without key where it is a scalar. Lists have no keys.</param>
internal sealed record YamlNode(YamlKind Kind, int At, IReadOnlyList<(YamlText Key, YamlText Value)> Entries)
{
    /// <summary>The text, where it is a scalar that has one.</summary>
    public string? Text => Kind == YamlKind.Scalar ? Entries[0].Value.Text : null;
}

/// <summary>A text in a YAML file.</summary>
/// <param name="Text">Without quotes; null where nothing stands (or <c>~</c>, <c>null</c>).</param>
/// <param name="At">The offset where it begins.</param>
internal readonly record struct YamlText(string? Text, int At);

/// <summary>The kinds of values.</summary>
internal enum YamlKind
{
    /// <summary>One text, or nothing at all.</summary>
    Scalar,

    /// <summary><c>[a, b]</c>, or lines that begin with a dash.</summary>
    List,

    /// <summary><c>{0: a, 1: b}</c>, or lines of keys with values.</summary>
    Map,
}

/// <summary>A key that was asked for.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value; null where that isn't understood.</param>
/// <param name="Fault">Why, as a clause; empty where there is a value.</param>
/// <param name="FaultAt">The offset of the fault.</param>
internal readonly record struct YamlEntry(string Key, YamlNode? Value, string Fault, int FaultAt);
