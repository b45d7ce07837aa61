using System;

namespace AnchorFit.Annotations;

/// <summary>What an annotation says of a box beside its place and class.</summary>
[Flags]
internal enum BoxFlags
{
    None = 0,
    Difficult = 1,
    Truncated = 2,
    Crowd = 4,
    GroupOf = 8,
}
