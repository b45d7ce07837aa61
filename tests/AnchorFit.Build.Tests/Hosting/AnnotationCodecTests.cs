using System;
using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.PascalVoc;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public class AnnotationCodecTests
{
    private static readonly Gen<double> s_edge = Gen.OneOf(
        Gen.Int[0, 5000].Select(i => (double)i), Gen.Double, Gen.OneOf(-0.0, 0.0, int.MaxValue, int.MaxValue + 1.0, -1.0));

    private static readonly Gen<GroundTruthBox> s_box =
        from edges in Gen.Select(s_edge, s_edge, s_edge, s_edge, (a, b, c, d) => new PixelBox(a, b, c, d))
        from classIndex in Gen.Int[-1, 1]
        from flags in Gen.Int[0, 15]
        from line in Gen.Int[0, 1_000_000]
        from image in Gen.Int[0, 1]
        select new GroundTruthBox(edges, classIndex, (BoxFlags)flags, line, image);

    private static readonly Gen<LinePosition> s_position = Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 300], (l, c) => new LinePosition(l, c));

    private static readonly Gen<Diagnostic> s_diagnostic =
        from rule in Gen.OneOf(AnnotationDiagnostics.CornersSwapped, AnnotationDiagnostics.XmlMalformed, AnnotationDiagnostics.NameMissing)
        from severity in Gen.OneOf(DiagnosticSeverity.Error, DiagnosticSeverity.Warning)
        from start in s_position
        from end in s_position
        from message in Gen.String[Gen.Char['\u0001', '\u0fff'], 0, 30]
        from path in Gen.OneOf("data/x.xml", "data/classes.txt")
        from faults in Gen.Int[1, 2_000_000]
        select new Diagnostic(rule, path, start, end, message) { Severity = severity, FaultCount = faults };

    private static readonly Gen<AnnotatedImage> s_image =
        from size in Gen.OneOf(Gen.Const((ImageSize?)null), Gen.Select(Gen.Int[1, 9000], Gen.Int[1, 9000], (w, h) => (ImageSize?)new ImageSize(w, h)))
        from fault in Gen.OneOf<string?>(null, "", "'width' is 0")
        from at in s_position
        from name in Gen.OneOf<string?>(null, "", "a b.jpg")
        select new AnnotatedImage(size, at) { SizeFault = fault, Name = name };

    private static readonly Gen<CountedShape> s_shape =
        from width in Gen.Double[1e-9, 1e9]
        from height in Gen.Double[1e-9, 1e9]
        from count in Gen.Double[0.5, 1e15]
        from classIndex in Gen.Int[-1, 1]
        from line in Gen.Int[1, 100_000_000]
        select new CountedShape(new BoxSize(width, height), count, classIndex, line);

    private static readonly Gen<AnnotationFile> s_file =
        from unit in Gen.OneOf(BoxUnit.Pixels, BoxUnit.Fractions)
        from images in s_image.Array[2, 3]
        from names in Gen.String[Gen.Char['\u0001', '\u0fff'], 0, 9].Array[2]
        from boxes in s_box.Array[0, 8]
        from counted in Gen.Bool
        from shapes in s_shape.Array[0, 3]
        from companions in Gen.OneOf<Companion>(new Companion("a/classes.txt", ""), new Companion("b.yaml", "12 34")).Array[0, 2]
        from objects in Gen.Long[0, 1L << 40]
        from diagnostics in s_diagnostic.Array[0, 3]
        from areIds in Gen.Bool
        from passedOver in Gen.Bool
        from listed in Gen.Select(Gen.String[Gen.Char['\u0001', '\u0fff'], 0, 9], Gen.Int[0, int.MaxValue], (name, id) => new ListedClass(name, id)).Array[0, 3]
        from listPlace in Gen.Int[-1, 1]
        select new AnnotationFile
        {
            Path = "data/x.xml",
            Unit = unit,
            Images = images,
            ClassNames = names,
            ClassesAreIds = areIds,
            IsPassedOver = passedOver,
            ListedClasses = listed,
            ClassListPath = listPlace >= 0 && listPlace < companions.Length ? companions[listPlace].Path : null,
            Boxes = boxes,
            BoxCounts = counted ? [.. boxes.Select((_, i) => i + 0.5)] : [],
            Shapes = shapes,
            Companions = companions,
            ObjectCount = objects,
            Diagnostics = diagnostics,
        };

    [Fact]
    public void EveryFileComesBackAsItWas() => s_file.Sample(file =>
    {
        AnnotationFile again = AnnotationCodec.TryRead(Bytes(file), "data/x.xml")!;

        Assert.Equal(file.Path, again.Path);
        Assert.Equal(file.Unit, again.Unit);
        Assert.Equal(file.Images, again.Images);
        Assert.Equal(file.BoxCounts, again.BoxCounts);
        Assert.Equal(file.Shapes, again.Shapes);
        Assert.Equal(file.Companions, again.Companions);
        Assert.Equal(file.ClassNames, again.ClassNames);
        Assert.Equal(file.ClassesAreIds, again.ClassesAreIds);
        Assert.Equal(file.IsPassedOver, again.IsPassedOver);
        Assert.Equal(file.ListedClasses, again.ListedClasses);
        Assert.Equal(file.ClassListPath, again.ClassListPath);
        Assert.Equal(file.Boxes.Select(Bits), again.Boxes.Select(Bits));
        Assert.Equal(file.ObjectCount, again.ObjectCount);
        Assert.Equal(file.Diagnostics, again.Diagnostics);
    });

    [Fact]
    public void ThePathIsTheOneOfToday()
    {
        AnnotationFile file = Read("<annotation><object><bndbox/></object></annotation>", "data/x.xml");
        Assert.NotEmpty(file.Diagnostics);

        AnnotationFile again = AnnotationCodec.TryRead(Bytes(file), "../set/x.xml")!;

        Assert.Equal("../set/x.xml", again.Path);
        Assert.All(again.Diagnostics, d => Assert.Equal("../set/x.xml", d.Path));
    }

    [Fact]
    public void BytesFromElsewhereAreNoFile() => Gen.Select(s_file, Gen.Int, Gen.Byte).Sample((file, where, value) =>
    {
        byte[] bytes = Bytes(file);
        Assert.Null(AnnotationCodec.TryRead(bytes.AsSpan(0, (int)((uint)where % (uint)bytes.Length)), "x"));
        Assert.Null(AnnotationCodec.TryRead([.. bytes, value], "x"));

        // Any byte may differ: nothing is thrown, whatever is made of it.
        bytes[(int)((uint)where % (uint)bytes.Length)] = value;
        _ = AnnotationCodec.TryRead(bytes, "x");
    });

    [CorpusFact]
    public void RealFilesComeBackAsTheyWere()
    {
        foreach (string path in Directory.GetFiles(Corpus.RaccoonAnnotations(), "*.xml"))
        {
            AnnotationFile file = Read(File.ReadAllText(path), path);
            AnnotationFile again = AnnotationCodec.TryRead(Bytes(file), path)!;

            Assert.Equal(file.Boxes, again.Boxes);
            Assert.Equal(file.Diagnostics, again.Diagnostics);
            Assert.Equal(Bytes(file), Bytes(again));
        }
    }

    private static (long, long, long, long, int, BoxFlags, int) Bits(GroundTruthBox box) => (
        BitConverter.DoubleToInt64Bits(box.Edges.XMin),
        BitConverter.DoubleToInt64Bits(box.Edges.YMin),
        BitConverter.DoubleToInt64Bits(box.Edges.XMax),
        BitConverter.DoubleToInt64Bits(box.Edges.YMax),
        box.ClassIndex,
        box.Flags,
        box.Line);

    private static AnnotationFile Read(string xml, string path) => new PascalVocReader().Read(Encoding.UTF8.GetBytes(xml), path);

    private static byte[] Bytes(AnnotationFile file)
    {
        var writer = new ByteWriter();
        AnnotationCodec.Write(file, writer);
        return writer.Written.ToArray();
    }
}
