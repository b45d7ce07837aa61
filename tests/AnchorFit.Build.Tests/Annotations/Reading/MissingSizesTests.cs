using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Geometry;
using AnchorFit.Tests.Annotations.Images;
using Xunit;

namespace AnchorFit.Tests.Annotations.Reading;

/// <summary>Sizes that an annotation file lacks come from the images themselves.</summary>
public sealed class MissingSizesTests
{
    private const string Table = "image,xmin,ymin,xmax,ymax,label\n1.png,10,20,110,60,ball\n2.png,1,1,50,90,ball\n1.png,1,1,500,90,ball\n1.png,700,1,800,90,ball\n";
    private const string Pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:abab\nsize 812\n";

    private static readonly byte[] Image = TinyImages.Png(300, 200);

    private static AnnotationFile Read(Beside beside, string path, string content, bool needsSizes = true, string? images = null, ImageSize? size = null) =>
        Assert.Single(AnnotationReading.ReadAll(
            [new AnnotationSource(path, () => new MemoryStream(Encoding.UTF8.GetBytes(content))) { ImagesDirectory = images, ImageSize = size }],
            1,
            beside.Options with { NeedsImageSizesOfPixels = needsSizes, NeedsImageSizes = needsSizes }));

    [Theory]
    [InlineData("d/a.csv", null, "d/1.png")]
    [InlineData("a.csv", null, "1.png")]
    [InlineData("d/annotations/a.csv", null, "d/images/1.png")]
    [InlineData("d/a.csv", "photos", "photos/1.png")]
    public void ATableWithoutSizesTakesThoseOfItsImages(string path, string? directory, string image)
    {
        Beside beside = new Beside().Add(image, Image);
        AnnotationFile file = Read(beside, path, Table, images: directory);

        Assert.Equal([new ImageSize(300, 200), null], file.Images.Select(i => i.Size));
        Assert.Contains(new Companion(image, "there"), file.Companions);
        Assert.Equal([2, 3, 4], file.Boxes.Select(b => b.Line));
        Assert.Equal(
            [
                $"{path}(4,0): warning AFB2018: the shape of 'ball' in '1.png' (x 1 to 500, y 1 to 90) exceeds its image of 300 × 200 pixels and is used as it is: correct it, or the image's size",
                $"{path}(5,0): warning AFB2017: the shape of 'ball' in '1.png' (x 700 to 800, y 1 to 90) lies outside its image of 300 × 200 pixels and is left out: correct it, or the image's size",
            ],
            file.Diagnostics.Select(d => d.ToString()));
    }

    [Theory]
    [InlineData("sub/1.png", "d/sub/1.png")]
    [InlineData("sub\\1.png", "d/sub/1.png")]
    [InlineData("sub/1.png", "d/1.png")]
    [InlineData("/home/me/1.png", "d/1.png")]
    [InlineData("C:\\data\\1.png", "d/1.png")]
    [InlineData("1", "d/1.webp")]
    public void AnImageIsFoundByTheNameThatTheFileGives(string name, string image) =>
        Assert.Equal(new ImageSize(300, 200), Read(new Beside().Add(image, Image), "d/a.csv", $"image,xmin,ymin,xmax,ymax,label\n{name},1,2,3,9,ball\n").Images[0].Size);

    [Fact]
    public void NothingIsLookedForWhereNoSizeIsNeeded()
    {
        Beside beside = new Beside().Add("1.png", Image);
        AnnotationFile file = Read(beside, "a.csv", Table, needsSizes: false);

        Assert.Empty(beside.Asked);
        Assert.True(file.SizesNotSought);
        Assert.Equal(4, file.Boxes.Count);
        Assert.False(Read(beside, "a.csv", "filename,width,height,class,xmin,ymin,xmax,ymax\na,400,300,c,0,0,9,9\n", needsSizes: false).SizesNotSought);
    }

    [Fact]
    public void OneSizeForAllNeedsNoImage()
    {
        Beside beside = new();
        Assert.All(Read(beside, "a.csv", Table, size: new ImageSize(900, 200)).Images, i => Assert.Equal(new ImageSize(900, 200), i.Size));
        Assert.Empty(beside.Asked);
    }

    [Fact]
    public void AfterManyMissesNoMoreIsLookedFor()
    {
        Beside beside = new();
        string rows = string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i}.png,1,2,30,40,ball\n"));
        AnnotationFile file = Read(beside, "a.csv", "image,xmin,ymin,xmax,ymax,label\n" + rows);

        Assert.Equal(1000, beside.Asked.Count);
        Assert.Equal("the table has no columns 'width' and 'height'", file.Images[0].SizeFault);
    }

    [Fact]
    public void PascalVocWithoutASizeLooksForItToo() => Assert.Equal(
        new ImageSize(300, 200),
        Read(
            new Beside().Add("VOC/JPEGImages/a.jpg", Image),
            "VOC/Annotations/a.xml",
            "<annotation><object><name>c</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>30</xmax><ymax>40</ymax></bndbox></object></annotation>").Images[0].Size);

    [Theory]
    [InlineData("a.csv", Table, "1.png", "")]
    [InlineData("labels/a.txt", "0 0.5 0.5 0.2 0.3\n", "images/a.jpg", "images/")]
    [InlineData("label_2/a.txt", "Car 0.00 0 -1.5 0 0 100 50 1.5 1.6 3.9 1.0 1.5 8.4 0.01\n", "image_2/a.png", "image_2/")]
    public void ImagesThatAreGitLfsPointersAreOneError(string path, string content, string image, string folder)
    {
        AnnotationFile file = Read(new Beside().Add(image, Pointer), path, content);

        Assert.Equal(
            $"{folder}: error AFB2022: images of this folder, whose sizes are needed, are pointers of Git LFS instead of their content, which was not fetched: run 'git lfs pull'",
            Assert.Single(file.Diagnostics).ToString());
        Assert.Empty(file.Boxes);
        Assert.NotEmpty(file.Companions);
    }

    [Theory]
    [InlineData("a.csv", null)]
    [InlineData("a.json", null)]
    [InlineData("a.txt", null)]
    [InlineData("a.xml", null)]
    [InlineData("a.record", null)]
    [InlineData("a.dat", null)]
    [InlineData("a.dat", "Kitti")]
    [InlineData("a.dat", "Datumaro")]
    public void AnAnnotationFileThatIsAGitLfsPointerIsOneError(string path, string? format)
    {
        AnnotationFile file = Assert.Single(AnnotationReading.ReadAll(
            [new AnnotationSource(path, () => new MemoryStream(Encoding.UTF8.GetBytes(Pointer))) { Format = format is null ? null : AnnotationFormats.Find(format) }], 1, new ReadingOptions()));

        Assert.Equal($"{path}(1,1): error AFB2022: the file is a pointer of Git LFS instead of its content, which was not fetched: run 'git lfs pull'", Assert.Single(file.Diagnostics).ToString());
    }

    [Theory]
    [InlineData("data.yaml")]
    [InlineData("classes.txt")]
    [InlineData("obj.names")]
    public void NamesThatAreAGitLfsPointerAreOneError(string names)
    {
        AnnotationFile file = Read(new Beside().Add(names, Pointer), "a.txt", "0 0.5 0.5 0.2 0.3\n", needsSizes: false);

        Assert.StartsWith($"{names}(1,1): error AFB2022: ", Assert.Single(file.Diagnostics).ToString(), System.StringComparison.Ordinal);
        Assert.Empty(file.Boxes);
    }
}
