using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Diagnostics;

public class DiagnosticBagTests
{
    [Fact]
    public void OneStandsForTheManyOfAKind()
    {
        var bag = new DiagnosticBag();
        for (int line = 1; line <= 5000; line++)
        {
            bag.Add(AnnotationDiagnostics.MissingName("a.xml", new LinePosition(line, 1)));
        }

        bag.Add(AnnotationDiagnostics.EmptyFile("b.xml"));

        Assert.Equal(DiagnosticBag.KeptPerRule + 2, bag.Count);
        Assert.Equal(5000, bag.Where(d => d.Rule == AnnotationDiagnostics.NameMissing).Sum(d => d.FaultCount));
        Assert.True(bag.HasErrors);
    }

    [Fact]
    public void WhatABagCountedAnotherCounts()
    {
        var bag = new DiagnosticBag();
        for (int part = 0; part < 3; part++)
        {
            var one = new DiagnosticBag();
            one.AddRange(Enumerable.Repeat(AnnotationDiagnostics.EmptyFile("a.xml"), 1500));
            bag.AddRange(one);
        }

        Assert.Equal(DiagnosticBag.KeptPerRule + 1, bag.Count);
        Assert.Equal(4500, bag.Sum(d => d.FaultCount));
        Assert.All(bag, d => Assert.True(d.IsError));
    }

    [Fact]
    public void SeveritiesAreCountedApart()
    {
        var bag = new DiagnosticBag();
        bag.AddRange(Enumerable.Repeat(AnnotationDiagnostics.MissingName("a.xml", default), 2000));
        bag.Add(AnnotationDiagnostics.MissingName("a.xml", default) with { Severity = DiagnosticSeverity.Error });

        Assert.True(bag[bag.Count - 1].IsError);
    }
}
