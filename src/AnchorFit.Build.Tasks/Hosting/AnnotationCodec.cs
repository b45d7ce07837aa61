using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Hosting;

/// <summary>
/// What was understood of an annotation file, as bytes and back. Equal bytes mean that every output is the same; the
/// file's own path isn't part of them, since it may be named differently in the next build.
/// </summary>
internal static class AnnotationCodec
{
    private const byte WholeNumbers = 0x80;

    // The largest that a float64 keeps exactly.
    private const long MaxObjectCount = 1L << 53;

    public static void Write(AnnotationFile file, ByteWriter target)
    {
        target.WriteText(file.Format?.Name ?? string.Empty);
        target.WriteByte((byte)file.Unit);
        target.WriteByte((byte)((file.SizesNotSought ? 1 : 0) | (file.IsPassedOver ? 2 : 0) | (file.ClassesAreIds ? 4 : 0)));
        target.WriteDouble(Math.Min(file.ObjectCount, MaxObjectCount));
        target.WriteNumber(file.Images.Count);
        foreach (AnnotatedImage image in file.Images)
        {
            Write(image, target);
        }

        target.WriteNumber(file.ClassNames.Count);
        foreach (string name in file.ClassNames)
        {
            target.WriteText(name);
        }

        target.WriteNumber(PlaceOfClassList(file) + 1);
        target.WriteNumber(file.ListedClasses.Count);
        foreach (ListedClass listed in file.ListedClasses)
        {
            target.WriteText(listed.Name);
            target.WriteNumber(listed.Id);
        }

        target.WriteNumber(file.Boxes.Count);
        foreach (GroundTruthBox box in file.Boxes)
        {
            Write(box, target);
        }

        target.WriteNumber(file.BoxCounts.Count);
        foreach (double count in file.BoxCounts)
        {
            target.WriteDouble(count);
        }

        target.WriteNumber(file.Shapes.Count);
        foreach (CountedShape shape in file.Shapes)
        {
            Write(shape, target);
        }

        target.WriteNumber(file.Companions.Count);
        foreach (Companion companion in file.Companions)
        {
            target.WriteText(companion.Path);
            target.WriteText(companion.State);
        }

        target.WriteNumber(file.Diagnostics.Count);
        foreach (Diagnostic diagnostic in file.Diagnostics)
        {
            DiagnosticCodec.Write(diagnostic, file.Path, target);
        }
    }

    /// <summary>The file again; null when the bytes are not one.</summary>
    /// <param name="path">The path as the user names the file now.</param>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static AnnotationFile? TryRead(ReadOnlySpan<byte> bytes, string path)
    {
        var source = new ByteReader(bytes);
        AnnotationFormat? format = AnnotationFormats.Find(source.ReadText());
        var unit = (BoxUnit)source.ReadByte();
        byte flags = source.ReadByte();
        long objects = (long)source.ReadDouble();
        AnnotatedImage[] images = source.ReadCount() is var imageCount and > 0 ? new AnnotatedImage[imageCount] : [];
        for (int i = 0; i < images.Length; i++)
        {
            images[i] = ReadImage(ref source);
        }

        string[] names = source.ReadCount() is var nameCount and > 0 ? new string[nameCount] : [];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = source.ReadText();
        }

        int classList = source.ReadNumber() - 1;
        ListedClass[] listed = source.ReadCount() is var listedCount and > 0 ? new ListedClass[listedCount] : [];
        for (int i = 0; i < listed.Length; i++)
        {
            listed[i] = new ListedClass(source.ReadText(), source.ReadNumber());
        }

        GroundTruthBox[] boxes = source.ReadCount() is var boxCount and > 0 ? new GroundTruthBox[boxCount] : [];
        for (int i = 0; i < boxes.Length; i++)
        {
            boxes[i] = ReadBox(ref source, names.Length, images.Length);
        }

