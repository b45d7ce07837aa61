using System.IO;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Overriding;
using AnchorFit.Tests.PipelineConfig.Schema;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Overriding;

public class OverrideGoldenTests
{
    private static readonly string Folder = Path.Combine(
        Repository.Root, "tests", "AnchorFit.Build.Tests", "PipelineConfig", "Overriding", "Golden");

    [Fact]
    public void AConfigWrittenByHandKeepsItsHand()
    {
        // One a line: a path and " = " and a value, or a path alone to clear it.
        (string Path, string? Value)[] items = [.. File.ReadAllLines(Path.Combine(Folder, "by_hand.overrides"))
            .Select(line => line.Split(" = ", 2))
            .Select(parts => (parts[0], parts.Length == 2 ? parts[1] : null))];
        DiagnosticBag diagnostics = [];

        OverriddenConfig result = OverrideAssert.Run(File.ReadAllText(Path.Combine(Folder, "by_hand.config")), diagnostics, items);

        Assert.Empty(diagnostics);
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, "by_hand.expected")), result.Document.Source.Content);
        Assert.DoesNotContain(Binding.Pipeline(result.Document.Source.Content).Diagnostics, fault => fault.IsError);
    }
}
