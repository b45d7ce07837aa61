namespace AnchorFit.Annotations.Yolo;

/// <summary>The kinds of values in <see cref="YamlReader"/>'s part of YAML.</summary>
internal enum YamlKind
{
    /// <summary>One text, or nothing at all.</summary>
    Scalar,

    /// <summary><c>[a, b]</c>, or lines that begin with a dash.</summary>
    List,

    /// <summary><c>{0: a, 1: b}</c>, or lines of keys with values.</summary>
    Map,
}
