using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using AnchorFit.Fitting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Fitting;

/// <summary>
/// The raccoon set (217 boxes) at 320 x 320: figures made once with sklearn 1.2.1 (KMeans, random_state 0, ten restarts)
/// and with a separate exact solver in Python.
/// </summary>
public class RaccoonFiguresTests
{
    private static readonly Dictionary<int, (double[] AspectRatios, double Inertia, double SklearnInertia, double MeanIoU)> Expected = new()
    {
        [2] = ([0.602546117028418, 0.982305186301504], 3.6683673341002248, 3.6685020667108157, 88.21302050079805),
        [3] = ([0.5485394352986365, 0.7851819779412357, 1.1223243172137969], 2.0985811814778685, 2.0986865386003806, 90.41257346947255),
        [4] = ([0.5271971300997934, 0.7076778520215953, 0.9440050375191024, 1.3410970769497894], 1.273431383460597, 1.2734313834611024, 92.48792312534158),
        [5] = ([0.4710557504350835, 0.6090162621734488, 0.7654389629755873, 0.9815815726586619, 1.3924813313891935], 0.8143785462864841, 0.8149580344154357, 93.94228471202868),
        [6] = ([0.4571077566624819, 0.5803373798622473, 0.7063837472297604, 0.864089210086124, 1.0398548989746266, 1.4212504016097052], 0.5878237486340581, 0.5898621512050659, 95.04071346870968),
        [7] = ([0.346195889582697, 0.4851328627277294, 0.5963407514463166, 0.7147014201948667, 0.864089210086124, 1.0398548989746266, 1.4212504016097052], 0.4499888908551597, 0.457586546193573, 95.30459218507276),
        [8] = ([0.346195889582697, 0.4780267013719111, 0.5811956638670036, 0.6810141388540637, 0.7958892693880744, 0.9221469688004648, 1.061671531008147, 1.4212504016097052], 0.35276476293099535, 0.3528965332900008, 95.9996475254608),
    };

    /// <summary>The notebook's average IoU, where sklearn found the optimum.</summary>
    private static readonly Dictionary<int, double> AverageCentroidIoU = new()
    {
        [4] = 92.48596331289734,
    };

    private static readonly Dictionary<int, (double[] AspectRatios, double MeanIoU)> ExpectedOfMeanIoU = new()
    {
        [2] = ([0.6220193740685545, 0.9314919314919315], 88.35375844690648),
        [3] = ([0.5792535392535393, 0.750455373406193, 1.002065310575949], 91.31522225669492),
        [4] = ([0.5731371518654755, 0.7016509433962264, 0.8779545716591722, 1.0579911393242083], 92.86467359241362),
        [5] = ([0.5731371518654755, 0.6949602122015915, 0.84375, 1.0095247933884297, 1.3587141959234983], 94.10875288679037),
        [6] = ([0.4856935654008439, 0.5842490842490843, 0.6951977401129944, 0.84375, 1.0095247933884297, 1.3587141959234983], 95.26629088649821),
        [7] = ([0.4856935654008439, 0.5842490842490843, 0.689789603960396, 0.7756169473726726, 0.8854166666666666, 1.0113425925925925, 1.3587141959234983], 95.98255404344935),
        [8] = ([0.4856935654008439, 0.5842490842490843, 0.689789603960396, 0.7756169473726726, 0.8841201923076922, 0.9956380413127819, 1.096344865344005, 1.3901111830107653], 96.38616849255796),
    };

    public static TheoryData<int> Counts => new(Expected.Keys);

    [CorpusTheory]
    [MemberData(nameof(Counts))]
    public void The_fit_is_the_exact_optimum(int k)
    {
        KMeansFit fit = Fit(k);
        Assert.Equal(Expected[k].AspectRatios.Length, fit.Clusters.Count);
        foreach ((double expected, RatioCluster cluster) in Expected[k].AspectRatios.Zip(fit.Clusters))
        {
            Assert.Equal(expected, cluster.AspectRatio, 1e-9);
        }

        Assert.Equal(Expected[k].Inertia, fit.Inertia, 1e-9 * Expected[k].Inertia);
        Assert.True(fit.Inertia <= Expected[k].SklearnInertia);
    }

    [CorpusTheory]
    [MemberData(nameof(Counts))]
    public void The_written_anchors_cover_the_boxes_as_well_as_the_figures_say(int k)
    {
        WeightedRatios ratios = Ratios();
        KMeansFit fit = Fit(k);
        FitQuality quality = FitQuality.Measure(ratios, fit, fit.Clusters.Select(c => (float)c.AspectRatio));

        // The figures are of double ratios; the config holds float32.
        Assert.Equal(Expected[k].MeanIoU, 100 * quality.Coverage.MeanIoU, 1e-5);
        Assert.Equal(fit.Inertia, quality.Inertia);
        if (AverageCentroidIoU.TryGetValue(k, out double average))
        {
            Assert.Equal(average, 100 * quality.AverageCentroidIoU!.Value, 1e-9);
        }
    }

    [CorpusTheory]
    [MemberData(nameof(Counts))]
    public void The_fit_of_the_mean_IoU_is_the_exact_optimum(int k)
    {
        MeanIoUFit fit = OptimalMeanIoU.Fit(Ratios(), k, TestContext.Current.CancellationToken);
        Assert.Equal(ExpectedOfMeanIoU[k].AspectRatios, fit.AspectRatios, (expected, actual) => Math.Abs(expected - actual) < 1e-12);
        Assert.Equal(ExpectedOfMeanIoU[k].MeanIoU, 100 * fit.MeanIoU, 1e-11);
    }

    [CorpusFact]
    public void The_curves_are_those_of_the_single_fits()
    {
        WeightedRatios ratios = Ratios();
        RatioCurveTests.AssertSame(ratios);
        AssertCurve(Expected.ToDictionary(e => e.Key, e => e.Value.MeanIoU), FitObjective.KMeans);
        AssertCurve(ExpectedOfMeanIoU.ToDictionary(e => e.Key, e => e.Value.MeanIoU), FitObjective.MeanIoU);

        void AssertCurve(Dictionary<int, double> expected, FitObjective objective)
        {
            var curve = RatioCurve.Measure(ratios, RatioFitter.For(objective), TestContext.Current.CancellationToken);
            Assert.Equal(10, curve.Points.Count);
            Assert.All(expected, e => Assert.Equal(e.Value, 100 * curve.Points[e.Key - 1].MeanIoU, 1e-5));
        }
    }

    private static KMeansFit Fit(int k) => OptimalKMeans.Fit(Ratios(), k, TestContext.Current.CancellationToken);

    /// <summary>Read from the set's table, so that no annotation reader has a part in it.</summary>
    private static WeightedRatios Ratios()
    {
        double[] ratios = File.ReadLines(Path.Combine(Corpus.Require(), "raccoon", "raccoon_labels.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells =>
            {
                double Cell(int index) => double.Parse(cells[index], CultureInfo.InvariantCulture);
                double width = (Cell(6) - Cell(4)) * 320 / Cell(1);
                double height = (Cell(7) - Cell(5)) * 320 / Cell(2);
                return width / height;
            })
            .ToArray();
        Assert.Equal(217, ratios.Length);
        return WeightedRatios.Create(ratios, Enumerable.Repeat(1.0, ratios.Length).ToArray());
    }
}
