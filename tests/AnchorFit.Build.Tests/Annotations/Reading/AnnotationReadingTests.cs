using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using Xunit;

namespace AnchorFit.Tests.Annotations.Reading;

public sealed class AnnotationReadingTests
{
    private static AnnotationSource Source(string path, string xml) =>
        new(path, () => new MemoryStream(Encoding.UTF8.GetBytes(xml)));

    private static string Voc(int side) =>
        $"<annotation><object><name>class {side % 7}</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>{side}</xmax><ymax>5</ymax></bndbox></object></annotation>";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void ResultsStandInTheOrderOfTheSourcesForAnyNumberOfThreads(int threads)
    {
        // Every fifth file has no width: the diagnostics must keep their place too.
        var sources = Enumerable.Range(0, 500).Select(i => Source($"{i}.xml", Voc(i % 5 == 0 ? 0 : i))).ToList();
        IReadOnlyList<AnnotationFile> files = AnnotationReading.ReadAll(sources, threads, new ReadingOptions());

        Assert.Equal(sources.Select(s => s.Path), files.Select(f => f.Path));
        Assert.All(files.Select((file, i) => (file, i)), pair =>
        {
            if (pair.i % 5 == 0)
            {
                Assert.Equal($"{pair.i}.xml", Assert.Single(pair.file.Diagnostics).Path);
            }
            else
            {
                Assert.Equal(pair.i, Assert.Single(pair.file.Boxes).Edges.Width);
            }

            Assert.Equal([$"class {(pair.i % 5 == 0 ? 0 : pair.i) % 7}"], pair.file.ClassNames);
        });
    }

    [Fact]
    public void AFileThatCanNotBeOpenedCostsNoOther()
    {
        (Exception Fault, string Reason)[] cases =
        [
            (new FileNotFoundException("/secret/a.xml"), "it does not exist"),
            (new DirectoryNotFoundException("/secret"), "its folder does not exist"),
            (new UnauthorizedAccessException("/secret/a.xml"), "access is denied"),
            (new SecurityException("no"), "access is denied"),
            (new IOException("The disk\r\nis gone."), "The disk  is gone"),
        ];
        var sources = cases.Select((c, i) => new AnnotationSource($"{i}.xml", () => throw c.Fault)).ToList();
        sources.Add(Source("good.xml", Voc(3)));

        IReadOnlyList<AnnotationFile> files = AnnotationReading.ReadAll(sources, 2, new ReadingOptions());

        Assert.Single(files[^1].Boxes);
        Assert.Equal(
            cases.Select((c, i) => $"{i}.xml: error AFB2001: the annotation file can't be read: {c.Reason}; correct AnchorAnnotations, or the file"),
            files.SelectMany(f => f.Diagnostics).Select(d => d.ToString()));
    }

    [Fact]
    public void AStreamThatFailsInTheMiddleIsAFaultOfItsFile()
    {
        AnnotationSource[] sources = [new("a.xml", () => new FailingStream()), Source("b.xml", Voc(3))];
        IReadOnlyList<AnnotationFile> files = AnnotationReading.ReadAll(sources, 1, new ReadingOptions());
        Assert.Equal("a.xml: error AFB2001: the annotation file can't be read: broken pipe; correct AnchorAnnotations, or the file", Assert.Single(files[0].Diagnostics).ToString());
        Assert.Single(files[1].Boxes);
    }

    [Fact]
    public void CancellationStopsBeforeTheNextFile()
    {
        using var cancel = new CancellationTokenSource();
        int opened = 0;
        var sources = Enumerable.Range(0, 10_000).Select(i => new AnnotationSource("a.xml", () =>
        {
            if (Interlocked.Increment(ref opened) == 3)
            {
                cancel.Cancel();
            }

            return new MemoryStream(Encoding.UTF8.GetBytes(Voc(1)));
        })).ToList();

        Assert.Throws<OperationCanceledException>(() => AnnotationReading.ReadAll(sources, 1, new ReadingOptions { Cancellation = cancel.Token }));
        Assert.Equal(3, opened);
    }

    [Fact]
    public async Task CancellationGetsThroughAReadThatNeverEnds()
    {
        using var cancel = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        var hanging = new AnnotationSource("pipe.xml", () =>
        {
            cancel.Cancel();
            never.Wait(TestContext.Current.CancellationToken);
            throw new IOException("woken");
        });

        Task reading = Task.Run(() => AnnotationReading.ReadAll([hanging], 1, new ReadingOptions { Cancellation = cancel.Token }), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        never.Set();
    }

    [Fact]
    public void EveryFileIsToldWithItsBoxes()
    {
        var counts = new ConcurrentBag<int>();

        AnnotationReading.ReadAll([.. Enumerable.Range(0, 10).Select(i => Source("a.xml", Voc(i)))], 4, new ReadingOptions(), new Counting(counts));

        Assert.Equal([0, 1, 1, 1, 1, 1, 1, 1, 1, 1], counts.Order());
    }

    [Fact]
    public void StreamsAreClosed()
    {
        List<MemoryStream> streams = [];
        AnnotationReading.ReadAll(
            [new("a.xml", () =>
            {
                streams.Add(new MemoryStream());
                return streams[^1];
            })],
            1,
            new ReadingOptions());
        Assert.False(Assert.Single(streams).CanRead);
    }

    [Fact]
    public void NoSourcesGiveNoFiles() => Assert.Empty(AnnotationReading.ReadAll([], 2, new ReadingOptions()));

    private sealed class Counting(ConcurrentBag<int> counts) : IReadingProgress
    {
        public void Begin(int fileCount) => Assert.Equal(10, fileCount);

        public void BoxesRead(int boxes) => counts.Add(boxes);

        public void FileRead(int boxes) => counts.Add(boxes);
    }

    private sealed class FailingStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("broken pipe");
    }
}
