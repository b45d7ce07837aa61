using System;
using System.Linq;
using System.Text;
using AnchorFit.Annotations.Yolo;
using Xunit;

namespace AnchorFit.Tests.Annotations.Yolo;

public sealed class YoloFormatTests
{
    private const string Kitti = "Car 0.00 0 -1.57 614.24 181.78 727.31 284.77 1.57 1.73 4.15 1.00 1.75 13.22 1.62";

    [Theory]
    [InlineData("0 0.5 0.5 0.5 0.5", "a.txt", true)]
    [InlineData("0 0.5 0.5 0.5 0.5", "a.labels", true)]
    [InlineData("\uFEFF\r\n\r\n12\t.5 1e-3 0.5 0.5\r\n", "a", true)]
    [InlineData("x\n0 0.1 0.1 0.2 0.2 0.3 0.3", "a.txt", true)]
    [InlineData("0 320 240 100 50", "a.txt", true)]
    [InlineData("0 0,5 0,5 0,5 0,5", "a.txt", true)]
    [InlineData("0 0,5 0,5 0,5 0,5", "a.dat", false)]
    [InlineData("", "a.txt", true)]
    [InlineData(" \n", "a.TXT", true)]
    [InlineData("", "a.csv", false)]
    [InlineData("cat\ndog", "labels/classes.txt", true)]
    [InlineData("Hello", "README.roboflow.txt", true)]
    [InlineData("images/a.jpg\nimages/b.jpg\n", "train.txt", true)]
    [InlineData("cat\ndog", "a.txt", false)]
    [InlineData(Kitti, "000001.txt", false)]
    [InlineData("\n" + Kitti + " 0.9\n", "000001.txt", false)]
    [InlineData("filename,width,height,class,xmin,ymin,xmax,ymax\na.jpg,1,2,x,1,2,3,4\n", "a.csv", false)]
    [InlineData("1,2,3,4,5", "a.txt", false)]
    [InlineData("<annotation>\n1 2 3\n", "a.xml", false)]
    [InlineData("{ \"images\": 1 2 3 4 5 }", "a.json", false)]
    public void LabelsAreToldByNameAndContent(string text, string path, bool expected) =>
        Assert.Equal(expected, YoloFormat.LooksLikeYolo(Encoding.UTF8.GetBytes(text), path));

    [Fact]
    public void TheFirstBytesMayEndAnywhere()
    {
        byte[] polygon = Encoding.UTF8.GetBytes("3 " + string.Join(' ', Enumerable.Repeat("0.123456 0.654321", 400)));
        Assert.True(YoloFormat.LooksLikeYolo(polygon.AsSpan(0, 4096), "a.txt"));
        byte[] kitti = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Kitti + "\n", 60)));
        Assert.False(YoloFormat.LooksLikeYolo(kitti.AsSpan(0, 4096), "a.txt"));
    }
}
