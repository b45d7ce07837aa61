using System;
using System.IO;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Hosting;

/// <summary>What lies in obj is the fit's own word or none.</summary>
public sealed class KeptFileTests : IDisposable
{
    private const string Header = "some-file 1";

    private readonly TemporaryFolder _folder = new();

    private string Place => Path.Combine(_folder.Path, "kept");

    [Fact]
    public void GivesItsContentBack() => Gen.Byte.Array[0, 300].Sample(
        content =>
        {
            File.WriteAllBytes(Place, Write(content));

            KeptFile file = KeptFile.TryRead(Place, Header)!;

            Assert.Equal(content, file.Bytes[file.Start..]);
            Assert.Equal(Digest.Of(content), file.Digest);
        },
        threads: 1,
        iter: 50);

    [Fact]
    public void IsNoneOnceAByteIsChangedLostAddedOrMoved() => Gen.Select(Gen.Byte.Array[1, 100], Gen.Int[0, 1000], Gen.Byte[1, 255], Gen.Int[0, 4]).Sample(
        (content, at, difference, kind) =>
        {
            byte[] whole = Write(content);
            at %= whole.Length;
            byte[] changed = [.. whole];
            changed[at] ^= difference;
            byte[] damaged = kind switch
            {
                0 => changed,
                1 => whole[..at],
                2 => [.. whole[..at], .. whole[(at + 1)..]],
                3 => [.. whole, difference],
                _ => [difference, .. whole],
            };
            File.WriteAllBytes(Place, damaged);

            Assert.Null(KeptFile.TryRead(Place, Header));
        },
        threads: 1,
        iter: 300);

    [Fact]
    public void IsNoneWhenItIsAnothersOrMissingOrNoFile()
    {
        Assert.Null(KeptFile.TryRead(Place, Header));
        File.WriteAllBytes(Place, Write([1]));
        Assert.Null(KeptFile.TryRead(Place, "some-file 2"));
        Assert.Null(KeptFile.TryRead(_folder.Path, Header));
        SpecialFile.Pipe(Place + "2");
        Assert.Null(KeptFile.TryRead(Place + "2", Header));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Write(byte[] content)
    {
        var writer = new ByteWriter();
        writer.WriteBytes(content);
        return KeptFile.Write(Header, writer);
    }
}
