using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Overriding;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;
using AnchorFit.Tests.PipelineConfig.Schema;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Overriding;

/// <summary>Applies overrides of <c>p.csproj</c> to a text.</summary>
internal static class OverrideAssert
{
    /// <summary>The result of overrides that are in order; doing each a second time must change nothing, but for those that append.</summary>
    /// <param name="items">Path and value; a null value clears.</param>
    public static string Apply(string text, params (string Path, string? Value)[] items)
    {
        DiagnosticBag diagnostics = [];
        OverriddenConfig result = Run(text, diagnostics, items);
        Assert.Empty(diagnostics);
        foreach ((string path, string? value) in items.TakeLast(1).Where(item => !item.Path.Contains('+', System.StringComparison.Ordinal) && (item.Value is not null || !item.Path.EndsWith(']'))))
        {
            Assert.Equal(result.Document.Source.Content, Run(result.Document.Source.Content, diagnostics, (path, value)).Document.Source.Content);
        }

        return result.Document.Source.Content;
    }

    /// <summary>What is wrong with one override, as a compiler would print it; the text stays as it is when that is an error.</summary>
    public static string Fault(string text, string path, string? value)
    {
        DiagnosticBag diagnostics = [];
        OverriddenConfig result = Run(text, diagnostics, (path, value));
        Diagnostic fault = Assert.Single(diagnostics);
        Assert.True(!fault.IsError || result.Document.Source.Content == text);
        return fault.ToString();
    }

    public static OverriddenConfig Run(string text, DiagnosticBag diagnostics, params (string Path, string? Value)[] items)
    {
        ConfigDocument document = Binding.Parse(text);
        Assert.DoesNotContain(document.Diagnostics, item => item.IsError);
        IReadOnlyList<ConfigOverride> overrides = [.. items.Select((item, i) => new ConfigOverride(item.Path, item.Value, () => new FilePlace("p.csproj", new LinePosition(i + 1, 5))))];
        return ConfigOverrides.Apply(document, TrainEvalPipelineConfig.Descriptor, overrides, diagnostics);
    }
}
