using System;
using System.Linq;
using System.Text;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Text;

public class ContentKindTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000000D", "a PNG image")]
    [InlineData("FFD8FFE000104A464946", "a JPEG image")]
    [InlineData("474946383961", "a GIF image")]
    [InlineData("524946460000000057454250", "a WebP image")]
    [InlineData("504B0304140000000800", "a zip archive")]
    [InlineData("1F8B0800", "compressed with gzip")]
    [InlineData("894844460D0A1A0A", "an HDF5 file, as Keras writes its weights")]
    [InlineData("1C00000054464C3314002000", "a model of TensorFlow Lite")]
    [InlineData("0801120A", "a saved model")]
    [InlineData("0A120A01781207436F6E7374", "a frozen graph")] // node { name: 'x' op: 'Const' }
    [InlineData("0400000000000000AABBCCDD0A0201020AABBCCDD0", "a TFRecord")]
    [InlineData("0A0A6D6F64656C207B7D", null)] // a text with blank lines before it
    [InlineData("424D5720697320612063617220000000", null)] // BMW
    [InlineData("", null)]
    public void SignaturesAreKnown(string hex, string? kind) => Assert.Equal(kind, ContentKind.BySignature(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("00010203FFFE0405", true)]
    [InlineData("612062FF0A", false)] // Latin-1
    [InlineData("61006200", false)] // UTF-16
    [InlineData("613A310A620031000A00", false)] // a text with UTF-16 behind it
    [InlineData("0061006200", false)]
    public void BinaryIsWhatNoEncodingExplains(string hex, bool expected) => Assert.Equal(expected, ContentKind.IsBinary(Convert.FromHexString(hex)));

    [Fact]
    public void ASlipIsNoBinaryFile() => Assert.False(ContentKind.IsBinary([.. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("model { }\n", 20))), 0, 255]));

    [Fact]
    public void RandomBytesAreBinary()
    {
        byte[] bytes = new byte[500];
        new Random(1).NextBytes(bytes);
        Assert.True(ContentKind.IsBinary(bytes));
    }
}
