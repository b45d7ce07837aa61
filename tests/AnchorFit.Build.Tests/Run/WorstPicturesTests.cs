using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using AnchorFit.Annotations;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>The images of the worst-covered boxes in the report, and the links to their annotations.</summary>
public class WorstPicturesTests
{
    private const string Voc = "data/Annotations/a.xml";

    [Fact]
    public void TheBoxStandsWhereItDoesInTheImage()
    {
        // The annotation is of an image of 400 × 300 pixels, the size of the input; the file has twice as many.
        string report = Report([(Voc, Support.Voc.Xml("cat", (40, 80)))], ("data/JPEGImages/a.png", Png(800, 600)));

        Assert.Contains($"href=\"data:image/png;base64,{Convert.ToBase64String(Png(800, 600))}\"", report, StringComparison.Ordinal);
        Assert.Contains("viewBox=\"0 0 800 600\"", report, StringComparison.Ordinal);
        Match frame = Regex.Match(report, "class=\"frame\" d=\"M(?<x>[0-9.]+) (?<y>[0-9.]+)h(?<w>[0-9.]+)v(?<h>[0-9.]+)h-", RegexOptions.None, TimeSpan.FromSeconds(10));
        Assert.Equal(("80", "160"), (frame.Groups["w"].Value, frame.Groups["h"].Value));
    }

    [Fact]
    public void AnImageThatTheFileNamesIsFound()
    {
        const string Coco = """{"images":[{"id":1,"width":400,"height":300,"file_name":"x.jpg"},{"id":2,"width":400,"height":300,"file_name":"deep/y.png"}],"categories":[{"id":1,"name":"cat"}],"annotations":[{"id":1,"image_id":2,"category_id":1,"bbox":[1,1,80,40],"area":3200,"iscrowd":0},{"id":2,"image_id":1,"category_id":1,"bbox":[1,1,20,10],"area":200,"iscrowd":0}]}""";

        Assert.Equal(1, Pictures(Report([("data/coco.json", Coco)], ("data/deep/y.png", Png(400, 300)))));
        Assert.Equal(2, Pictures(Report([("data/coco.json", Coco)], ("data/deep/y.png", Png(400, 300)), ("data/x.jpg", Png(400, 300)))));
    }

    [Fact]
    public void WithoutAnImageThereIsNone() => Assert.Equal(0, Pictures(Report([(Voc, Support.Voc.Xml("cat", (40, 80)))])));

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><script>alert(1)</script></svg>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("")]
    public void WhatIsNoImageStaysOut(string content)
    {
        string report = Report([(Voc, Support.Voc.Xml("cat", (40, 80)))], ("data/JPEGImages/a.png", Encoding.UTF8.GetBytes(content)));

        Assert.Equal(0, Pictures(report));
        Assert.DoesNotContain("base64", report, StringComparison.Ordinal);
    }

    [Fact]
    public void TheyAreFewAndSmall()
    {
        (string, string)[] files = [.. Enumerable.Range(0, 9).Select(i => ($"data/{i}.xml", Support.Voc.Xml("cat", (40 + i, 80))))];

        Assert.Equal(6, Pictures(Report(files, [.. Enumerable.Range(0, 9).Select(i => ($"data/{i}.png", Png(400, 300)))])));
        Assert.Equal(4, Pictures(Report(files, [.. Enumerable.Range(0, 9).Select(i => ($"data/{i}.png", Png(400, 300, 512 << 10)))])));
        Assert.Equal(0, Pictures(Report(files, [.. Enumerable.Range(0, 9).Select(i => ($"data/{i}.png", Png(400, 300, (512 << 10) + 1)))])));
    }

    [Theory]
    [InlineData("data/a.xml", "./../../../data/a.xml")]
    [InlineData("javascript:alert(1).xml", "./../../../javascript%3Aalert%281%29.xml")]
    [InlineData("data/100% #1?é.xml", "./../../../data/100%25%20%231%3F%C3%A9.xml")]
    public void ThePlaceLeadsToTheFile(string file, string address)
    {
        string report = Report([(file, Support.Voc.Xml("cat", (40, 80)))]);

        Assert.Contains($"<a href=\"{address}\">", report, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOfWhichOnlyTheNameIsKnownHasNoLink() =>
        Assert.DoesNotContain("<a href=\"./", Report([("/elsewhere/a.xml", Support.Voc.Xml("cat", (40, 80)))]), StringComparison.Ordinal);

    private static int Pictures(string report) => Regex.Count(report, "<image ", RegexOptions.None, TimeSpan.FromSeconds(10));

    private static string Report(IEnumerable<(string Path, string Text)> files, params (string Path, byte[] Content)[] images)
    {
        var request = new FitRequest(
            RawSettings.FromProperties("x.csproj", [new("AnchorFitAspectRatioCount", "1")]),
            new BaseConfigSource("base.config", "base.config", Encoding.UTF8.GetBytes(Fit.Config.Replace("ssd {", "ssd {\n    feature_extractor { type: \"ssd_mobilenet_v2\" }", StringComparison.Ordinal)), IsBuiltIn: false),
            [.. files.Select(f => new AnnotationSource(f.Path, () => new MemoryStream(Encoding.UTF8.GetBytes(f.Text))))],
            "1.2.3")
        {
            ProjectFromReport = "../../../",
            FindCompanion = path => new CompanionFile(
                new Companion(path, string.Empty),
                Array.Find(images, image => image.Path == path).Content is { } content ? () => new MemoryStream(content) : null),
        };
        FitOutcome outcome = FitRun.Execute(request, CancellationToken.None);
        return Encoding.UTF8.GetString(outcome.Result!.Report!);
    }

    /// <summary>A header with a size, and then nothing.</summary>
    private static byte[] Png(int width, int height, int length = 33)
    {
        byte[] bytes = new byte[length];
        ((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R']).CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }
}
