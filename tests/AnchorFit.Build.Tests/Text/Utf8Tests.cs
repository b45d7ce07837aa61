using System.Text;
using AnchorFit.Text;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Text;

public class Utf8Tests
{
    [Theory]
    [InlineData(new byte[] { }, 0)]
    [InlineData(new byte[] { 0x61, 0xC3, 0xA9, 0x62 }, 3)] // é
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98, 0x80 }, 2)] // two units
    [InlineData(new byte[] { 0x61, 0xF1, 0x61 }, 3)] // ñ in Latin-1
    [InlineData(new byte[] { 0xFF, 0x80, 0xFE }, 3)]
    [InlineData(new byte[] { 0xE9, 0xE9, 0x61 }, 3)]
    [InlineData(new byte[] { 0xE7, 0x8A, 0x20 }, 2)] // a character that is cut off
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 }, 1)]
    [InlineData(new byte[] { 0xE0, 0x80, 0xC3 }, 3)] // no piece of one
    public void CountsTheColumnsThatAnEditorShows(byte[] bytes, int expected) => Assert.Equal(expected, Utf8.CountUtf16(bytes));

    [Fact]
    public void CountsAnyBytesAsTheFrameworkDecodesThem() =>
        Gen.Byte[0x70, 0xFF].Array[0, 12].Sample(bytes => Assert.Equal(Encoding.UTF8.GetCharCount(bytes), Utf8.CountUtf16(bytes)));

    [Fact]
    public void CountsValidTextAsItsLength() => Gen.String.Sample(text =>
    {
        string valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        Assert.Equal(valid.Length, Utf8.CountUtf16(Encoding.UTF8.GetBytes(valid)));
    });
}
