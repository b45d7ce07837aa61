using System.Linq;
using AnchorFit.Tests.Annotations.Images;
using AnchorFit.Tests.Support;

namespace AnchorFit.Tests.Fuzzing;

/// <summary>Good files of every kind, and what is mixed into them.</summary>
internal static class FuzzSeeds
{
    public static string[] Configs { get; } =
    [
        Fit.Config,
        """
        # a comment
        model { faster_rcnn {
          num_classes: 3, image_resizer { keep_aspect_ratio_resizer { min_dimension: 600 max_dimension: 1024 } }
          feature_extractor < type: 'faster_rcnn_resnet50' >
          first_stage_anchor_generator { grid_anchor_generator { scales: [0.25, 0.5] aspect_ratios: [0.5, 1.0] height_stride: 16 } }
        } }
        train_config { batch_size: 2 fine_tune_checkpoint: "a" "b\x41\102\n" }
        train_input_reader { label_map_path: "m.pbtxt" tf_record_input_reader { input_path: ["a.record"; "b"] } }
        """,
        "model{ssd{num_classes:1 anchor_generator{multiscale_anchor_generator{min_level:3 max_level:7 aspect_ratios:[1.0,2.0]scales_per_octave:2}}image_resizer{fixed_shape_resizer{height:320 width:320}}feature_extractor{type:\"ssd_mobilenet_v1_fpn\"}}}",
    ];

    public static string[] LabelMaps { get; } =
    [
        "item {\n  id: 1\n  name: 'cat'\n}\nitem {\n  id: 2\n  name: \"dog\"\n  display_name: \"Dog\"\n}\n",
        "item{name:\"/m/01\" id:7 keypoints{id:1 label:\"nose\"}}item{id:9,name:'x'}",
    ];

    public static string[] ConfigTokens { get; } =
    [
        "{", "}", "<", ">", "[", "]", ":", ",", ";", "#", "\n", "\r", "\"", "'", "\\x", "\\u12345", "\\777", "\\", "-", "--1", "1e999", "0x", "07", "1.5f", "nan", "-inf",
        "99999999999999999999", "2147483648", "true", "[a.b/c]", "[ext.field]", "model", "ssd", "num_classes: ", "aspect_ratios: ", "aspect_ratios: [", "item {", "id: ", "name: ",
        "anchor_generator {", "image_resizer { identity_resizer { } }", "ssd_anchor_generator { num_layers: 2000000000 }", "min_level: -5 max_level: 2147483647", "{{{{{{{{{{{{{{{{", "\uFEFF", "é", "\0", "犬🐕",
    ];

    public static string[] Voc { get; } =
    [
        Support.Voc.Xml("cat", (10, 20), (30, 40)),
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<annotation verified=\"yes\">\r\n\t<filename>a.jpg</filename>\r\n\t<size><width>640</width><height>480</height><depth>3</depth></size>\r\n\t<object><name>dog</name><pose>Left</pose><truncated>1</truncated><difficult>0</difficult><bndbox><xmin>1.5</xmin><ymin>2</ymin><xmax>30.25</xmax><ymax>40</ymax></bndbox><part><name>head</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox></part></object>\r\n</annotation>\r\n",
        "<annotation><object><bndbox><ymax>9</ymax><xmax>8</xmax><ymin>1</ymin><xmin>0</xmin></bndbox><name>é &amp; 犬</name></object><size><height>10</height><width>10</width></size></annotation>",
    ];

    public static string[] XmlTokens { get; } =
    [
        "<", ">", "/", "</", "/>", "&", "&amp;", "&#x110000;", "&lol;", "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<object>", "</object>", "<bndbox>", "</bndbox>",
        "<xmin>", "</xmin>", "<name/>", "<size/>", "<width>0</width>", "<annotation>", "</annotation>", " a=\"1\"", " xmlns:x=\"u\"", "<x:a/>", "1e309", "-1", "NaN", "99999999999999999999", "1,5", "\0", "\u0001", "\uFEFF", "\uFFFF", "é", "犬🐕", "\r", "\n", "<a><a><a><a><a><a><a><a>",
    ];

