using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Coco;
using AnchorFit.Annotations.Images;
using AnchorFit.Annotations.PascalVoc;
using AnchorFit.Annotations.Reading;
using AnchorFit.Annotations.Tables;
using AnchorFit.Annotations.TfRecord;
using AnchorFit.Annotations.Yolo;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Hosting;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Run;
using AnchorFit.Tests.Annotations;
using AnchorFit.Tests.Annotations.ToolExports;
using AnchorFit.Tests.Support;

namespace AnchorFit.Tests.Fuzzing;

/// <summary>Every parser of bytes that aren't ours, and of those in obj.</summary>
internal static class FuzzTargets
{
    private const string KeptHeader = "anchorfit-fuzz 1";

    public static IReadOnlyDictionary<string, FuzzTarget> All { get; } = new Dictionary<string, FuzzTarget>(StringComparer.Ordinal)
    {
        ["Config"] = new(Texts(FuzzSeeds.Configs), Texts(FuzzSeeds.ConfigTokens), ReadConfig) { Inputs = 4_000 },
        ["LabelMap"] = new(Texts(FuzzSeeds.LabelMaps), Texts(FuzzSeeds.ConfigTokens), ReadLabelMap) { Inputs = 10_000 },
        ["PascalVoc"] = new(Texts(FuzzSeeds.Voc), Texts(FuzzSeeds.XmlTokens), ReadBothWays),
        ["Coco"] = Reader(new CocoReader(), FuzzSeeds.Coco, FuzzSeeds.JsonTokens),
        ["Yolo"] = Reader(new YoloReader(), FuzzSeeds.Yolo, FuzzSeeds.NumberTokens),
        ["DatasetYaml"] = new(Texts(FuzzSeeds.DataYaml), Texts(FuzzSeeds.YamlTokens), input => ReadBeside("labels/data.yaml", input)) { Path = "labels/data.yaml", Inputs = 10_000 },
        ["ClassNames"] = new(Texts(["cat\ndog\n", "\uFEFFcat\r\n\r\ndog"]), Texts(FuzzSeeds.YamlTokens), input => ReadBeside("labels/classes.txt", input)) { Path = "labels/classes.txt" },
        ["Csv"] = Reader(new CsvReader(), FuzzSeeds.Csv, FuzzSeeds.RowTokens),
        ["OpenImages"] = Reader(new OpenImagesReader(), FuzzSeeds.OpenImages, FuzzSeeds.RowTokens),
        ["Kitti"] = Reader(new KittiReader(LabelImages.Of), FuzzSeeds.Kitti, FuzzSeeds.NumberTokens),
        ["TfRecord"] = Reader(new TfRecordReader(), FuzzSeeds.Records, FuzzSeeds.Binary) with { IsText = false },
        ["TfRecordGZip"] = Reader(new TfRecordReader(), [.. FuzzSeeds.Records.Select(TfRecordWriter.GZip), .. FuzzSeeds.Records.Select(record => TfRecordWriter.ZLib(record))], FuzzSeeds.Binary) with { IsText = false, Inputs = 10_000 },
        ["Via"] = Shapes(AnnotationFormats.Via, [.. FuzzSeeds.JsonTokens, .. FuzzSeeds.ShapeTokens, .. FuzzSeeds.RowTokens]),
        ["LabelStudio"] = Shapes(AnnotationFormats.LabelStudio, [.. FuzzSeeds.JsonTokens, .. FuzzSeeds.ShapeTokens]),
        ["Cvat"] = Shapes(AnnotationFormats.Cvat, [.. FuzzSeeds.XmlTokens, .. FuzzSeeds.CvatTokens]),
        ["LabelMe"] = Shapes(AnnotationFormats.LabelMe, [.. FuzzSeeds.JsonTokens, .. FuzzSeeds.ShapeTokens]),
        ["CreateMl"] = Shapes(AnnotationFormats.CreateMl, [.. FuzzSeeds.JsonTokens, .. FuzzSeeds.ShapeTokens]),
        ["Vott"] = Shapes(AnnotationFormats.Vott, [.. FuzzSeeds.JsonTokens, .. FuzzSeeds.ShapeTokens]),
        ["Datumaro"] = Shapes(AnnotationFormats.Datumaro, [.. FuzzSeeds.JsonTokens, .. FuzzSeeds.ShapeTokens]),
        ["UnknownFormat"] = new(Texts([.. FuzzSeeds.Voc, .. FuzzSeeds.Coco, .. FuzzSeeds.Yolo, .. FuzzSeeds.Csv, .. FuzzSeeds.OpenImages, .. FuzzSeeds.Kitti, .. ToolExportTable.All.SelectMany(Contents)]), Texts([.. FuzzSeeds.XmlTokens, .. FuzzSeeds.JsonTokens, .. FuzzSeeds.RowTokens]), ByContent()),
        ["ImageHeader"] = new(FuzzSeeds.Images, FuzzSeeds.Binary, ReadHeader) { Inputs = 100_000 },
        ["KeptFile"] = new([Kept("inputs 1\nkey 2\noutput 1 2 3 a.config\n")], FuzzSeeds.Binary, ReadKept) { Inputs = 50_000 },
        ["ManifestEntry"] = new([.. FuzzSeeds.Voc.Select(Entry)], FuzzSeeds.Binary, ReadEntry) { IsText = false, Inputs = 50_000 },
    };

