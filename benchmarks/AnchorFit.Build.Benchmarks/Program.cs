using System;
using System.Globalization;
using System.IO;
using System.Linq;
using AnchorFit.Benchmarks;

if (args is ["no-change", .. string[] counts])
{
    NoChangeBenchmark.Run(counts.Length == 0 ? [1_000, 20_000, 100_000] : counts.Select(c => int.Parse(c, CultureInfo.InvariantCulture)));
    return 0;
}

if (args is ["search-quality", string voc, string times, string wanted, .. string[] bases] && Directory.Exists(voc))
{
    SearchQualityBenchmark.Run(voc, int.Parse(times, CultureInfo.InvariantCulture), wanted == "all" ? string.Empty : wanted, bases);
    return 0;
}

if (args is ["write-boxes", string boxes, string count])
{
    FitShapesBenchmark.Write(boxes, int.Parse(count, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["fit-shapes", string shapes, string k])
{
    FitShapesBenchmark.Run(shapes, int.Parse(k, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["write-shapes", string target, string rows, string distinct, string decimals])
{
    ReadShapesBenchmark.Write(
        target, long.Parse(rows, CultureInfo.InvariantCulture), int.Parse(distinct, CultureInfo.InvariantCulture), int.Parse(decimals, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["read-shapes", string table] && File.Exists(table))
{
    ReadShapesBenchmark.Read(table);
    return 0;
}

if (args is ["fit-table", string rowsFile] && File.Exists(rowsFile))
{
    ReadShapesBenchmark.Fit(rowsFile);
    return 0;
}

if (args is ["write-coco", string path, string megabytes])
{
    CocoGenerator.Write(path, long.Parse(megabytes, CultureInfo.InvariantCulture) * 1_000_000);
    return 0;
}

if (args is ["read-coco", string file])
{
    ReadCocoRun.Run(file);
    return 0;
}

if (args is ["libraries", string cocoFile, string shapeTable, string vocFolder] && Directory.Exists(vocFolder))
{
    LibraryBenchmark.Run(cocoFile, shapeTable, vocFolder, runs: 7);
    return 0;
}

if (args is ["tfrecord-skipping", .. string[] records])
{
    SkippingBenchmark.Run(records.Length == 0 ? [2_000, 20_000] : records.Select(r => int.Parse(r, CultureInfo.InvariantCulture)));
    return 0;
}

if (args is ["drawn-anchors", .. string[] boxCounts])
{
    DrawnAnchorsBenchmark.Run(boxCounts.Length == 0 ? 40_000 : int.Parse(boxCounts[0], CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["placed-boxes", string boxCount])
{
    PlacedBoxesBenchmark.Run(int.Parse(boxCount, CultureInfo.InvariantCulture));
    return 0;
}

if (args is not [string command, string folder] || !Directory.Exists(folder))
{
    return Usage();
}

switch (command)
{
    case "read-voc":
        ReadVocBenchmark.Run(folder);
        return 0;
    case "cold":
        ColdRun.Run(folder);
        return 0;
    case "fit":
        FitBenchmark.Run(folder);
        return 0;
    default:
        return Usage();
}

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project benchmarks/AnchorFit.Build.Benchmarks -- read-voc|fit|cold FOLDER");
    Console.Error.WriteLine("or     dotnet run -c Release --project benchmarks/AnchorFit.Build.Benchmarks -- no-change [ANNOTATIONS...]");
    Console.Error.WriteLine("or     dotnet run -c Release --project benchmarks/AnchorFit.Build.Benchmarks -- write-shapes FILE ROWS DISTINCT DECIMALS|-1");
    Console.Error.WriteLine("or     dotnet run -c Release --project benchmarks/AnchorFit.Build.Benchmarks -- read-shapes FILE");
    Console.Error.WriteLine("or     dotnet run -c Release --project benchmarks/AnchorFit.Build.Benchmarks -- fit-table FILE");
    Console.Error.WriteLine("or     dotnet run -c Release --project benchmarks/AnchorFit.Build.Benchmarks -- write-coco FILE MEGABYTES");
    Console.Error.WriteLine("or     dotnet run -c Release --project benchmarks/AnchorFit.Build.Benchmarks -- read-coco FILE");
    Console.Error.WriteLine("or     dotnet run -c Release --project benchmarks/AnchorFit.Build.Benchmarks -- tfrecord-skipping [RECORDS...]");
    Console.Error.WriteLine("or     dotnet run -c Release --project benchmarks/AnchorFit.Build.Benchmarks -- libraries COCO.json TABLE.csv FOLDER");
    Console.Error.WriteLine("or     dotnet run -c Release --project benchmarks/AnchorFit.Build.Benchmarks -- drawn-anchors [BOXES]");
    Console.Error.WriteLine("or     dotnet run -c Release --project benchmarks/AnchorFit.Build.Benchmarks -- search-quality FOLDER TIMES all|SETTINGS [CONFIG...]");
    Console.Error.WriteLine("or     dotnet run -c Release --project benchmarks/AnchorFit.Build.Benchmarks -- placed-boxes BOXES");
    Console.Error.WriteLine("FOLDER holds PASCAL VOC files; samples/GenerateSampleAnnotations.cs writes as many as you like.");
    return 1;
}
