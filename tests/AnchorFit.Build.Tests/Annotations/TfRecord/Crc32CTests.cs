using System;
using System.Linq;
using System.Text;
using AnchorFit.Annotations.TfRecord;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Annotations.TfRecord;

/// <summary>The instruction and the tables against the vectors of RFC 3720, B.4, and the definition.</summary>
public sealed class Crc32CTests
{
    [Fact]
    public void HasTheValuesOfTheStandard()
    {
        byte[] ascending = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        AssertIs(0x00000000, []);
        AssertIs(0x8A9136AA, new byte[32]);
        AssertIs(0x62A8AB43, [.. Enumerable.Repeat((byte)0xFF, 32)]);
        AssertIs(0x46DD794E, ascending);
        AssertIs(0x113FDB5C, [.. ascending.Reverse()]);
        AssertIs(0xD9963A56, Convert.FromHexString("01C00000000000000000000000000000140000000000040000000014000000182800000000000000020000000000000000000000"[..96]));
        AssertIs(0xE3069283, Encoding.ASCII.GetBytes("123456789"));
    }

    [Fact]
    public void IsTheDefinitionAtEveryLengthAndOffset()
    {
        byte[] bytes = new byte[300];
        new Random(1).NextBytes(bytes);
        for (int length = 0; length <= 280; length++)
        {
            AssertIs(TfRecordWriter.Checksum(bytes.AsSpan(length % 17, length)), bytes.AsSpan(length % 17, length));
        }
    }

    [Fact]
    public void GoesOnWhereItStopped()
    {
        byte[] bytes = new byte[100];
        new Random(2).NextBytes(bytes);
        uint whole = Crc32C.Append(0, bytes);
        for (int i = 0; i <= bytes.Length; i++)
        {
            Assert.Equal(whole, Crc32C.Append(Crc32C.Append(0, bytes.AsSpan(0, i)), bytes.AsSpan(i)));
            Assert.Equal(whole, Crc32C.AppendByTable(Crc32C.AppendByTable(0, bytes.AsSpan(0, i)), bytes.AsSpan(i)));
        }
    }

    private static void AssertIs(uint expected, ReadOnlySpan<byte> bytes)
    {
        Assert.Equal(expected, Crc32C.Append(0, bytes));
        Assert.Equal(expected, Crc32C.AppendByTable(0, bytes));
    }
}
