using System;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Geometry;

public sealed class ImageResizeTests
{
    private static readonly ImageSize Landscape = new(650, 417);
    private static readonly ImageSize Portrait = new(417, 650);

    [Fact]
    public void FixedShapeScalesEachAxisByItself()
    {
        var resize = new ImageResize.FixedShape(Height: 300, Width: 600);

        Assert.True(resize.ChangesBoxShape);
        Assert.Equal(new ImageSize(600, 300), resize.ResizedSize(Landscape));
        Assert.Equal(new ImageSize(600, 300), resize.PaddedSize(Landscape));
        Assert.Equal(
            new BoxSize(100.0 * 600 / 650, 50.0 * 300 / 417),
            resize.Resize(new BoxSize(100, 50), Landscape));
    }

    [Fact]
    public void FixedShapeMultipliesBeforeItDivides()
    {
        // 472 · (320 / 650) is another double than 472 · 320 / 650, which is what the notebook computes.
        var resize = new ImageResize.FixedShape(320, 320);
        Assert.NotEqual(472 * (320.0 / 650), 472.0 * 320 / 650);
        Assert.Equal(472.0 * 320 / 650, resize.Resize(new BoxSize(472, 1), Landscape).Width);
    }

    [Theory]
    [InlineData(650, 417, 935, 600)] // shorter side to 600; 935.25 rounds down
    [InlineData(417, 650, 600, 935)]
    [InlineData(1000, 400, 1024, 410)] // 1500 would exceed 1024; 409.6 rounds up
    [InlineData(400, 1000, 410, 1024)]
    [InlineData(600, 1024, 600, 1024)]
    [InlineData(100, 100, 600, 600)] // small images grow
    [InlineData(2048, 5, 1024, 2)] // 2.5 rounds to even
    [InlineData(2048, 7, 1024, 4)] // 3.5 rounds to even
    [InlineData(10000, 1, 1024, 0)]
    public void KeepAspectRatioFollowsResizeToRange(int width, int height, int expectedWidth, int expectedHeight)
    {
        var resize = new ImageResize.KeepAspectRatio(600, 1024, PadToMaxDimension: false);

        Assert.False(resize.ChangesBoxShape);
        Assert.Equal(new ImageSize(expectedWidth, expectedHeight), resize.ResizedSize(new ImageSize(width, height)));
        Assert.Equal(new ImageSize(expectedWidth, expectedHeight), resize.PaddedSize(new ImageSize(width, height)));
    }

    [Fact]
    public void KeepAspectRatioPadsToASquareWithoutMovingBoxes()
    {
        var padded = new ImageResize.KeepAspectRatio(320, 640, PadToMaxDimension: true);

        Assert.Equal(new ImageSize(499, 320), padded.ResizedSize(Landscape));
        Assert.Equal(new ImageSize(640, 640), padded.PaddedSize(Landscape));
        Assert.Equal(new BoxSize(100.0 * 320 / 417, 50.0 * 320 / 417), padded.Resize(new BoxSize(100, 50), Landscape));
        Assert.Equal(new BoxSize(100.0 * 320 / 417, 50.0 * 320 / 417), padded.Resize(new BoxSize(100, 50), Portrait));
    }

    [Fact]
    public void KeepAspectRatioScalesBoxesByTheLongerSideWhereThatOneLimits()
    {
        var resize = new ImageResize.KeepAspectRatio(600, 1024, PadToMaxDimension: false);
        Assert.Equal(new BoxSize(102.4, 51.2), resize.Resize(new BoxSize(100, 50), new ImageSize(1000, 400)));
    }

    [Theory]
    [InlineData(ResizeCondition.Greater, 650, 417, 300, 192)] // 192.46 is cut
    [InlineData(ResizeCondition.Greater, 417, 650, 192, 300)]
    [InlineData(ResizeCondition.Greater, 300, 200, 300, 200)]
    [InlineData(ResizeCondition.Greater, 200, 100, 200, 100)]
    [InlineData(ResizeCondition.Smaller, 200, 100, 600, 300)]
    [InlineData(ResizeCondition.Smaller, 70, 299, 300, 1281)] // 1281.43 is cut
    [InlineData(ResizeCondition.Smaller, 650, 417, 650, 417)]
    internal void ConditionalScalesOnlyBeyondTheThreshold(
        ResizeCondition condition, int width, int height, int expectedWidth, int expectedHeight)
    {
        var resize = new ImageResize.Conditional(condition, 300);

        Assert.False(resize.ChangesBoxShape);
        Assert.Equal(new ImageSize(expectedWidth, expectedHeight), resize.ResizedSize(new ImageSize(width, height)));
    }

    [Fact]
    public void ConditionalScalesBoxesWithTheirImage()
    {
        var greater = new ImageResize.Conditional(ResizeCondition.Greater, 325);
        Assert.Equal(new BoxSize(50, 25), greater.Resize(new BoxSize(100, 50), Landscape));
        Assert.Equal(new BoxSize(100, 50), greater.Resize(new BoxSize(100, 50), new ImageSize(300, 200)));

        var smaller = new ImageResize.Conditional(ResizeCondition.Smaller, 834);
        Assert.Equal(new BoxSize(200, 100), smaller.Resize(new BoxSize(100, 50), Landscape));
    }

