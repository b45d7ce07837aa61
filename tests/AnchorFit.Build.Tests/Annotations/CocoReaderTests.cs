using System.Collections.Generic;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Geometry;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Annotations;

/// <summary>Good files in the styles of several exporters.</summary>
public sealed class CocoReaderTests
{
    /// <summary>As the COCO consortium writes them: one line, polygons and run lengths, ids without order.</summary>
    private const string OneLine =
        """{"info": {"description": "invented", "year": 2024, "tags": ["a", {"b": []}]},"licenses": [{"url": "http://x/","id": 1,"name": "y"}],"images": [{"license": 4,"file_name": "000000397133.jpg","coco_url": "http://x/1.jpg","height": 427,"width": 640,"date_captured": "2013-11-14 17:02:52","id": 397133},{"file_name": "000000037777.jpg","height": 230,"width": 352,"id": 37777}],"annotations": [{"segmentation": [[510.66,423.01,511.72,420.03,510.45,416.0]],"area": 702.1057499999998,"iscrowd": 0,"image_id": 37777,"bbox": [73.35,206.02,13.07,22.5],"category_id": 44,"id": 1768},{"segmentation": {"counts": [272,2,4,4],"size": [427,640]},"area": 18419,"iscrowd": 1,"image_id": 397133,"bbox": [0,120.25,640,306.75],"category_id": 1,"id": 900100397133},{"segmentation": {"counts": "0nR12M5K\"[}","size": [427,640]},"area": 1,"iscrowd": 0,"image_id": 397133,"bbox": [1e1,2.0E+1,3,4],"category_id": 44,"id": 5}],"categories": [{"supercategory": "person","id": 1,"name": "person"},{"supercategory": "vehicle","id": 2,"name": "bicycle"},{"supercategory": "kitchen","id": 44,"name": "bottle"}]}""";

    [Fact]
    public void ReadsTheStyleOfTheConsortium()
    {
        AnnotationFile file = Coco.Read(OneLine);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(BoxUnit.Pixels, file.Unit);
        Assert.Equal(["bottle", "person"], file.ClassNames);
        Assert.Equal(
            [
                new GroundTruthBox(new PixelBox(73.35, 206.02, 73.35 + 13.07, 228.52), 0, BoxFlags.None, 1, 1),
                new GroundTruthBox(new PixelBox(0, 120.25, 640, 427), 1, BoxFlags.Crowd, 1, 0),
                new GroundTruthBox(new PixelBox(10, 20, 13, 24), 0, BoxFlags.None, 1, 0),
            ],
            file.Boxes);
        Assert.Equal(3, file.ObjectCount);
        Assert.Equal(
            [
                new AnnotatedImage(new ImageSize(640, 427), new LinePosition(1, OneLine.IndexOf("640,\"date") + 1)) { Name = "000000397133.jpg" },
                new AnnotatedImage(new ImageSize(352, 230), new LinePosition(1, OneLine.IndexOf("352,\"id") + 1)) { Name = "000000037777.jpg" },
            ],
            file.Images);
    }
}
