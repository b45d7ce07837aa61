using System.Text;
using AnchorFit.Annotations.Tables;
using Xunit;

namespace AnchorFit.Tests.Annotations.Tables;

public sealed class TableDetectionTests
{
    [Theory]
    [InlineData("filename,width,height,class,xmin,ymin,xmax,ymax\na.jpg,1", "csv")]
    [InlineData("\uFEFF\r\n\"XMin\";\"YMin\";\"XMax\";\"YMax\";\"file\"\n", "csv")]
    [InlineData("box_width\tbox_height\n", "csv")]
    [InlineData("box_height,box_width,count", "csv")]
    [InlineData("ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded\n", "openimages")]
    [InlineData("ImageID,Source,LabelName,Confidence\n", "openimages")]
    [InlineData("Car 0.88 3 -0.69 0.00 192.37 402.31 374.00 1.60 1.57 3.23 -2.70 1.74 3.68 -1.29\n", "kitti")]
    [InlineData("\nDontCare -1 -1 -10 700.50 163.95 750.73 185.03 -1 -1 -1 -1000 -1000 -1000 -10 0.5", "kitti")]
    [InlineData("0 0.5 0.5 0.25 0.25\n", "")]
    [InlineData("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14\n", "")]
    [InlineData("Car nan 0 1.85 387.63 1O1.54 423.81 203.12 1.67 1.87 3.69 -16.53 2.39 58.49 1.57\n", "kitti")]
    [InlineData("Car 0.00 0 1.85 a b c 203.12 1.67 1.87 3.69 -16.53 2.39 58.49 1.57\n", "")]
    [InlineData("this is a line of text that has fifteen words but no numbers in it at all\n", "")]
    [InlineData("{\"images\": [], \"xmin\": 1}", "")]
    [InlineData("<annotation><object><bndbox><xmin>1</xmin></bndbox></object></annotation>", "")]
    [InlineData("a.jpg,1,2,3,4,dog\n", "")]
    [InlineData("\"xmin,", "")]
    [InlineData("\0\0\0", "")]
    [InlineData("", "")]
    public void TellsTablesByTheirBeginning(string text, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string actual = (TableDetection.LooksLikeCsv(bytes, "a"), TableDetection.LooksLikeOpenImages(bytes, "a"), TableDetection.LooksLikeKitti(bytes, "a")) switch
        {
            (true, false, false) => "csv",
            (false, true, false) => "openimages",
            (false, false, true) => "kitti",
            (false, false, false) => "",
            _ => "several",
        };
        Assert.Equal(expected, actual);
    }
}
