namespace AnchorFit.Anchors;

/// <summary>
/// What a generator is told of the input when it draws: an SSD model passes the input's sides on
/// (<c>meta_architectures/ssd_meta_arch.py</c>), Faster R-CNN nothing, so that its generators work in pixels
/// (<c>meta_architectures/faster_rcnn_meta_arch.py</c>).
/// </summary>
/// <param name="PassesSides">An SSD model.</param>
/// <param name="HasFixedSides">All inputs have one size, known when the graph is built: a fixed shape, or padding to a square.</param>
internal readonly record struct AnchorFrame(bool PassesSides, bool HasFixedSides);
