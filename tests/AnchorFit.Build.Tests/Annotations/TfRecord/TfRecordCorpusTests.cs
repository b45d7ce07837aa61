using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Annotations.PascalVoc;
using AnchorFit.Geometry;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Annotations.TfRecord;

/// <summary>The raccoon set's records beside the table and the PASCAL VOC files of the same images.</summary>
public sealed class TfRecordCorpusTests
{
    [CorpusTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void AgreesWithTheTableOfTheSameImages(bool checks)
    {
        string folder = Path.Combine(Corpus.Require(), "raccoon");
        AnnotationFile file = Read(folder, checks);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(40, file.Images.Count);
        IEnumerable<string> expected = File.ReadAllLines(Path.Combine(folder, "test_labels.csv")).Skip(1).Select(row => row.Trim());
        Assert.Equal(expected.Order(StringComparer.Ordinal), file.Boxes.Select(b => Row(file, b)).Order(StringComparer.Ordinal));
    }

    [CorpusFact]
    public void AgreesWithTheAnnotationsOfTheSameImages()
    {
        AnnotationFile file = Read(Path.Combine(Corpus.Require(), "raccoon"), checks: false);
        foreach (AnnotatedImage image in file.Images)
        {
            string path = Path.Combine(Corpus.RaccoonAnnotations(), Path.ChangeExtension(image.Name!, ".xml"));
            AnnotationFile voc = new PascalVocReader().Read(File.ReadAllBytes(path), path);
            ImageSize size = voc.Images[0].Size!.Value;
            Assert.Equal(size, image.Size);
            Assert.Equal(
                voc.Boxes.Select(b => new PixelBox(
                    (float)(b.Edges.XMin / size.Width), (float)(b.Edges.YMin / size.Height), (float)(b.Edges.XMax / size.Width), (float)(b.Edges.YMax / size.Height))),
                file.Boxes.Where(b => file.Images[b.Image].Name == image.Name).Select(b => b.Edges));
        }
    }

    private static AnnotationFile Read(string folder, bool checks)
    {
        using FileStream stream = File.OpenRead(Path.Combine(folder, "test.record"));
        return TfRecords.Read(stream, "test.record", new ReadingOptions { CheckRecords = checks });
    }

    private static string Row(AnnotationFile file, GroundTruthBox box)
    {
        AnnotatedImage image = file.Images[box.Image];
        ImageSize size = image.Size!.Value;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{image.Name},{size.Width},{size.Height},{file.ClassNames[box.ClassIndex]},{Pixels(box.Edges.XMin, size.Width)},{Pixels(box.Edges.YMin, size.Height)},{Pixels(box.Edges.XMax, size.Width)},{Pixels(box.Edges.YMax, size.Height)}");
    }

    /// <summary>The pixel of which the fraction is the nearest float32.</summary>
    private static double Pixels(double fraction, int side)
    {
        double pixel = Math.Round(fraction * side);
        Assert.Equal((float)(pixel / side), (float)fraction);
        return pixel;
    }
}
