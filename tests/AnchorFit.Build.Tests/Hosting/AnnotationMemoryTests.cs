using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Geometry;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class AnnotationMemoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private string _nameState = "1 1";

    private string ManifestFile => Path.Combine(_folder.Path, "manifest");

    private ReadingOptions Plain => new() { FindCompanion = path => new CompanionFile(new Companion(path, _nameState), null) };

    [Fact]
    public void AFileIsRecalledWhileWhatStandsBesideItIsAsItWas()
    {
        Save(File(boxes: 2));

        Assert.Equal(2, Recall(Plain)!.Boxes.Count);
        _nameState = "2 2";
        Assert.Null(Recall(Plain));
    }

    [Fact]
    public void AFileWhoseImageNobodyLookedForIsReadAgainByARunThatNeedsItsSize()
    {
        Save(File(boxes: 2, sizesNotSought: true));

        Assert.NotNull(Recall(Plain));
        Assert.NotNull(Recall(Plain with { NeedsImageSizesOfPixels = true }));
        Assert.Null(Recall(Plain with { NeedsImageSizes = true }));
    }

    [Fact]
    public void ALargeFileIsNotKeptAndItsStateStandsForIt()
    {
        AnnotationFile large = File(boxes: AnnotationMemory.KeptBoxes + 1).File;

        ManifestEntry entry = Save(new Made(large));
        Assert.Null(Recall(Plain));
        Assert.True(entry.Content.Length < 100);
        Assert.NotEqual(entry.Content.ToArray(), Save(new Made(large), state: "3 3").Content.ToArray());
        _nameState = "2 2";
        Assert.NotEqual(entry.Content.ToArray(), Save(new Made(File(boxes: AnnotationMemory.KeptBoxes + 1).File)).Content.ToArray());
    }

    [Fact]
    public void AFileOfTheLimitIsKept()
    {
        Save(File(boxes: AnnotationMemory.KeptBoxes));

        Assert.Equal(AnnotationMemory.KeptBoxes, Recall(Plain)!.Boxes.Count);
    }

    [Fact]
    public void AnotherWayToReadForgetsAll()
    {
        Save(File(boxes: 2));

        Assert.Null(Recall(Plain, "setting AnchorFitCheckRecords=true\n"));
        Assert.Null(Recall(Plain, "setting AnchorAnnotationsFormat=Kitti\n"));
        Assert.Null(Recall(Plain, "setting annotation metadata=1234\n"));
        Assert.NotNull(Recall(Plain, "setting AnchorFitAspectRatioCount=9\n"));
    }

    public void Dispose() => _folder.Dispose();

    private Made File(int boxes, bool sizesNotSought = false) => new(new AnnotationFile
    {
        Path = "a.txt",
        Unit = BoxUnit.Fractions,
        Images = [new AnnotatedImage(null, LinePosition.None)],
        ClassNames = [],
        Boxes = [.. Enumerable.Repeat(new GroundTruthBox(new PixelBox(0, 0, 1, 1), -1, BoxFlags.None, 1), boxes)],
        ObjectCount = boxes,
        Diagnostics = [],
        Companions = [new Companion("classes.txt", _nameState)],
        SizesNotSought = sizesNotSought,
    });

    private ManifestEntry Save(Made made, string state = "5 5")
    {
        AnnotationMemory memory = Load(string.Empty, state, out IReadOnlyList<AnnotationSource> sources);
        IReadOnlyList<ManifestEntry> entries = memory.Describe(sources, [made.File]);
        memory.Save(ManifestFile, entries);
        return entries[0];
    }

    private AnnotationFile? Recall(ReadingOptions options, string settings = "")
    {
        Load(settings, "5 5", out IReadOnlyList<AnnotationSource> sources);
        return sources[0].Recall(options);
    }

    private AnnotationMemory Load(string settings, string state, out IReadOnlyList<AnnotationSource> sources)
    {
        AnnotationMemory memory = AnnotationMemory.Load(InputListing.Parse($"{settings}annotation {state} a.txt\n"), ManifestFile);
        sources = memory.Attach([new AnnotationSource("a.txt", () => throw new NotSupportedException()) { State = memory.StateOf("a.txt") }]);
        return memory;
    }

    private sealed record Made(AnnotationFile File);
}
