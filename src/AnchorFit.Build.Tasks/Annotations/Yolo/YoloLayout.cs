namespace AnchorFit.Annotations.Yolo;

/// <summary>What the fields behind the class of a YOLO line are.</summary>
internal enum YoloLayout
{
    /// <summary>Nothing that is known.</summary>
    None,

    /// <summary>Centre, width and height; behind them perhaps a confidence or keypoints.</summary>
    Box,

    /// <summary>The corners of a polygon, or of a turned box.</summary>
    Polygon,
}