    public static string[] Coco { get; } =
    [
        """{"images":[{"id":1,"file_name":"a.jpg","width":640,"height":480},{"id":2,"width":10,"height":10}],"annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[10,20,30.5,40],"iscrowd":0,"area":1},{"id":2,"image_id":2,"category_id":2,"bbox":[0,0,5,5],"segmentation":[[0,0,5,0,5,5]]}],"categories":[{"id":1,"name":"cat","supercategory":"animal"},{"id":2,"name":"dog"}]}""",
        """
        {
          "categories": [ {"name": "a\u00e9\ud83d\ude00", "id": 7} ],
          "annotations": [ {"bbox": [1, 2, 3, 4], "category_id": 7, "image_id": 5, "iscrowd": 1, "extra": {"x": [null, true, false, -1.5e-3]}} ],
          "images": [ {"height": 4, "width": 6, "id": 5} ],
          "info": {"year": 2020}
        }
        """,
    ];

    public static string[] JsonTokens { get; } =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\ud800", "null", "true", "NaN", "-", "1e400", "-0", "0123", "99999999999999999999", "\"images\":", "\"annotations\":", "\"bbox\":[", "\"id\":", "\"categories\":[", "\"image_id\":\"1\"", "//", "\0", "\uFEFF", "é", "\n", "\r", "[[[[[[[[[[[[[[[[", "{\"a\":{\"a\":{\"a\":",
    ];

    /// <summary>Words of the formats that draw shapes; their seeds are the exports of the tools.</summary>
    public static string[] ShapeTokens { get; } =
    [
        "\"points\":[", "\"points\":[[1]]", "\"shapes\":[", "\"regions\":[", "\"shape_type\":\"circle\"", "\"name\":\"circle\",\"cx\":1,\"cy\":2,\"r\":3", "\"name\":\"ellipse\"", "\"rotation\":45", "\"theta\":0.3",
        "\"size\":{\"width\":", "\"imageWidth\":0", "\"original_width\":1e9", "\"result\":[", "\"coordinates\":{", "\"tags\":[", "\"boundingBox\":{", "\"label_id\":-1", "\"label_id\":99999999999", "\"type\":\"mask\"", "\"_via_img_metadata\":{", "\"\"name\"\"", "\"bbox\":[",
    ];

    public static string[] CvatTokens { get; } =
    [
        "<image", "</image>", "<box ", "<polygon label=\"a\" points=\"1,2;3\"/>", "<ellipse label=\"a\" cx=\"1\"/>", "<mask label=\"a\"/>", " rotation=\"45\"", " label=\"", " xtl=\"", " width=\"0\"", " points=\";;;,,\"", "<label><name>", "<track>", "<points label=\"a\"/>",
    ];

    public static string[] Yolo { get; } =
    [
        "0 0.5 0.5 0.2 0.3\n1 0.25 0.75 0.1 0.1\n",
        "2 0.1 0.1 0.9 0.1 0.9 0.9 0.1 0.9\r\n\r\n3 0.1 0.1 0.5 0.9 0.9 0.1 0.4 0.2 0.3\r\n",
        "0 0.5 0.5 0.2 0.2 0.99\n# note\n15 1 1 1 1",
    ];

    public static string[] Kitti { get; } =
    [
        "Car 0.00 0 -1.58 587.01 173.33 614.12 200.12 1.65 1.67 3.64 -0.65 1.71 46.70 -1.59\nDontCare -1 -1 -10 503.89 169.71 590.61 190.13 -1 -1 -1 -1000 -1000 -1000 -10\n",
        "Pedestrian 0 0 0 1 2 30 40 1 1 1 1 1 1 1 0.9\r\n",
    ];

    public static string[] NumberTokens { get; } = [" ", "\t", "\n", "\r", "-", "+", ".", ",", ";", "e", "1e999", "nan", "inf", "-1", "2", "0", "1e-300", "99999999999999999999", "0x1", "0.5 0.5", "Car", "é", "\0", "\uFEFF", "犬", "\u00A0"];

    public static string[] DataYaml { get; } =
    [
        "path: ../data\ntrain: images/train\nnc: 2\nnames: ['cat', \"dog\"]\n",
        "names:\n  0: cat\n  1: 'it''s'\n  2: \"a\\tb\"\nkpt_shape: [17, 3]\n# end\n",
        "train: a\nnames:\n- cat\n- dog # no\n-   bird\nroboflow:\n  workspace: x\n  list:\n    - 1\n",
        "{names: {0: a, 1: [b, c]}, nc: 2}\n---\nnames: &x [a]\nmore: *x\ntext: |\n  lines\n  more\n",
    ];

    public static string[] YamlTokens { get; } = ["names:", "nc: ", "-", "- ", ":", ": ", "[", "]", "{", "}", ",", "'", "\"", "\\", "#", " #", "|", ">", "&a", "*a", "!!str", "---", "...", "%YAML", "\t", "  ", "\n", "\r", "?", "~", "null", "1e999", "-1", "99999999999", "\0", "\uFEFF", "é", "犬", "[[[[[[[[[[[[", "{{{{{{{{{{{{"];

    public static string[] Csv { get; } =
    [
        "filename,width,height,class,xmin,ymin,xmax,ymax\na.jpg,640,480,cat,1,2,30,40\n\"b, c.jpg\",640,480,\"d\"\"og\",1.5,2,30,40\n",
        "box_width;box_height;count;class\r\n36.4;112.5;17;person\r\n80;45;3;car\r\n",
        "class\txmin\txmax\tymin\tymax\twidth\theight\ncat\t1\t2\t3\t4\t5\t6\n",
    ];

    public static string[] OpenImages { get; } =
    [
        "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsTruncated,IsGroupOf,IsDepiction,IsInside\n0001,xclick,/m/01g317,1,0.1,0.5,0.2,0.6,0,0,1,0,0\n",
        "ImageID,LabelName,XMin,XMax,YMin,YMax\r\n0002,/m/0,0,1,0,1\r\n",
    ];

    public static string[] RowTokens { get; } = [",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", "xmin", "class", "count", "ImageID", "sep=;", "-1", "nan", "1e999", "1,5", "99999999999999999999", "0", "\0", "\uFEFF", "é", "犬", " ", "'", ",,,,,,,,,,,,,,,,,,,,,,,,,,,,"];

    public static byte[][] Records { get; } =
    [
        TfRecordWriter.Write(TfExamples.Good()),
        TfRecordWriter.Write(TfExamples.Good(), TfExamples.Image("b", 10, 10), TfExamples.Image("c", 30, 40, ("é", 0.5f, 0.5f, 1, 1))),
    ];

    public static byte[][] Images { get; } =
    [
        TinyImages.Png(640, 480), TinyImages.Gif("89a", 3, 4), TinyImages.Bmp(12, 5, 6), TinyImages.Bmp(40, 5, -6), TinyImages.WebPLossy(7, 8), TinyImages.WebPLossless(9, 10), TinyImages.WebPExtended(11, 12),
        TinyImages.Jpeg(0xC0, 640, 480, [.. TinyImages.Segment(0xE0, 14), .. TinyImages.Segment(0xE1, 300)]), TinyImages.Jpeg(0xC2, 1, 1),
    ];

    public static byte[][] Binary { get; } =
    [
        .. new byte[] { 0, 1, 0x7F, 0x80, 0xFF }.Select(value => Enumerable.Repeat(value, 4).ToArray()),
        [0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0x80, 0x80, 0x80, 0x80, 0x10], [0xFF, 0xD8], [0xFF, 0xC0, 0, 17], [0x1F, 0x8B, 8], [0x78, 0x9C], [0x0A], [0x12, 0xFF, 0x7F], [0xFF, 0xE1, 0xFF, 0xFF], "\n"u8.ToArray(),
    ];
}
