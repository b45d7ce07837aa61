namespace AnchorFit.PipelineConfig.Editing;

/// <summary>Why a text is no path.</summary>
/// <param name="Position">Where, in UTF-16 units from 1; one beyond the text where something is missing at its end.</param>
/// <param name="Rule">What must stand there, as a clause: "a field's name must stand there".</param>
internal sealed record FieldPathFault(int Position, string Rule);
