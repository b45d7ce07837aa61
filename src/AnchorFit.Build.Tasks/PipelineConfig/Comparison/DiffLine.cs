namespace AnchorFit.PipelineConfig.Comparison;

/// <summary>A line of a comparison.</summary>
/// <param name="Mark">A space for a line of both texts, <c>-</c> for one of the first only, <c>+</c> of the second only.</param>
/// <param name="Text">The line without its newline.</param>
internal readonly record struct DiffLine(char Mark, string Text)
{
    public bool IsShared => Mark == ' ';
}
