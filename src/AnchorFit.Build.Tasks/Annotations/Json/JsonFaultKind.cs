namespace AnchorFit.Annotations.Json;

/// <summary>Sorts of <see cref="JsonFault"/>.</summary>
internal enum JsonFaultKind
{
    /// <summary>There is nothing but white space.</summary>
    Empty,

    /// <summary>The bytes are not UTF-8.</summary>
    NotUtf8,

    /// <summary>The text doesn't even begin like JSON.</summary>
    NotJson,

    /// <summary>The JSON is broken, breaks off, or is nested too deep.</summary>
    Malformed,
}
