using System;
using System.IO;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Images;
using AnchorFit.Geometry;
using Xunit;

namespace AnchorFit.Tests.Annotations.Images;

public sealed class ImageLookupTests
{
    private static readonly byte[] Image = TinyImages.Png(30, 20);

    [Theory]
    [InlineData("d/labels/train/a.b.txt", null, "d/images/train/a.b.jpg")]
    [InlineData("d/labels/train/a.txt", null, "d/images/train/a.PNG")]
    [InlineData("labels/a.txt", null, "images/a.webp")]
    [InlineData("labels/a.txt", null, "labels/a.bmp")]
    [InlineData("/x/labels/labels/a.txt", null, "/x/labels/images/a.gif")]
    [InlineData("kitti/training/label_2/a.txt", null, "kitti/training/image_2/a.png")]
    [InlineData("label_2/a.txt", null, "label_2/a.png")]
    [InlineData("obj_train_data/a.txt", null, "obj_train_data/a.jpeg")]
    [InlineData("a.txt", null, "a.JPG")]
    [InlineData("labels/a.txt", "photos", "photos/a.jpg")]
    [InlineData("labels/a.txt", "photos/", "photos/a.jpg")]
    [InlineData("labels/a.txt", "", "a.jpg")]
    public void FindsTheImage(string labels, string? directory, string image)
    {
        FoundImage found = ImageLookup.Find(labels, directory, new Beside().Add(image, Image).Find);
        Assert.Equal((new ImageSize(30, 20), null), (found.Size!.Value, found.Fault));
        Assert.Equal([new Companion(image, "there")], found.Companions);
    }

    [Fact]
    public void TheFirstPlaceCounts()
    {
        Beside beside = new Beside().Add("labels/a.jpg", Image).Add("images/a.png", TinyImages.Png(1, 2)).Add("images/a.JPG", Image);
        Assert.Equal(new ImageSize(1, 2), ImageLookup.Find("labels/a.txt", null, beside.Find).Size);
        Assert.Equal(["images/a.png"], beside.Opened);
    }

    [Fact]
    public void AFolderThatTheUserNamesIsTheOnlyOne()
    {
        FoundImage found = ImageLookup.Find("labels/a.txt", "photos", new Beside().Add("images/a.jpg", Image).Find);
        Assert.Equal("there is no image 'photos/a.jpg' (nor .jpeg, .png, .bmp, .gif, .webp)", found.Fault);
        Assert.Equal(12, found.Companions.Count);
        Assert.All(found.Companions, c => Assert.Equal(("absent", true), (c.State, c.Path.StartsWith("photos/a.", StringComparison.Ordinal))));
        Assert.Null(found.Size);
    }

    [Fact]
    public void AnImageThatTellsNoSizeSaysWhy()
    {
        FoundImage text = ImageLookup.Find("labels/a.txt", null, new Beside().Add("images/a.jpg", "text").Find);
        Assert.Equal((null, "the image 'images/a.jpg' tells no size (it is no PNG, JPEG, BMP, GIF or WebP)"), (text.Size, text.Fault));
        Assert.Equal([new Companion("images/a.jpg", "there")], text.Companions);
        Assert.Equal(
            "the image 'images/a.jpg' can't be read (access is denied)",
            ImageLookup.Find("labels/a.txt", null, new Beside().Add("images/a.jpg", () => throw new UnauthorizedAccessException()).Find).Fault);
        Assert.Equal(
            "the image 'images/a.jpg' can't be read (it is on fire)",
            ImageLookup.Find("labels/a.txt", null, new Beside().Add("images/a.jpg", () => throw new IOException("it is on fire.")).Find).Fault);
    }

    [Theory]
    [InlineData("", "../")]
    [InlineData("../", "../../")]
    [InlineData("../../", "../../../")]
    [InlineData("a/", "")]
    [InlineData("a/b/", "a/")]
    [InlineData("./", "../")]
    [InlineData("a/./", "")]
    [InlineData("a/../", "a/../../")]
    [InlineData("/", null)]
    [InlineData("/a/", "/")]
    [InlineData("C:/", null)]
    [InlineData("C:/a/", "C:/")]
    [InlineData("//server/share/a/", "//server/share/")]
    [InlineData("//server/share/", null)]
    public void FoldersHaveParents(string folder, string? parent) => Assert.Equal(parent, PathText.Parent(folder));
}
