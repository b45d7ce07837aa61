using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class InputSnapshotTests : IDisposable
{
    private static readonly DateTime s_time = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();

    public InputSnapshotTests()
    {
        Write("a.xml", "aaaa");
        Write("b.xml", "bbbb");
    }

    private string Cache => Path.Combine(_folder.Path, "cache");

    [Fact]
    public void OrderAndRepetitionOfInputsDoNotMatter()
    {
        Take(["a.xml", "b.xml"]).Save(Cache);

        Assert.Empty(Changes(Take(["b.xml", "a.xml", "./a.xml"]))!);
    }

    [Fact]
    public void SizeTimeNameAndSettingMatter()
    {
        Take(["a.xml", "b.xml"]).Save(Cache);

        Assert.NotEmpty(Changes(Take(["a.xml"]))!);
        Assert.NotEmpty(Changes(Take(["a.xml", "b.xml"], "k=5"))!);
        Write("b.xml", "bbbbb");
        Assert.Equal(["annotation changed: b.xml"], Changes(Take(["a.xml", "b.xml"])));
        Write("b.xml", "bbbb");
        Assert.Empty(Changes(Take(["a.xml", "b.xml"]))!);
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, "b.xml"), s_time.AddTicks(-10));
        Assert.Equal(["annotation changed: b.xml"], Changes(Take(["a.xml", "b.xml"])));
    }

    [Fact]
    public void AFileWhoseContentCanNotBeReadIsLeftToTheReader()
    {
        Assert.SkipWhen(System.OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        string[] names = [.. Enumerable.Range(0, 1500).Select(i => $"{i}.xml")];
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "7.xml"), _folder.Path);

        Take(names, hashContents: true).Save(Cache);
        File.Delete(Path.Combine(_folder.Path, "7.xml"));
        Write("7.xml", "aaaa");

        Assert.Equal(["annotation changed: 7.xml"], Changes(Take(names, hashContents: true)));
    }

    [Fact]
    public void APipeKeepsNobodyWaiting()
    {
        SpecialFile.Pipe(Path.Combine(_folder.Path, "pipe.xml"));

        Take(["pipe.xml"], hashContents: true).Save(Cache);

        Assert.Equal("0 unreadable", SavedSnapshot.TryLoad(Cache)!.Parse().StateOf(InputKind.Annotation, "pipe.xml"));
    }

    [Fact]
    public void ALineThatIsThereTwiceIsOne()
    {
        Take(["a.xml", "a.xml", "b.xml"]).Save(Cache);

        Assert.Empty(Changes(Take(["a.xml", "b.xml"]))!);
        Assert.Empty(Changes(Take(["a.xml", "b.xml", "b.xml"]))!);
    }

    /// <summary>Whatever changes among files with similar names and sizes, exactly that is told.</summary>
    [Fact]
    public void ExactlyWhatChangedIsTold() => Gen.Select(Gen.Int[0, 3].Array[8], Gen.Int[0, 3].Array[8], Gen.Shuffle(new[] { 0, 1, 2, 3, 4, 5, 6, 7 })).Sample(
        (before, after, order) =>
        {
            Directory.CreateDirectory(Path.Combine(_folder.Path, "c"));
            string[] names = ["a.xml", "aa.xml", "a a.xml", "b.xml", "c/a.xml", "c/b 1 2.xml", "1 2 a.xml", "z.xml"];
            string[] Write(int[] sizes)
            {
                for (int i = 0; i < sizes.Length; i++)
                {
                    File.Delete(Path.Combine(_folder.Path, names[i]));
                    if (sizes[i] > 0)
                    {
                        this.Write(names[i], new string('x', sizes[i]));
                    }
                }

                return [.. names.Where((_, i) => sizes[i] > 0)];
            }

            Take(Write(before)).Save(Cache);
            InputListing listing = SavedSnapshot.TryLoad(Cache)!.Parse();
            foreach (int i in order)
            {
                Assert.Equal(before[i] == 0 ? null : $"{before[i]} {s_time.Ticks}", listing.StateOf(InputKind.Annotation, names[i]));
            }

            string[] present = Write(after);
            string[] shuffled = [.. order.Select(i => names[i]).Where(n => present.Contains(n))];

            string Change(int i) => before[i] == 0 ? "added" : after[i] == 0 ? "removed" : "changed";
            Assert.Equal(
                Enumerable.Range(0, 8).Where(i => before[i] != after[i]).Select(i => $"annotation {Change(i)}: {names[i]}").Order(StringComparer.Ordinal),
                Changes(Take(before[0] % 2 == 0 ? present : shuffled))!.Order(StringComparer.Ordinal));
        },
        threads: 1,
        iter: 200);

    [Fact]
    public void ContentsAreComparedOnRequest()
    {
        Take(["a.xml"], hashContents: true).Save(Cache);
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, "a.xml"), s_time.AddYears(1));
        Assert.Empty(Changes(Take(["a.xml"], hashContents: true))!);

        Write("a.xml", "aaab");
        Assert.NotEmpty(Changes(Take(["a.xml"], hashContents: true))!);
    }

    [Fact]
    public void ChangesAreToldInWords()
    {
        Take(["a.xml", "b.xml"], "k=4", "gone=1").Save(Cache);
        Write("c d.xml", "c");

        Assert.Equal(
            ["annotation added: c d.xml", "setting changed: k: '4' -> '5'", "annotation removed: b.xml", "setting removed: gone: '1'"],
            Changes(Take(["a.xml", "c d.xml"], "k=5")));
    }

    [Fact]
    public void AFileBehindALinkIsSeen()
    {
        Assert.SkipWhen(System.OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "link.xml"), "a.xml");
        Take(["link.xml"]).Save(Cache);

        Write("a.xml", "aaaaa");

        Assert.Equal(["annotation changed: link.xml"], Changes(Take(["link.xml"])));
    }

    [Fact]
    public void MissingFilesCountAsMissing()
    {
        Take(["a.xml", "none.xml"]).Save(Cache);

        Write("none.xml", "");

        Assert.Equal(["annotation changed: none.xml"], Changes(Take(["a.xml", "none.xml"])));
    }

    [Fact]
    public void ForeignCacheIsIgnored()
    {
        File.WriteAllBytes(Cache, [0, 255, 10, 13, 10]);

        Assert.Null(Changes(Take(["a.xml"])));
        Assert.Null(SavedSnapshot.TryLoad(Cache));
    }

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<string>? Changes(InputSnapshot now) => SavedSnapshot.TryLoad(Cache) is { } before ? now.ChangesSince(before) : null;

    private InputSnapshot Take(IEnumerable<string> annotations, params string[] settings) => Take(annotations, hashContents: false, settings);

    private InputSnapshot Take(IEnumerable<string> annotations, bool hashContents, params string[] settings) => InputSnapshot.Take(
        settings, [.. annotations.Select(a => new InputFile(InputKind.Annotation, a))], new ProjectPaths(_folder.Path), hashContents);

    private void Write(string name, string content) => File.SetLastWriteTimeUtc(_folder.Write(name, content), s_time);
}
