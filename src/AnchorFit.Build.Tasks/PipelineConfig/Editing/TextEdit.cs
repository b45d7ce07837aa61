using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>One change of a text, as data.</summary>
/// <param name="Start">Where it begins, in UTF-16 units of the original text.</param>
/// <param name="Length">How much of the original it replaces; 0 for an insertion.</param>
/// <param name="NewText">What stands there afterwards; empty for a removal.</param>
internal readonly record struct TextEdit(int Start, int Length, string NewText)
{
    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);
}
