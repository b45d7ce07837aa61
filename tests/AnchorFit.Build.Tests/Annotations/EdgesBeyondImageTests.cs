using System.IO;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Tables;
using AnchorFit.Annotations.TfRecord;
using AnchorFit.Geometry;
using AnchorFit.Tests.Annotations.Tables;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Annotations;

/// <summary>An edge beyond the image is a slip of its own; to exchange it with the other would move it to the wrong side.</summary>
public class EdgesBeyondImageTests
{
    [Theory]
    [InlineData("5000 2 30 40", "a.txt(1,11): warning AFB2017: left 5000 of the box of 'car' lies beyond the image of 800 × 600 pixels, and the box is left out: correct it, or the image's size")]
    [InlineData("60 700 30 40", "a.txt(1,11): warning AFB2017: top 700 of the box of 'car' lies beyond the image of 800 × 600 pixels, and the box is left out: correct it, or the image's size")]
    [InlineData("60 2 30 40", "a.txt(1,11): warning AFB2015: the corners of the box of 'car' are swapped (left 60 is greater than right 30) and it is left out: exchange the values")]
    public void OfKitti(string edges, string expected)
    {
        var reader = new KittiReader((_, _) => (new AnnotatedImage(new ImageSize(800, 600), new LinePosition(1, 1)), []));

        TableReading.AssertSays(expected, TableReading.Read(reader, $"Car 0 0 0 {edges} 1 1 1 1 1 1 1\n", "a.txt"));
    }

    [Theory]
    [InlineData("50,0.25,0.1,0.2", "a.csv(2,8): warning AFB2017: XMin 50 of the box of '/m/0' lies beyond its image, which reaches from 0 to 1, and the box is left out: write its edges as fractions of the image")]
    [InlineData("0.5,0.25,0.1,0.2", "a.csv(2,8): warning AFB2015: the corners of the box of '/m/0' are swapped (XMin 0.5 is greater than XMax 0.25) and it is left out: exchange the values")]
    public void OfOpenImages(string edges, string expected) =>
        TableReading.AssertSays(expected, TableReading.Read(new OpenImagesReader(), $"ImageID,LabelName,XMin,XMax,YMin,YMax\n1,/m/0,{edges}\n"));

    [Theory]
    [InlineData(1.25f, "AFB2017")]
    [InlineData(0.5f, "AFB2015")]
    public void OfRecords(float xMin, string code)
    {
        byte[] record = TfRecordWriter.Write(TfExamples.Image("a", 10, 10, ("cat", xMin, 0.25f, 0.25f, 0.5f), ("dog", 0.1f, 0.2f, 0.3f, 0.4f)));

        Assert.Equal(code, Assert.Single(TableReading.Read(new TfRecordReader(), new MemoryStream(record), "a.record").Diagnostics).Code);
    }
}
