using System.Linq;
using AnchorFit.Fitting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class AnchorLayerTests
{
    [Fact]
    public void One_thread_a_row_gives_the_bits_that_a_single_one_gives() =>
        Gen.Select(RatioGen.Sets(4, 200), Gen.Int[0, 2]).Sample(
            (set, firstColumn) =>
            {
                WeightedRatios ratios = OptimalKMeansTests.Ratios(set);
                if (ratios.Count < firstColumn + 2)
                {
                    return;
                }

                var gains = new IntervalGains(ratios.Ratios, ratios.Weights);
                var layer = new AnchorLayer(gains, TestContext.Current.CancellationToken)
                {
                    FirstColumn = firstColumn,
                    LastRow = ratios.Count - 1,
                    ColumnGains = [.. Enumerable.Range(firstColumn, ratios.Count - 1 - firstColumn).Select(gains.Before)],
                };

                (double[] alone, int[] aloneChoices) = (layer with { RowsWorthAThread = int.MaxValue }).Solve();
                (double[] divided, int[] dividedChoices) = (layer with { RowsWorthAThread = 1 }).Solve();

                Assert.Equal(alone, divided);
                Assert.Equal(aloneChoices, dividedChoices);
            },
            iter: 100);
}
