using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations.Tables;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Annotations.Tables;

public sealed class DelimitedRowsTests
{
    [Theory]
    [InlineData("a,b\nc,d", "a|b / c|d")]
    [InlineData("a,b\r\nc,d\r\n", "a|b / c|d")]
    [InlineData("a,b\rc,d\r", "a|b / c|d")]
    [InlineData("\uFEFFa,b", "a|b")]
    [InlineData("a,,b,", "a||b|")]
    [InlineData(",", "|")]
    [InlineData("\"a,b\",c", "a,b|c")]
    [InlineData("\"a\nb\r\nc\",d\ne", "a\nb\r\nc|d / e")]
    [InlineData("\"say \"\"hi\"\"\",2", "say \"hi\"|2")]
    [InlineData("\"\",\"\"", "|")]
    [InlineData("\"\"\"\",x", "\"|x")]
    [InlineData("\"ab\"cd,x", "abcd|x")]
    [InlineData("\"ab\"c\"d\",x", "abc\"d\"|x")]
    [InlineData("5\" pipe,x", "5\" pipe|x")]
    [InlineData("\n\n a,b\n\n  \n\"\"\nc,d\n\n", " a|b / c|d")]
    [InlineData("", "")]
    [InlineData("\uFEFF", "")]
    public void SplitsFields(string text, string expected)
    {
        Assert.Equal(expected, string.Join(" / ", Rows(text, ',').Select(r => string.Join("|", r))));
        Assert.Equal(expected, string.Join(" / ", Rows(text, ',', piece: 1).Select(r => string.Join("|", r))));
    }

    [Theory]
    [InlineData("Car 0 1\r\n\n  Van\t 2 \nX", "Car|0|1 / Van|2 / X")]
    [InlineData("\"a b\" c", "\"a|b\"|c")]
    public void SplitsWords(string text, string expected) =>
        Assert.Equal(expected, string.Join(" / ", Rows(text, ' ', piece: 1).Select(r => string.Join("|", r))));

    [Fact]
    public void KnowsWhereAFieldStands()
    {
        var rows = new DelimitedRows { Separator = (byte)',' };
        rows.Begin(new MemoryStream(Encoding.UTF8.GetBytes("\uFEFFé😀,\"x\r\ny\",z\n\n\"a\nb\",\"c\",d")));
        Assert.Equal(DelimitedRow.Complete, rows.Next());
        Assert.Equal([new(1, 1), new(1, 6), new(2, 4)], new[] { rows.At(0), rows.At(1), rows.At(2) });
        Assert.Equal(new LinePosition(1, 2), rows.At(0, 2));
        Assert.Equal(DelimitedRow.Complete, rows.Next());
        Assert.Equal(4, rows.Line);
        Assert.Equal([new(4, 2), new(5, 5), new(5, 8)], new[] { rows.At(0), rows.At(1), rows.At(2) });
    }

    [Theory]
    [InlineData("a,b\nc,\"d\ne,f")]
    [InlineData("a,b\nc,\"d\"\"")]
    public void TellsAQuoteThatIsNeverClosed(string text)
    {
        var rows = new DelimitedRows { Separator = (byte)',' };
        rows.Begin(new PiecewiseStream(Encoding.UTF8.GetBytes(text), 1));
        Assert.Equal(DelimitedRow.Complete, rows.Next());
        Assert.Equal(DelimitedRow.OpenQuote, rows.Next());
        Assert.Equal(new LinePosition(2, 3), rows.AtFault());
    }

    [Fact]
    public void ReadsLongRowsUpToTheLimit()
    {
        string field = new('x', 300_000);
        List<string[]> rows = Rows($"{field},{field}\na,{field}", ',', 4096);
        Assert.Equal([field.Length, field.Length, 1, field.Length], rows.SelectMany(r => r).Select(f => f.Length));

        var reader = new DelimitedRows { Separator = (byte)',' };
        reader.Begin(new MemoryStream(new byte[DelimitedRows.LongestRow + 1].Select(_ => (byte)'x').ToArray()));
        Assert.Equal(DelimitedRow.TooLong, reader.Next());
    }

    /// <summary>The buffer ends at every byte of a row with everything in it, once.</summary>
    [Fact]
    public void ARowMayLieAcrossTheEndOfTheBuffer()
    {
        const string Row = "\"a\"\"b\r\nc\",é\r\ne,\"f\"\r\ng,h";
        const int BufferLength = 256 << 10;
        for (int cut = 0; cut <= Encoding.UTF8.GetByteCount(Row) + 2; cut++)
        {
            string filler = new('x', BufferLength - cut - 2);
            List<string[]> rows = Rows($"{filler}\r\n{Row}", ',');
            Assert.Equal(["a\"b\r\nc|é", "e|f", "g|h"], rows.Skip(1).Select(r => string.Join("|", r)));

            var reader = new DelimitedRows { Separator = (byte)',' };
            reader.Begin(new MemoryStream(Encoding.UTF8.GetBytes($"{filler}\r\n{Row}")));
            Assert.Equal([1, 2, 4, 5], Enumerable.Range(0, 4).Select(_ => (reader.Next(), reader.Line).Line));
        }
    }

    /// <summary>What a writer of RFC 4180 writes is read back, whatever is in the fields and wherever the pieces end.</summary>
    [Fact]
    public void ReadsBackWhatWasWritten()
    {
        Gen<string> field = Gen.Char["ab\",;\t\r\n é"].Array[0, 6].Select(c => new string(c));
        Gen.Select(field.Array[2, 5].Array[1, 6], Gen.OneOf(Gen.Const(','), Gen.Const(';'), Gen.Const('\t')), Gen.OneOf(Gen.Const("\n"), Gen.Const("\r\n"), Gen.Const("\r")), Gen.Int[1, 9]).Sample(
            (table, separator, newline, piece) =>
            {
                string text = string.Join(newline, table.Select(row => string.Join(separator, row.Select(f => $"\"{f.Replace("\"", "\"\"")}\""))));
                Assert.Equal(table, Rows(text, separator, piece));
            });
    }

    private static List<string[]> Rows(string text, char separator, int piece = int.MaxValue)
    {
        var rows = new DelimitedRows { Separator = (byte)separator };
        rows.Begin(new PiecewiseStream(Encoding.UTF8.GetBytes(text), piece));
        List<string[]> all = [];
        DelimitedRow row;
        while ((row = rows.Next()) == DelimitedRow.Complete)
        {
            all.Add([.. Enumerable.Range(0, rows.Count).Select(i => Encoding.UTF8.GetString(rows[i]))]);
        }

        Assert.Equal(DelimitedRow.EndOfFile, row);
        return all;
    }
}
