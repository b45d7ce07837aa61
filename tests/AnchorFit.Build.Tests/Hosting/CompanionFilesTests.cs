using System;
using System.IO;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class CompanionFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ProjectPaths Project => new(_folder.Path);

    [Fact]
    public void RemembersWhatWasLookedForFoundOrNot()
    {
        _folder.Write("data/classes.txt", "cat");
        var companions = new CompanionFiles(Project);

        Assert.Null(companions.Find("data/data.yaml").Open);
        using (var reader = new StreamReader(companions.Find("data/classes.txt").Open!()))
        {
            Assert.Equal("cat", reader.ReadToEnd());
        }

        companions.Keep([File(companions.Find("data/classes.txt").Identity), File(companions.Find("data/data.yaml").Identity, companions.Find("data/classes.txt").Identity)]);
        Assert.Equal(["data/classes.txt", "data/data.yaml"], companions.Kept.Select(c => c.Path));
        Assert.All(companions.Kept, c => Assert.True(CompanionFiles.Holds(c, Project)));
    }

    [Fact]
    public void NoticesWhatCameWentAndChanged()
    {
        _folder.Write("a.txt", "1");
        _folder.Write("b.txt", "1");
        var companions = new CompanionFiles(Project);
        string[] paths = ["a.txt", "b.txt", "c.txt", "*.record"];
        foreach (string path in paths)
        {
            companions.Keep([File(companions.Find(path).Identity)]);
        }

        var stamp = new FitStamp();
        stamp.SetCompanions(companions);
        stamp.Save(At("stamp"), At("a.txt"));
        Assert.Null(Changed());

        _folder.Write("one.record", "");
        Assert.Equal("changed beside the annotations: *.record", Changed());
        System.IO.File.Delete(At("one.record"));
        _folder.Write("c.txt", "");
        Assert.Equal("changed beside the annotations: c.txt", Changed());
        System.IO.File.Delete(At("c.txt"));
        _folder.Write("b.txt", "22");
        Assert.Equal("changed beside the annotations: b.txt", Changed());
        System.IO.File.Delete(At("a.txt"));
        Assert.Equal("changed beside the annotations: a.txt", Changed());

        string? Changed() => FitStamp.TryLoad(At("stamp"))!.FindChangedCompanion(Project);
    }

    [Theory]
    [InlineData("a\nb.jpg")]
    [InlineData("a\rb.jpg")]
    [InlineData("a\0b.jpg")]
    public void NoFileIsSoughtByANameThatTakesMoreThanALine(string path)
    {
        var companions = new CompanionFiles(Project);
        CompanionFile file = companions.Find(path);

        Assert.Null(file.Open);
        Assert.Empty(companions.Records(path));

        companions.Keep([File(file.Identity)]);
        var stamp = new FitStamp();
        stamp.SetCompanions(companions);
        _folder.Write("cache", "");
        stamp.Save(At("stamp"), At("cache"));
        Assert.Null(FitStamp.TryLoad(At("stamp"))!.FindChangedCompanion(Project, cancellation: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ContentsTellWhereTheUserWantsIt(bool hashContents)
    {
        _folder.Write("names.txt", "cat");
        var companions = new CompanionFiles(Project, hashContents);
        Companion before = companions.Find("names.txt").Identity;
        DateTime time = System.IO.File.GetLastWriteTimeUtc(At("names.txt"));

        System.IO.File.SetLastWriteTimeUtc(At("names.txt"), time.AddDays(1));
        Assert.Equal(hashContents, CompanionFiles.Holds(before, Project, hashContents));

        _folder.Write("names.txt", "dog");
        System.IO.File.SetLastWriteTimeUtc(At("names.txt"), time);
        Assert.NotEqual(hashContents, CompanionFiles.Holds(before, Project, hashContents));

        companions.Keep([File(before, companions.Find("gone.txt").Identity)]);
        var stamp = new FitStamp();
        stamp.SetCompanions(companions);
        stamp.Save(At("stamp"), At("names.txt"));
        Assert.Equal(
            hashContents ? "changed beside the annotations: names.txt" : null,
            FitStamp.TryLoad(At("stamp"))!.FindChangedCompanion(Project, hashContents, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void RecordsOfTheConfigAreReadAsRecordsInAnOrderThatNoFileSystemDecides()
    {
        _folder.Write("b.record-1", "");
        _folder.Write("a.record-1", "");
        var companions = new CompanionFiles(Project);

        AnnotationSource[] sources = [.. companions.Records("*.record-?")];

        Assert.Equal(["a.record-1", "b.record-1"], sources.Select(s => s.Name));
        Assert.All(sources, s => Assert.Equal(AnnotationFormats.TfRecord, s.Format));
        Assert.All(sources, s => Assert.NotEmpty(s.State));
        Assert.Equal(["*.record-?", "a.record-1", "b.record-1"], companions.Kept.Select(c => c.Path));
        Assert.Empty(companions.Records("nothing*"));
    }

    public void Dispose() => _folder.Dispose();

    private static AnnotationFile File(params Companion[] companions) =>
        new() { Path = "x.txt", ClassNames = [], Boxes = [], ObjectCount = 0, Diagnostics = [], Companions = companions };

    private string At(string name) => Path.Combine(_folder.Path, name);
}
