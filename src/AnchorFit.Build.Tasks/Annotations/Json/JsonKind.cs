namespace AnchorFit.Annotations.Json;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind
{
    /// <summary>No value is at hand.</summary>
    None,
    Object,
    List,
    Text,
    Number,
    True,
    False,
    Null,

    /// <summary><c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>: not JSON, but what Python's json writes and reads.</summary>
    NotFinite,
}
