using System;
using System.IO;
using AnchorFit.Benchmarks;

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
    Console.Error.WriteLine("FOLDER holds PASCAL VOC files; samples/GenerateSampleAnnotations.cs writes as many as you like.");
    return 1;
}
