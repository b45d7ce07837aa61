using System;
using System.IO;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Annotations.Shapes;

/// <summary>
/// A file of each format that draws shapes, with every kind of shape and every defect, and all that is read of it,
/// byte for byte. ANCHORFIT_UPDATE_GOLDEN=1 rewrites the expectations.
/// </summary>
public sealed class ShapeGoldenTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "AnchorFit.Build.Tests", "Annotations", "Shapes", "Golden");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder).Where(f => !f.EndsWith(".expected", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Files))]
    public void EverythingIsReadAsItStands(string name)
    {
        AnnotationFile file = Read(name, File.ReadAllBytes(Path.Combine(Folder, name)));
        string actual = file.Format + "\n" + AnnotationFileText.Of(file) + "\n";
        string golden = Path.Combine(Folder, name + ".expected");
        if (Environment.GetEnvironmentVariable("ANCHORFIT_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(golden, actual);
        }

        Assert.Equal(File.ReadAllText(golden).ReplaceLineEndings("\n"), actual);
    }

    /// <summary>Cut off anywhere, a file is one error or what came before, and never thrown.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void DamagedFilesNeverThrow(string name)
    {
        byte[] good = File.ReadAllBytes(Path.Combine(Folder, name));
        uint state = 2463534242;
        for (int round = 0; round < 300; round++)
        {
            byte[] bytes = good[..(round % 3 == 0 ? Next(good.Length + 1) : good.Length)];
            for (int i = Next(4); i > 0 && bytes.Length > 0; i--)
            {
                bytes[Next(bytes.Length)] = (byte)(round % 2 == 0 ? "{}[],:\"<>/ 0-".ElementAt(Next(13)) : Next(256));
            }

            AnnotationFile file = Read(name, bytes);
            Assert.All(file.Boxes, box => Assert.True(box.Edges.Width > 0 && box.Edges.Height > 0 && box.ClassIndex < file.ClassNames.Count && box.Image < file.Images.Count));
        }

        int Next(int end)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)end);
        }
    }

    private static AnnotationFile Read(string name, byte[] bytes) =>
        Assert.Single(AnnotationReading.ReadAll([new AnnotationSource(name, () => new MemoryStream(bytes))], 1, new ReadingOptions()));
}
