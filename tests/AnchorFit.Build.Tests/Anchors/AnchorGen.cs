using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using CsCheck;

namespace AnchorFit.Tests.Anchors;

/// <summary>Random grids, inputs, and boxes, the awkward kinds among them: grids that begin outside, boxes larger than the input or beyond it.</summary>
internal static class AnchorGen
{
    private static readonly Gen<double> Extent = Gen.OneOf(Gen.Double[2, 90], Gen.Double[2, 600], Gen.Int[1, 40].Select(i => 8.0 * i));

    /// <summary>Whole numbers too, so that anchors touch the edge exactly.</summary>
    private static readonly Gen<double> Place = Gen.OneOf(Gen.Double[-120, 420], Gen.Int[-10, 40].Select(i => 8.0 * i));

    private static readonly Gen<double> Stride = Gen.OneOf(Gen.Double[3, 120], Gen.Int[1, 12].Select(i => 8.0 * i));

    public static Gen<ImageSize> Input { get; } = Gen.Select(Gen.Int[16, 320], Gen.Int[16, 320], (w, h) => new ImageSize(w, h));

    public static Gen<PixelBox> Box { get; } = Gen.Select(Place, Place, Extent, Extent, (x, y, w, h) => new PixelBox(x, y, x + w, y + h));

    public static Gen<BoxSize> Shape { get; } = Gen.Select(Extent, Extent, (w, h) => new BoxSize(w, h));

    public static Gen<AnchorGrid> Grid { get; } =
        Gen.Select(
            Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9]),
            Gen.Select(Stride, Stride),
            Gen.Select(Place, Place),
            Shape.Array[1, 4],
            (counts, strides, first, shapes) => new AnchorGrid(counts.Item1, counts.Item2, strides.Item1, strides.Item2, first.Item1, first.Item2, shapes));

    /// <summary>A grid whose points lie in the middle of its cells, as networks' do.</summary>
    public static Gen<AnchorGrid> GridIn(ImageSize input) =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Shape.Array[1, 4], (rows, columns, shapes) => new AnchorGrid(
            rows,
            columns,
            (double)input.Height / rows,
            (double)input.Width / columns,
            input.Height / 2.0 / rows,
            input.Width / 2.0 / columns,
            [.. shapes.Select(s => new BoxSize(s.Width * 0.7, s.Height * 0.7))]));
}
