using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Annotations.Tables;

/// <summary>Reads texts with a reader as if they were files.</summary>
internal static class TableReading
{
    public static AnnotationFile Read(IAnnotationReader reader, string text, string path = "a.csv") =>
        Read(reader, new MemoryStream(Encoding.UTF8.GetBytes(text)), path);

    public static AnnotationFile Read(IAnnotationReader reader, Stream stream, string path = "a.csv") =>
        reader.Read(stream, new AnnotationSource(path, () => stream), new ReadingOptions());

    /// <summary>The file says exactly this, in as many lines.</summary>
    public static void AssertSays(string expected, AnnotationFile file) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join("\n", file.Diagnostics.Select(d => d.ToString())));

    /// <summary>The file says the same in pieces of any size as in one.</summary>
    public static void AssertSameInPieces(IAnnotationReader reader, byte[] bytes)
    {
        string whole = AnnotationFileText.Of(Read(reader, new MemoryStream(bytes)));
        foreach (int piece in (int[])[1, 2, 3, 7, 4096])
        {
            Assert.Equal(whole, AnnotationFileText.Of(Read(reader, new PiecewiseStream(bytes, piece))));
        }
    }

    /// <summary>Flips, drops and doubles bytes of a good file: whatever comes out, nothing is thrown.</summary>
    public static void Mutate(IAnnotationReader reader, string text, int rounds)
    {
        byte[] good = Encoding.UTF8.GetBytes(text);
        uint state = 2463534242;
        for (int round = 0; round < rounds; round++)
        {
            byte[] bytes = good[..(round % 3 == 0 ? Next(good.Length + 1) : good.Length)];
            for (int i = Next(4); i > 0 && bytes.Length > 0; i--)
            {
                bytes[Next(bytes.Length)] = (byte)(Next(3) switch { 0 => Next(256), 1 => "\",\n\r;\t 0-.eE"[Next(12)], _ => good[Next(good.Length)] });
            }

            AnnotationFile file = Read(reader, new MemoryStream(bytes));
            Assert.All(file.Boxes, b => Assert.True(b.Edges.Width > 0 && b.Edges.Height > 0));
            Assert.True(file.ObjectCount >= file.Boxes.Count);
            Assert.All(file.Diagnostics, d => Assert.DoesNotContain(d.Message, char.IsControl));
        }

        // xorshift32 (Marsaglia, 2003): the same mutations every time.
        int Next(int limit)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)limit);
        }
    }
}
