using System.Collections.Generic;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Annotations;

public class FaultLogTests
{
    [Fact]
    public void TheFirstOfEachKindAreToldAndTheOthersCounted()
    {
        var log = new FaultLog("a.csv");
        for (int line = 1; line <= FaultLog.Shown + 3; line++)
        {
            log.Add(AnnotationDiagnostics.MissingName("a.csv", new LinePosition(line, 1)));
        }

        log.Count(AnnotationDiagnostics.NameMissing);
        log.Add(AnnotationDiagnostics.MissingBox("a.csv", new LinePosition(2, 1), "cat"));
        IReadOnlyList<Diagnostic> told = log.ToList();

        Assert.Equal(FaultLog.Shown + 2, told.Count);
        Assert.Equal(told.Take(FaultLog.Shown + 1).OrderBy(d => d.Start.Line), told.Take(FaultLog.Shown + 1));
        Assert.Equal(AnnotationDiagnostics.NameMissing, told[^1].Rule);
        Assert.Equal(4, told[^1].FaultCount);
        Assert.Equal("4 more of this kind in the file are not listed (an object has no class name)", told[^1].Message);
        Assert.Contains(told, d => d.Rule == AnnotationDiagnostics.BoxMissing);
    }

    [Fact]
    public void AKindIsToldUntilTheLimit()
    {
        var log = new FaultLog("a.csv");
        for (int i = 0; i < FaultLog.Shown; i++)
        {
            Assert.True(log.Tells(AnnotationDiagnostics.NameMissing));
            log.Count(AnnotationDiagnostics.NameMissing);
        }

        Assert.False(log.Tells(AnnotationDiagnostics.NameMissing));
        Assert.True(log.Tells(AnnotationDiagnostics.BoxMissing));
    }
}
