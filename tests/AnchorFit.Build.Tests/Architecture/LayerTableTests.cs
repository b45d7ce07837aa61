using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace AnchorFit.Tests.Architecture;

/// <summary>The table finds each way in which <c>Samples.Upper</c> uses what it is forbidden to.</summary>
public class LayerTableTests
{
    private const string Upper = "AnchorFit.Tests.Architecture.Samples.Upper";
    private const string Lower = "AnchorFit.Tests.Architecture.Samples.Lower";

    private static readonly string ThisAssembly = typeof(LayerTableTests).Assembly.Location;

    public static TheoryData<string> Samples => new(
        TypeUse.ReadTypes(ThisAssembly).Where(type => type.Namespace == Upper).Select(type => type.Name));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_kind_of_use_is_seen(string sample)
    {
        string[] violations = Table([], [], []).FindViolations(TypeUse.ReadAll(ThisAssembly)).ToArray();
        Assert.Contains(violations, line => line.StartsWith($"{Upper}.{sample} uses ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_table_allows_is_no_violation() =>
        Assert.Equal([], Table([Lower], [Upper], [Upper]).FindViolations(TypeUse.ReadAll(ThisAssembly)));

    [Fact]
    public void The_layer_below_is_free_of_violations()
    {
        IEnumerable<string> violations = Table([], [], []).FindViolations(TypeUse.ReadAll(ThisAssembly));
        Assert.DoesNotContain(violations, line => line.StartsWith(Lower, StringComparison.Ordinal));
    }

    [Fact]
    public void A_namespace_without_a_rule_is_told()
    {
        TypeName[] types = [new(Upper, "A"), new("AnchorFit.Newcomer", "B"), new(string.Empty, "C"), new(string.Empty, "<D>"), new("System.X", "E")];
        Assert.Equal(
            ["AnchorFit.Newcomer.B", "C"],
            Table([], [], []).FindUnknown(types).Select(line => line.Split(' ')[0]));
    }

    private static LayerTable Table(string[] belowUpper, string[] mathUsers, string[] diskUsers) => new()
    {
        OwnPrefix = "AnchorFit",
        Directions = new Dictionary<string, string[]>(StringComparer.Ordinal) { [Upper] = belowUpper, [Lower] = [] },
        ForeignUsers = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["MathNet.Numerics"] = mathUsers },
        DiskUsers = diskUsers,
    };
}