    [Fact]
    public void IdentityAndPaddingScaleNothing()
    {
        ImageResize identity = new ImageResize.Identity();
        ImageResize pad = new ImageResize.PadToMultiple(32);

        Assert.False(identity.ScalesBoxes || identity.ChangesBoxShape || pad.ScalesBoxes || pad.ChangesBoxShape);
        Assert.Equal(Landscape, identity.PaddedSize(Landscape));
        Assert.Equal(Landscape, pad.ResizedSize(Landscape));
        Assert.Equal(new ImageSize(672, 448), pad.PaddedSize(Landscape));
        Assert.Equal(new ImageSize(64, 32), pad.PaddedSize(new ImageSize(64, 32)));
        Assert.Equal(new BoxSize(100, 50), identity.Resize(new BoxSize(100, 50), default));
        Assert.Equal(new BoxSize(100, 50), pad.Resize(new BoxSize(100, 50), default));
    }

    [Fact]
    public void APlacedBoxHasTheResizedSize()
    {
        Gen<ImageResize> kinds = Gen.OneOf(
            Gen.Select(Gen.Int[1, 800], Gen.Int[1, 800]).Select<int, int, ImageResize>((height, width) => new ImageResize.FixedShape(height, width)),
            Gen.Select(Gen.Int[1, 800], Gen.Int[0, 800], Gen.Bool).Select<int, int, bool, ImageResize>(
                (min, more, pad) => new ImageResize.KeepAspectRatio(min, min + more, pad)),
            Gen.Select(Gen.Enum<ResizeCondition>(), Gen.Int[1, 1000]).Select<ResizeCondition, int, ImageResize>(
                (condition, threshold) => new ImageResize.Conditional(condition, threshold)),
            Gen.Int[1, 200].Select<int, ImageResize>(multiple => new ImageResize.PadToMultiple(multiple)),
            Gen.Const<ImageResize>(new ImageResize.Identity()));

        Gen.Select(kinds, Gen.Int[1, 4000], Gen.Int[1, 4000], Gen.Int[0, 4000], Gen.Int[1, 4000]).Sample((kind, imageWidth, imageHeight, at, side) =>
        {
            var image = new ImageSize(imageWidth, imageHeight);
            PixelBox placed = kind.Place(new PixelBox(at, 0, at + side, 2 * side), image);
            BoxSize size = kind.Resize(new BoxSize(side, 2 * side), image);
            Assert.Equal(size.Width, placed.Width, 1e-9 * (at + side) * size.Width);
            Assert.Equal((0, size.Height), (placed.YMin, placed.YMax));
        });
    }

    [Fact]
    public void AnUnknownImageSizeIsABrokenContractWhereItMatters()
    {
        ImageResize[] kinds =
        [
            new ImageResize.FixedShape(300, 300),
            new ImageResize.KeepAspectRatio(600, 1024, PadToMaxDimension: false),
            new ImageResize.Conditional(ResizeCondition.Greater, 300),
        ];
        Assert.All(kinds, k => Assert.Throws<ArgumentException>(() => k.Resize(new BoxSize(1, 1), new ImageSize(0, 5))));
        Assert.All(kinds, k => Assert.Throws<ArgumentException>(() => k.Place(new PixelBox(0, 0, 1, 1), default)));
        Assert.All(kinds, k => Assert.Throws<ArgumentException>(() => k.ResizedSize(default)));
    }

    [Fact]
    public void OnlyFixedShapeChangesARatio()
    {
        Gen<ImageResize> kinds = Gen.OneOf(
            Gen.Select(Gen.Int[1, 800], Gen.Int[0, 800], Gen.Bool).Select<int, int, bool, ImageResize>(
                (min, more, pad) => new ImageResize.KeepAspectRatio(min, min + more, pad)),
            Gen.Select(Gen.Enum<ResizeCondition>(), Gen.Int[1, 1000]).Select<ResizeCondition, int, ImageResize>(
                (condition, threshold) => new ImageResize.Conditional(condition, threshold)),
            Gen.Int[1, 200].Select<int, ImageResize>(multiple => new ImageResize.PadToMultiple(multiple)),
            Gen.Const<ImageResize>(new ImageResize.Identity()));

        Gen.Select(kinds, Gen.Int[1, 4000], Gen.Int[1, 4000], Gen.Int[1, 4000], Gen.Int[1, 4000])
            .Sample((kind, imageWidth, imageHeight, width, height) =>
            {
                BoxSize box = kind.Resize(new BoxSize(width, height), new ImageSize(imageWidth, imageHeight));
                double ratio = (double)width / height;
                return Math.Abs(box.AspectRatio - ratio) <= 1e-15 * 4 * ratio;
            });
    }

    [Fact]
    public void TheWholeImageFillsAFixedShape()
    {
        Gen.Select(Gen.Int[1, 2000], Gen.Int[1, 2000], Gen.Int[1, 5000], Gen.Int[1, 5000])
            .Sample((height, width, imageHeight, imageWidth) =>
                new ImageResize.FixedShape(height, width)
                    .Resize(new BoxSize(imageWidth, imageHeight), new ImageSize(imageWidth, imageHeight))
                == new BoxSize(width, height));
    }
}