        double[] counts = source.ReadCount() is var countCount and > 0 ? new double[countCount] : [];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = source.ReadDouble();
        }

        CountedShape[] shapes = source.ReadCount() is var shapeCount and > 0 ? new CountedShape[shapeCount] : [];
        for (int i = 0; i < shapes.Length; i++)
        {
            shapes[i] = ReadShape(ref source, names.Length);
        }

        Companion[] companions = source.ReadCount() is var companionCount and > 0 ? new Companion[companionCount] : [];
        for (int i = 0; i < companions.Length; i++)
        {
            companions[i] = new Companion(source.ReadText(), source.ReadText());
        }

        List<Diagnostic> diagnostics = [];
        for (int count = source.ReadCount(); count > 0 && !source.Failed; count--)
        {
            diagnostics.Add(DiagnosticCodec.Read(ref source, path));
        }

        return !source.IsComplete ? null : new AnnotationFile
        {
            Path = path,
            Format = format,
            Unit = unit,
            SizesNotSought = (flags & 1) != 0,
            IsPassedOver = (flags & 2) != 0,
            Images = images,
            ObjectCount = objects,
            ClassNames = names,
            ClassesAreIds = (flags & 4) != 0,
            ClassListPath = classList >= 0 && classList < companions.Length ? companions[classList].Path : null,
            ListedClasses = listed,
            Boxes = boxes,
            BoxCounts = counts,
            Shapes = shapes,
            Companions = companions,
            Diagnostics = diagnostics,
        };
    }

    // It is one of the companions, whose paths are written anyway.
    private static int PlaceOfClassList(AnnotationFile file)
    {
        for (int i = 0; i < file.Companions.Count; i++)
        {
            if (file.Companions[i].Path == file.ClassListPath)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Write(AnnotatedImage image, ByteWriter target)
    {
        ImageSize size = image.Size ?? default;
        target.WriteNumber(size.Width);
        target.WriteNumber(size.Height);
        DiagnosticCodec.WriteOptional(image.SizeFault, target);
        DiagnosticCodec.Write(image.SizeAt, target);
        DiagnosticCodec.WriteOptional(image.Name, target);
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static AnnotatedImage ReadImage(ref ByteReader source)
    {
        var size = new ImageSize(source.ReadNumber(), source.ReadNumber());
        string? fault = DiagnosticCodec.ReadOptional(ref source);
        LinePosition at = DiagnosticCodec.ReadPosition(ref source);
        return new AnnotatedImage(size.IsKnown ? size : null, at) { SizeFault = fault, Name = DiagnosticCodec.ReadOptional(ref source) };
    }

    private static void Write(CountedShape shape, ByteWriter target)
    {
        target.WriteDouble(shape.Size.Width);
        target.WriteDouble(shape.Size.Height);
        target.WriteDouble(shape.Count);
        target.WriteNumber(shape.ClassIndex + 1);
        target.WriteNumber(shape.Line);
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static CountedShape ReadShape(ref ByteReader source, int classCount)
    {
        var size = new BoxSize(source.ReadDouble(), source.ReadDouble());
        double count = source.ReadDouble();
        int classIndex = Math.Min(source.ReadNumber() - 1, classCount - 1);
        return new CountedShape(size, count, classIndex, source.ReadNumber());
    }

    // Most coordinates are whole pixels: one or two bytes instead of eight.
    private static void Write(GroundTruthBox box, ByteWriter target)
    {
        PixelBox edges = box.Edges;
        bool whole = IsWhole(edges.XMin) && IsWhole(edges.YMin) && IsWhole(edges.XMax) && IsWhole(edges.YMax);
        target.WriteByte((byte)((byte)box.Flags | (whole ? WholeNumbers : 0)));
        target.WriteNumber(box.ClassIndex + 1);
        target.WriteNumber(box.Line);
        target.WriteNumber(box.Image);
        if (whole)
        {
            target.WriteNumber((int)edges.XMin);
            target.WriteNumber((int)edges.YMin);
            target.WriteNumber((int)edges.XMax);
            target.WriteNumber((int)edges.YMax);
        }
        else
        {
            target.WriteDouble(edges.XMin);
            target.WriteDouble(edges.YMin);
            target.WriteDouble(edges.XMax);
            target.WriteDouble(edges.YMax);
        }
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static GroundTruthBox ReadBox(ref ByteReader source, int classCount, int imageCount)
    {
        byte flags = source.ReadByte();
        int classIndex = Math.Min(source.ReadNumber() - 1, classCount - 1);
        int line = source.ReadNumber();
        int image = Math.Max(0, Math.Min(source.ReadNumber(), imageCount - 1));
        PixelBox edges = (flags & WholeNumbers) != 0
            ? new(source.ReadNumber(), source.ReadNumber(), source.ReadNumber(), source.ReadNumber())
            : new(source.ReadDouble(), source.ReadDouble(), source.ReadDouble(), source.ReadDouble());
        return new GroundTruthBox(edges, classIndex, (BoxFlags)(flags & ~WholeNumbers), line, image);
    }

    // Minus zero is not whole: it would come back as zero.
    private static bool IsWhole(double value) => BitConverter.DoubleToInt64Bits((int)value) == BitConverter.DoubleToInt64Bits(value);
}
