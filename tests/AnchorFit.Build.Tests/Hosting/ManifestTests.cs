using System;
using System.IO;
using System.Linq;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class ManifestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Place => Path.Combine(_folder.Path, "obj", "anchorfit.manifest");

    [Fact]
    public void FindsWhatWasSavedForThatStateOnly()
    {
        Manifest.Save(Place, "1.0", [new("data/a.xml", "10 20", new byte[] { 1, 2, 3 }), new("data/ü b.xml", "11 21", new byte[] { 4 })]);

        var manifest = Manifest.Load(Place, "1.0");

        Assert.Equal([1, 2, 3], manifest.Find("data/a.xml", "10 20").ToArray());
        Assert.Equal([4], manifest.Find("data/ü b.xml", "11 21").ToArray());
        Assert.True(manifest.Find("data/a.xml", "10 21").IsEmpty);
        Assert.True(manifest.Find("data/c.xml", "10 20").IsEmpty);
    }

    [Fact]
    public void FindsInAnyOrderWhatIsThere() => Gen.Select(Gen.Int[0, 9].HashSet[0, 9], Gen.Shuffle(new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 })).Sample(
        (there, order) =>
        {
            Manifest.Save(Place, "1.0", [.. there.Select(i => new ManifestEntry($"{i}.xml", $"{i} 0", new byte[] { (byte)i }))]);
            var manifest = Manifest.Load(Place, "1.0");
            foreach (int i in order)
            {
                Assert.Equal(there.Contains(i) ? [(byte)i] : [], manifest.Find($"{i}.xml", $"{i} 0").ToArray());
                Assert.True(manifest.Find($"{i}.xml", $"{i} 1").IsEmpty);
            }
        },
        threads: 1,
        iter: 100);

    [Fact]
    public void ThatOfAnotherReaderIsNone()
    {
        Manifest.Save(Place, "1.0", [new("a.xml", "1 2", new byte[] { 1 })]);

        Assert.Equal(0, Manifest.Load(Place, "1.1").Count);
    }

    [Fact]
    public void NoFileIsNone() => Assert.Equal(0, Manifest.Load(Place, "1.0").Count);

    [Fact]
    public void AFolderInItsPlaceIsNone()
    {
        Directory.CreateDirectory(Place);

        Assert.Equal(0, Manifest.Load(Place, "1.0").Count);
    }

    [Fact]
    public void ADamagedOneIsNone()
    {
        Manifest.Save(Place, "1.0", [.. Enumerable.Range(0, 20).Select(i => new ManifestEntry($"data/{i}.xml", "1 2", new byte[] { 1, 2, 3, (byte)i }))]);
        byte[] whole = File.ReadAllBytes(Place);
        Assert.Equal(20, Manifest.Load(Place, "1.0").Count);

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, difference) =>
            {
                byte[] damaged = [.. whole];
                damaged[at] ^= difference;
                File.WriteAllBytes(Place, damaged);
                Assert.Equal(0, Manifest.Load(Place, "1.0").Count);

                File.WriteAllBytes(Place, whole[..at]);
                Assert.Equal(0, Manifest.Load(Place, "1.0").Count);
            },
            threads: 1,
            iter: 100);
    }

    public void Dispose() => _folder.Dispose();
}
