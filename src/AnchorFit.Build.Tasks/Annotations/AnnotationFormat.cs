namespace AnchorFit.Annotations;

/// <summary>The formats of annotation files, by the names that the metadata <c>Format</c> takes.</summary>
internal enum AnnotationFormat
{
    /// <summary>One XML file an image.</summary>
    PascalVoc,

    /// <summary>One JSON file for many images.</summary>
    Coco,

    /// <summary>One text file an image, a box a line, in fractions of the image.</summary>
    Yolo,

    /// <summary>The table that the API's <c>xml_to_csv.py</c> writes, or a table of shapes with counts.</summary>
    Csv,

    /// <summary>Records of <c>tf.Example</c>.</summary>
    TfRecord,

    /// <summary>One text file an image, a box a line, in pixels.</summary>
    Kitti,

    /// <summary>The table of Open Images.</summary>
    OpenImages,
}
