namespace AnchorFit.Text;

/// <summary>A range of a text, in UTF-16 units from its beginning.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
