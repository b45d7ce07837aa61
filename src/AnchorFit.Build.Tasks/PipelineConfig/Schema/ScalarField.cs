namespace AnchorFit.PipelineConfig.Schema;

/// <summary>The value that a field of one value is to have.</summary>
/// <param name="Text">As it shall stand in the file: <c>0.5</c>, <c>false</c>.</param>
internal sealed record ScalarField(string Path, string Text) : WrittenField(Path);