    // What the tools write, a file each of their exports; their items alone are of the format.
    private static FuzzTarget Shapes(AnnotationFormat format, string[] tokens) =>
        Reader(format.CreateReader(), [.. ToolExportTable.All.Where(export => export.Format == format.Name).SelectMany(Contents)], tokens);

    private static IEnumerable<string> Contents(ToolExport export) => export.Files.Where(file => export.Items.Contains(file.Path)).Select(file => file.Content);

    private static FuzzTarget Reader(IAnnotationReader reader, string[] seeds, string[] tokens) => Reader(reader, Texts(seeds), Texts(tokens));

    private static FuzzTarget Reader(IAnnotationReader reader, byte[][] seeds, byte[][] tokens)
    {
        var options = new ReadingOptions { NeedsImageSizes = true, NeedsImageSizesOfPixels = true, CheckRecords = true };
        return new FuzzTarget(seeds, tokens, input => reader.Read(new MemoryStream(input), Source("input", input), options).Diagnostics);
    }

    private static DiagnosticBag ReadConfig(byte[] input)
    {
        var diagnostics = new DiagnosticBag();
        BaseConfig.Parse(new BaseConfigSource("input", "input", input, IsBuiltIn: false), new FitSettings(), diagnostics);
        return diagnostics;
    }

    private static DiagnosticBag ReadLabelMap(byte[] input)
    {
        var diagnostics = new DiagnosticBag();
        LabelMapReader.Read("input", input, UnknownFieldPolicy.Warn, diagnostics);
        return diagnostics;
    }

    private static IReadOnlyList<Diagnostic> ReadBothWays(byte[] input)
    {
        AnnotationFile whole = PascalVocText.TryDecode(input, "input", out string text) is { } fault
            ? AnnotationFile.Failed(fault)
            : new PascalVocXml(new NameTable()).Read(text, "input");
        if (new PascalVocPlain().TryRead(input, "input") is { } quick && AnnotationFileText.Of(quick) != AnnotationFileText.Of(whole))
        {
            throw new InvalidOperationException("the two ways to read VOC disagree");
        }

        return whole.Diagnostics;
    }

    private static IReadOnlyList<Diagnostic> ReadBeside(string path, byte[] input) =>
        new YoloReader().Read(new MemoryStream("0 0.5 0.5 0.2 0.2\n"u8.ToArray()), Source("labels/a.txt", []), new Beside().Add(path, input).Options).Diagnostics;

    private static Func<byte[], IEnumerable<Diagnostic>> ByContent()
    {
        var readers = new AnnotationReaderSet(new ReadingOptions(), null);
        return input => readers.Read(new MemoryStream(input), Source("input", input)).Diagnostics;
    }

    private static Diagnostic[] ReadHeader(byte[] input)
    {
        if (ImageHeader.TryReadSize(new MemoryStream(input), out ImageSize size, out string fault) ? !size.IsKnown : fault.Length == 0)
        {
            throw new InvalidOperationException("neither a size nor a fault");
        }

        return [];
    }

    // Only what was written is believed.
    private static Diagnostic[] ReadKept(byte[] input)
    {
        if (KeptFile.Parse(input, KeptHeader) is not null && !input.AsSpan().SequenceEqual(All["KeptFile"].Seeds[0]))
        {
            throw new InvalidOperationException("a damaged file is believed");
        }

        return [];
    }

    private static IReadOnlyList<Diagnostic> ReadEntry(byte[] input) => AnnotationCodec.TryRead(input, "input")?.Diagnostics ?? [];

    private static byte[] Kept(string text)
    {
        var content = new ByteWriter();
        content.WriteCharacters(text);
        return KeptFile.Write(KeptHeader, content);
    }

    private static byte[] Entry(string voc)
    {
        var content = new ByteWriter();
        AnnotationCodec.Write(new PascalVocReader().Read(Encoding.UTF8.GetBytes(voc), "input"), content);
        return content.Written.ToArray();
    }

    private static AnnotationSource Source(string path, byte[] content) => new(path, () => new MemoryStream(content));

    private static byte[][] Texts(string[] texts) => Array.ConvertAll(texts, Encoding.UTF8.GetBytes);
}
