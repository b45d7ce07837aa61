using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Diagnostics;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Annotations.PascalVoc;

/// <summary>The raccoon set: files as labelImg wrote them, and the table that its author made of them.</summary>
public sealed class RaccoonTests
{
    [CorpusFact]
    public void AgreesWithTheTableMadeOfTheSameFiles()
    {
        IReadOnlyList<AnnotationFile> files = Read();
        Assert.Equal(200, files.Count);
        Assert.Equal(217, files.Sum(f => f.Boxes.Count));
        Assert.Equal(["raccoon"], files.SelectMany(f => f.ClassNames).Distinct());

        string[] rows = File.ReadAllLines(Path.Combine(Corpus.Require(), "raccoon", "raccoon_labels.csv"));
        IEnumerable<string> expected = rows.Skip(1).Select(row => row.Substring(row.IndexOf(',', StringComparison.Ordinal) + 1));
        IEnumerable<string> actual = files.SelectMany(f => f.Boxes.Select(b => string.Create(
            CultureInfo.InvariantCulture,
            $"{f.Images[0].Size!.Value.Width},{f.Images[0].Size!.Value.Height},{f.ClassNames[b.ClassIndex]},{b.Edges.XMin},{b.Edges.YMin},{b.Edges.XMax},{b.Edges.YMax}")));
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [CorpusFact]
    public void SaysNothingThatIsNotTrue()
    {
        List<Diagnostic> diagnostics = Read().SelectMany(f => f.Diagnostics).ToList();
        Assert.Empty(diagnostics);
    }

    private static IReadOnlyList<AnnotationFile> Read() => AnnotationReading.ReadAll(
        Directory.GetFiles(Corpus.RaccoonAnnotations(), "*.xml").Order(StringComparer.Ordinal)
            .Select(path => new AnnotationSource(Path.GetFileName(path), () => File.OpenRead(path)))
            .ToList(),
        maxThreads: 2,
        new ReadingOptions());
}
