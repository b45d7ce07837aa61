using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using AnchorFit.Diagnostics;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Diagnostics;

/// <summary>docs/diagnostics.md and the code's rules say the same.</summary>
public partial class DiagnosticsPageTests
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

    private static IReadOnlyList<(string Heading, string Body)> Sections() =>
        SectionPattern().Matches(Repository.Read("docs/diagnostics.md").Replace("\r\n", "\n", StringComparison.Ordinal))
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value))
            .ToList();

    [GeneratedRegex(@"^### <a id=""afb\d{4}""></a>(AFB.*)\n((?:(?!#).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex SectionPattern();
}
