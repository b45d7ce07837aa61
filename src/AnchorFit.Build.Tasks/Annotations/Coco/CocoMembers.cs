using System;

namespace AnchorFit.Annotations.Coco;

/// <summary>Members of an annotation in a COCO file.</summary>
[Flags]
internal enum CocoMembers
{
    None = 0,
    Box = 1,
    Image = 2,
    Category = 4,
    Caption = 8,
    Segments = 16,
}
