namespace AnchorFit.Tests.Annotations.Coco;

/// <summary>COCO files of invented content, in the styles of those that write them.</summary>
internal static class CocoSamples
{
    /// <summary>As the COCO consortium writes them: one line, polygons and run lengths, ids without order.</summary>
    public const string OneLine =
        """{"info": {"description": "invented", "year": 2024, "tags": ["a", {"b": []}]},"licenses": [{"url": "http://example.com/","id": 1,"name": "none"}],"images": [{"license": 4,"file_name": "000000397133.jpg","coco_url": "http://example.com/1.jpg","height": 427,"date_captured": "2013-11-14 17:02:52","width": 640,"id": 397133},{"file_name": "000000037777.jpg","height": 230,"flickr_url": "","width": 352,"id": 37777}],"annotations": [{"segmentation": [[510.66,423.01,511.72,420.03,510.45,416.0]],"area": 702.1057499999998,"iscrowd": 0,"image_id": 37777,"bbox": [73.35,206.02,13.07,22.5],"category_id": 44,"id": 1768},{"segmentation": {"counts": [272,2,4,4],"size": [427,640]},"area": 18419,"iscrowd": 1,"image_id": 397133,"bbox": [0,120.25,640,306.75],"category_id": 1,"id": 900100397133},{"segmentation": {"counts": "0nR12M5K\"[}","size": [427,640]},"area": 1,"iscrowd": 0,"image_id": 397133,"bbox": [1e1,2.0E+1,3,4],"category_id": 44,"id": 5}],"categories": [{"supercategory": "person","id": 1,"name": "person"},{"supercategory": "vehicle","id": 2,"name": "bicycle"},{"supercategory": "kitchen","id": 44,"name": "bottle"}]}""";

    /// <summary>As scripts write them with an indent: annotations first, the names they need last, escapes and other scripts.</summary>
    public const string Indented =
        """
        {
          "annotations": [
            {
              "id": 1,
              "note": "\u72ac and 犬🐕",
              "segmentation": [
                [
                  1.5,
                  2.5,
                  3
                ]
              ],
              "category_id": 2, "image_id": 9, "文": "犬🐕",
              "bbox": [
                1,
                2,
                3,
                4
              ],
              "iscrowd": false
            },
            {
              "id": 2,
              "category_id": 1,
              "image_id": 9,
              "bb\u006Fx": [ 5.50 , 6.25,7.00	,8 ],
              "iscrowd": true
            }
          ],
          "categories": [
            {
              "id": 1,
              "name": "cat"
            },
            {
              "id": 2,
              "name": "ch\u00e9 \u72ac\ud83d\udc15"
            }
          ],
          "images": [
            { "file_name": "ü\/\"é\".png",
              "width": 100,
              "height": 80,
              "id": 9
            }
          ]
        }

        """;

    /// <summary>A file with one annotation of an image of 100 × 80 pixels and the id 1, and of the class 1, "dog".</summary>
    public static string With(string annotation) =>
        $$"""
        {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
         "categories": [{"id": 1, "name": "dog"}, {"id": 2, "name": "cat"}],
         "annotations": [
        {{annotation}}
        ]}
        """;

    /// <summary>The same with a good annotation of "dog" before, on line 4, and one of "cat" behind, on line 6.</summary>
    public static string Between(string annotation) => With(
        $$"""
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 2, 2]},
          {{annotation}},
          {"id": 3, "image_id": 1, "category_id": 2, "bbox": [5, 6, 2, 3]}
        """);
}
