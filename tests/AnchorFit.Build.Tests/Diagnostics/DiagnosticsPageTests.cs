using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using AnchorFit.Diagnostics;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Diagnostics;

/// <summary>docs/diagnostics.md and the code's rules say the same.</summary>
public class DiagnosticsPageTests
{
    private static IReadOnlyList<DiagnosticRule> Rules { get; } = typeof(DiagnosticRule).Assembly.GetTypes()
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(f => f.FieldType == typeof(DiagnosticRule))
        .Select(f => (DiagnosticRule)f.GetValue(null)!)
        .OrderBy(r => r.Code, StringComparer.Ordinal)
        .ToList();

    [Fact]
    public void EveryRuleHasASectionWithItsTitleAndSeverity()
    {
        IEnumerable<string> expected = Rules.Select(r => $"{r.Code}: {r.Title} ({r.Severity.ToString().ToLowerInvariant()})");

        Assert.Equal(expected, Sections().Select(s => s.Heading));
    }

    [Fact]
    public void EverySectionSaysCauseAndCure() =>
        Assert.All(Sections(), s =>
        {
            Assert.Contains("**Cause.**", s.Body, StringComparison.Ordinal);
            Assert.Contains("**Cure.**", s.Body, StringComparison.Ordinal);
        });

    [Fact]
    public void EveryCodeHasOneRule() => Assert.Equal(Rules.Select(r => r.Code).Distinct(), Rules.Select(r => r.Code));

    [Fact]
    public void EveryCodeHasTheFormOfItsArea() => Assert.All(Rules, r => Assert.Matches("^AFB[1-59][0-9]{3}$", r.Code));

    private static List<(string Heading, string Body)> Sections()
    {
        List<(string Heading, string Body)> sections = [];
        foreach (string section in Repository.Read("docs/diagnostics.md").Split("\n### ").Skip(1))
        {
            string[] parts = section.Split('\n', 2);
            int title = parts[0].IndexOf("</a>", StringComparison.Ordinal);
            string anchor = parts[0][..title];
            string heading = parts[0][(title + "</a>".Length)..].TrimEnd('\r');
            Assert.Equal($"<a id=\"{heading.Split(':')[0].ToLowerInvariant()}\">", anchor);
            sections.Add((heading, parts[1]));
        }

        return sections;
    }
}
