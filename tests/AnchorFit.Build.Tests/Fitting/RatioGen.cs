using System;
using System.Linq;
using CsCheck;

namespace AnchorFit.Tests.Fitting;

/// <summary>Random ratios with weights, the awkward kinds among them.</summary>
internal static class RatioGen
{
    private static readonly double[] Near = [1e-6, 0.3, 1.0, 7.0, 1e6];

    private static readonly Gen<double> Ordinary = Gen.Double[-1.5, 1.5].Select(Math.Exp);
    private static readonly Gen<double> Wide = Gen.Double[Math.Log(1e-6), Math.Log(1e6)].Select(Math.Exp);
    private static readonly Gen<double> OfSmallBoxes = Gen.Select(Gen.Int[1, 8], Gen.Int[1, 8], (w, h) => (double)w / h);
    private static readonly Gen<double> NearlyOne = Gen.Int[0, 50].Select(i => 1 + (i * 1e-14));
    private static readonly Gen<double> NearlyAlike =
        Gen.Select(Gen.Int[0, 4], Gen.Double[0, 1e-9], (i, by) => Near[i] * (1 + by));

    private static readonly Gen<double> One = Gen.Const(1.0);
    private static readonly Gen<double> Count = Gen.Int[1, 20].Select(i => (double)i);
    private static readonly Gen<double> Heavy = Gen.Double[Math.Log(1e-6), Math.Log(1e6)].Select(Math.Exp);

    /// <summary>One kind of ratio and one kind of weight a set, or all mixed.</summary>
    public static Gen<(double Ratio, double Weight)[]> Sets(int minLength, int maxLength) =>
        Gen.OneOf(
            Gen.OneOf(Ordinary, Wide, OfSmallBoxes, NearlyOne, NearlyAlike).Select(Gen.OneOf(One, Count, Heavy)).Array[minLength, maxLength],
            Gen.OneOf(
                new[] { Ordinary, Wide, OfSmallBoxes, NearlyOne, NearlyAlike }
                    .SelectMany(_ => new[] { One, Count, Heavy }, (ratio, weight) => Gen.Select(ratio, weight).Array[minLength, maxLength])
                    .ToArray()));
}
