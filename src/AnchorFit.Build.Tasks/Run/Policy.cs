namespace AnchorFit.Run;

/// <summary>What to do about a fault that can be lived with.</summary>
internal enum Policy
{
    Warn,
    Error,
    Ignore,
}
