using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Annotations.Coco;
using AnchorFit.Annotations.CreateMl;
using AnchorFit.Annotations.Cvat;
using AnchorFit.Annotations.Datumaro;
using AnchorFit.Annotations.Images;
using AnchorFit.Annotations.Json;
using AnchorFit.Annotations.LabelMe;
using AnchorFit.Annotations.LabelStudio;
using AnchorFit.Annotations.PascalVoc;
using AnchorFit.Annotations.Tables;
using AnchorFit.Annotations.TfRecord;
using AnchorFit.Annotations.Via;
using AnchorFit.Annotations.Vott;
using AnchorFit.Annotations.Yolo;

namespace AnchorFit.Annotations.Reading;

/// <summary>The formats that are read, a row each.</summary>
internal static class AnnotationFormats
{
    public static AnnotationFormat PascalVoc { get; } = new()
    {
        Name = "PascalVoc",
        Title = "PASCAL VOC",
        Endings = [".xml"],
        Recognises = glance => XmlText.IsLikely(glance.Head),
        CreateReader = () => new PascalVocReader(),
        SizeAdvice = "write the image's width and height into 'size', or give the item the metadata " + AnnotationFormat.OneSize,
    };

    public static AnnotationFormat Coco { get; } = new()
    {
        Name = "Coco",
        Title = "COCO",
        Endings = [".json"],
        Recognises = glance => CocoReader.LooksCoco(glance.Head, glance.Path),
        CreateReader = () => new CocoReader(),
        SizeAdvice = "write 'width' and 'height' into the entry of 'images', or give the item the metadata " + AnnotationFormat.OneSize,
    };

    public static AnnotationFormat Yolo { get; } = new()
    {
        Name = "Yolo",
        Title = "YOLO",
        Endings = [".txt"],
        Recognises = glance => YoloFormat.LooksLikeYolo(glance.Head, glance.Path),
        CreateReader = () => new YoloReader(),
        ImageSizes = ImageSizeSource.Reader,
    };

    public static AnnotationFormat Csv { get; } = new()
    {
        Name = "Csv",
        Title = "CSV",
        Endings = [".csv"],
        Recognises = glance => TableDetection.LooksLikeCsv(glance.Head, glance.Path),
        CreateReader = () => new CsvReader(),
        SizeAdvice = "fill the columns width and height, put the images beside the table, or give the item the metadata Images (their folder) or " + AnnotationFormat.OneSize,
    };

    public static AnnotationFormat TfRecord { get; } = new()
    {
        Name = "TfRecord",
        Title = "TFRecord",
        Endings = [],
        IsNamedSo = name => TfRecordName.HasExtension(name) || TfRecordName.IsShard(name),
        Recognises = glance => TfRecordDetection.LooksLikeTfRecord(glance.Head, glance.Path),
        CreateReader = () => new TfRecordReader(),
        ImageSizes = ImageSizeSource.None,
        SizeAdvice = "write image/width and image/height into the records, or give the item the metadata " + AnnotationFormat.OneSize,
    };

    public static AnnotationFormat Kitti { get; } = new()
    {
        Name = "Kitti",
        Title = "KITTI",
        Endings = [".txt"],
        Recognises = glance => TableDetection.LooksLikeKitti(glance.Head, glance.Path),
        CreateReader = () => new KittiReader(LabelImages.Of),
        ImageSizes = ImageSizeSource.Reader,
    };

    public static AnnotationFormat OpenImages { get; } = new()
    {
        Name = "OpenImages",
        Title = "Open Images",
        Endings = [".csv"],
        Recognises = glance => TableDetection.LooksLikeOpenImages(glance.Head, glance.Path),
        CreateReader = () => new OpenImagesReader(),
        ImageSizes = ImageSizeSource.NamedFolder,
        SizeAdvice = "give the item the metadata Images (the images' folder) or " + AnnotationFormat.OneSize,
    };

    public static AnnotationFormat Via { get; } = new()
    {
        Name = "Via",
        Title = "VGG Image Annotator",
        Endings = [".json", ".csv"],
        Recognises = ViaReader.Shows,
        CreateReader = () => new ViaReader(),
    };

    public static AnnotationFormat LabelStudio { get; } = OfJson("LabelStudio", "Label Studio", LabelStudioReader.Shows, () => new LabelStudioReader());

    public static AnnotationFormat LabelMe { get; } = OfJson("LabelMe", "labelme", LabelMeReader.Shows, () => new LabelMeReader());

    public static AnnotationFormat CreateMl { get; } = OfJson("CreateMl", "Create ML", CreateMlReader.Shows, () => new CreateMlReader());

    public static AnnotationFormat Vott { get; } = OfJson("Vott", "VoTT", VottReader.Shows, () => new VottReader());

    public static AnnotationFormat Datumaro { get; } = OfJson("Datumaro", "Datumaro", DatumaroReader.Shows, () => new DatumaroReader());

    public static AnnotationFormat Cvat { get; } = new()
    {
        Name = "Cvat",
        Title = "CVAT for images",
        Endings = [".xml"],
        Recognises = glance => glance.XmlRoot == "annotations",
        CreateReader = () => new CvatReader(),
    };

    /// <summary>
    /// All of them. Of those that share an ending the first is what a file is taken for that looks like none of the
    /// others; the later ones are asked before the earlier.
    /// </summary>
    public static IReadOnlyList<AnnotationFormat> All { get; } = [PascalVoc, Coco, Yolo, Csv, TfRecord, Kitti, OpenImages, Via, LabelStudio, Cvat, LabelMe, CreateMl, Vott, Datumaro];

    /// <summary>Their names, for messages.</summary>
    public static string Accepted { get; } = string.Join(", ", All);

    /// <summary>The format with a name, in any case; null where there is none.</summary>
    public static AnnotationFormat? Find(string name) =>
        All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));

    private static AnnotationFormat OfJson(string name, string title, Func<JsonSketch, bool> shows, Func<IAnnotationReader> createReader) => new()
    {
        Name = name,
        Title = title,
        Endings = [".json"],
        Recognises = glance => shows(glance.Json),
        CreateReader = createReader,
    };
}
