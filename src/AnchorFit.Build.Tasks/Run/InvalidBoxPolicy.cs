namespace AnchorFit.Run;

/// <summary>What a box that can't be used leads to: <c>AnchorFitInvalidBoxes</c>. It is skipped with each of them.</summary>
internal enum InvalidBoxPolicy
{
    Warn,
    Error,
    Ignore,
}
