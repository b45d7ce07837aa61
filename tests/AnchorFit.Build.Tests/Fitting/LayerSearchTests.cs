using System;
using System.Linq;
using System.Threading;
using AnchorFit.Fitting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class LayerSearchTests
{
    /// <summary>Both directions, both meanings of a cell, with and without a gap: every row against every column.</summary>
    [Fact]
    public void Every_row_has_the_least_over_all_its_columns() =>
        Gen.Select(RatioGen.Sets(12, 60), Gen.Int[1, 5], Gen.Int[0, 1], Gen.Int[0, 1], Gen.Bool).Sample(
            (set, stride, reach, gap, backwards) =>
            {
                var costs = new IntervalCosts(OptimalKMeansTests.Ratios(set));
                int cells = (costs.Count - 1) / stride;
                int cut = cells / 3;
                LayerSearch layer = Layer(costs, stride, reach, gap, backwards, (cut, cells - cut), (0, cells));
                double[] actual = layer.Solve();
                for (int row = cut; row <= cells - cut; row++)
                {
                    double expected = Enumerable.Range(0, cells + 1)
                        .Where(column => backwards ? column >= row + gap : column <= row - gap)
                        .Select(column => layer.ColumnCosts[column] + Cost(costs, stride, reach, backwards ? (row, column) : (column, row)))
                        .DefaultIfEmpty(double.PositiveInfinity)
                        .Min();
                    double tolerance = expected is double.PositiveInfinity ? 0 : (1e-26 * costs.Of(0, costs.Count)) + (1e-12 * expected);
                    Assert.InRange(actual[row - cut], expected - tolerance, expected + tolerance);
                }
            },
            iter: 3000);

    [Fact]
    public void The_choices_earn_the_costs()
    {
        var costs = new IntervalCosts(WeightedRatios.Create([1, 2, 3, 5, 8, 13, 21], [1, 1, 1, 1, 1, 1, 1]));
        int[] choices = new int[5];
        LayerSearch layer = Layer(costs, 1, 0, 1, backwards: false, (2, 6), (1, 5)) with { Choices = choices };
        double[] rows = layer.Solve();
        for (int row = 2; row <= 6; row++)
        {
            int choice = choices[row - 2];
            Assert.InRange(choice, 1, row - 1);
            Assert.Equal(rows[row - 2], layer.ColumnCosts[choice - 1] + costs.Of(choice, row));
        }
    }

    [Fact]
    public void A_cancelled_search_solves_no_further_row()
    {
        var costs = new IntervalCosts(WeightedRatios.Create([1, 2, 3, 5, 8, 13, 21], [1, 1, 1, 1, 1, 1, 1]));
        LayerSearch layer = Layer(costs, 1, 0, 1, backwards: false, (3, 6), (1, 5));

        Assert.All(layer.Solve(), cost => Assert.NotEqual(0, cost));
        Assert.All((layer with { CancellationToken = new CancellationToken(canceled: true) }).Solve(), cost => Assert.Equal(0, cost));
    }

    /// <summary>The columns cost what one cluster costs from them to the near end: the recurrence's own first step.</summary>
    private static LayerSearch Layer(
        IntervalCosts costs,
        int stride,
        int reach,
        int gap,
        bool backwards,
        (int First, int Last) rows,
        (int First, int Last) columns) => new(costs, stride, TestContext.Current.CancellationToken)
        {
            FirstRow = rows.First,
            LastRow = rows.Last,
            FirstColumn = columns.First,
            ColumnCosts = Enumerable.Range(columns.First, columns.Last - columns.First + 1)
                .Select(column => backwards
                    ? costs.Of(Position(costs, stride, column + reach), costs.Count)
                    : costs.Of(0, Position(costs, stride, column)))
                .ToArray(),
            Reach = reach,
            Gap = gap,
            Backwards = backwards,
        };

    private static double Cost(IntervalCosts costs, int stride, int reach, (int From, int To) cells) =>
        costs.Of(Position(costs, stride, cells.From + reach), Position(costs, stride, cells.To));

    private static int Position(IntervalCosts costs, int stride, int cell) => Math.Min(cell * stride, costs.Count);
}
