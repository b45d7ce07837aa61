namespace AnchorFit.PipelineConfig.Schema;

/// <summary>A field that a fit writes, and what it is to say.</summary>
/// <param name="Path">The field's full path, elements of repeated messages counted from 0: <c>….anchor_grid[0].base_sizes</c>.</param>
internal abstract record WrittenField(string Path);
