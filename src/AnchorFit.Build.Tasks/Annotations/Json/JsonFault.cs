using AnchorFit.Text;

namespace AnchorFit.Annotations.Json;

/// <summary>Why a file can't be read as JSON to its end.</summary>
/// <param name="Kind">What sort of fault.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Reason">What is wrong there, as a clause: "a comma is missing".</param>
internal sealed record JsonFault(JsonFaultKind Kind, LinePosition At, string Reason);

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
