using System;
using System.IO;
using AnchorFit.Annotations.Coco;
using AnchorFit.Annotations.Images;
using AnchorFit.Annotations.PascalVoc;
using AnchorFit.Annotations.Tables;
using AnchorFit.Annotations.TfRecord;
using AnchorFit.Annotations.Yolo;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Reading;

/// <summary>How the formats are told apart, and who reads them.</summary>
internal static class AnnotationFormats
{
    private const int HeadLength = 4 << 10;

    /// <summary>A reader for one thread.</summary>
    public static IAnnotationReader CreateReader(AnnotationFormat format) => format switch
    {
        AnnotationFormat.PascalVoc => new PascalVocReader(),
        AnnotationFormat.Coco => new CocoReader(),
        AnnotationFormat.Yolo => new YoloReader(),
        AnnotationFormat.Csv => new CsvReader(),
        AnnotationFormat.TfRecord => new TfRecordReader(),
        AnnotationFormat.Kitti => new KittiReader(LabelImages.Of),
        AnnotationFormat.OpenImages => new OpenImagesReader(),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>Sizes of images stand outside the files of the format, and are looked for when a run needs them.</summary>
    public static bool SeeksImageSizes(AnnotationFormat format) =>
        format is AnnotationFormat.Yolo or AnnotationFormat.Kitti or AnnotationFormat.OpenImages;

    /// <summary>Whether files of the format are usually called so; shards (<c>train-00000-of-00010</c>) are records.</summary>
    public static bool IsNamedLike(AnnotationFormat format, ReadOnlySpan<char> fileName) => format switch
    {
        AnnotationFormat.PascalVoc => EndsWith(fileName, ".xml"),
        AnnotationFormat.Coco => EndsWith(fileName, ".json"),
        AnnotationFormat.Yolo or AnnotationFormat.Kitti => EndsWith(fileName, ".txt"),
        AnnotationFormat.Csv or AnnotationFormat.OpenImages => EndsWith(fileName, ".csv"),
        AnnotationFormat.TfRecord => TfRecordName.HasExtension(fileName.ToString()) || TfRecordName.IsShard(fileName.ToString()),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The format that the file's name shows or, where formats share it, its content.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="stream">The file; another stream with the same bytes where it can't go back.</param>
    /// <exception cref="IOException">The stream can't be read.</exception>
    /// <returns>Null where neither shows one.</returns>
    public static AnnotationFormat? Detect(string path, ref Stream stream)
    {
        ReadOnlySpan<char> name = path.AsSpan(path.LastIndexOfAny(['/', '\\']) + 1);
        foreach (AnnotationFormat format in (ReadOnlySpan<AnnotationFormat>)[AnnotationFormat.PascalVoc, AnnotationFormat.Coco, AnnotationFormat.TfRecord])
        {
            if (IsNamedLike(format, name))
            {
                return format;
            }
        }

        byte[] head = new byte[HeadLength];
        int length = ReadHead(stream, head);
        if (stream.CanSeek)
        {
            stream.Seek(-length, SeekOrigin.Current);
        }
        else
        {
            stream = new PrefixedStream(head.AsSpan(0, length).ToArray(), stream);
        }

        return Detect(head.AsSpan(0, length), path, name);
    }

    /// <summary>What a file is that shows no format, "a JPEG image"; null where that isn't known.</summary>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public static string? FindForeign(Stream stream)
    {
        byte[] head = new byte[HeadLength];
        return ContentKind.BySignature(head.AsSpan(0, ReadHead(stream, head)));
    }

    private static int ReadHead(Stream stream, byte[] head)
    {
        int length = 0;
        for (int read; length < head.Length && (read = stream.Read(head, length, head.Length - length)) > 0;)
        {
            length += read;
        }

        return length;
    }

    private static AnnotationFormat? Detect(ReadOnlySpan<byte> head, string path, ReadOnlySpan<char> name)
    {
        if (EndsWith(name, ".csv"))
        {
            return TableDetection.LooksLikeOpenImages(head, path) ? AnnotationFormat.OpenImages : AnnotationFormat.Csv;
        }

        if (EndsWith(name, ".txt"))
        {
            return TableDetection.LooksLikeKitti(head, path) ? AnnotationFormat.Kitti : AnnotationFormat.Yolo;
        }

        return TfRecordDetection.LooksLikeTfRecord(head, path) ? AnnotationFormat.TfRecord
            : CocoReader.LooksCoco(head, path) ? AnnotationFormat.Coco
            : TableDetection.LooksLikeOpenImages(head, path) ? AnnotationFormat.OpenImages
            : TableDetection.LooksLikeCsv(head, path) ? AnnotationFormat.Csv
            : TableDetection.LooksLikeKitti(head, path) ? AnnotationFormat.Kitti
            : YoloFormat.LooksLikeYolo(head, path) ? AnnotationFormat.Yolo
            : LooksLikeXml(head) ? AnnotationFormat.PascalVoc
            : null;
    }

    // An empty file is told by the reader; in UTF-16 every other byte of the first characters is 0.
    private static bool LooksLikeXml(ReadOnlySpan<byte> head)
    {
        foreach (byte b in head)
        {
            if (b is not (0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF))
            {
                return b == '<';
            }
        }

        return true;
    }

    private static bool EndsWith(ReadOnlySpan<char> fileName, string extension) =>
        fileName.EndsWith(extension.AsSpan(), StringComparison.OrdinalIgnoreCase);
}
