using AnchorFit.Text;

namespace AnchorFit.Annotations.Json;

/// <summary>Why a file can't be read as JSON to its end.</summary>
/// <param name="Kind">What sort of fault.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Reason">What is wrong there, as a clause: "a comma is missing".</param>
internal sealed record JsonFault(JsonFaultKind Kind, LinePosition At, string Reason);
