using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>In the terminal, in an editor's list of problems, in a folder that was published.</summary>
public class WhatAPersonSees(PackedPackage package)
{
    [Fact]
    public void TheTerminalLoggerShowsTheFitAndTheLastResult()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        const string Headline = "(AnchorFit: 4 boxes in 3 files, aspect ratios 0.38, 0.75, 1.50, 2.25, average IoU 100.00 %, num_classes 2, base builtin:ssdlite_mobiledet_edgetpu_320x320)";

        Assert.Contains("AFB9026", Terminal("-t:AnchorFitShow"), StringComparison.Ordinal);
        string fitting = Terminal();
        Assert.Contains("pipeline.config " + Headline, fitting, StringComparison.Ordinal);
        Assert.Contains("Training.dll", fitting, StringComparison.Ordinal);
        Assert.DoesNotContain("AnchorFit: ", Terminal("--no-restore"), StringComparison.Ordinal);
        Assert.Contains("anchorfit.html " + Headline, Terminal("--no-restore", "-t:AnchorFitShow"), StringComparison.Ordinal);

        string shown = project.TryBuild("-t:AnchorFitShow", "--no-restore").Output;
        Assert.Contains("AnchorFit: config in " + Path.GetFullPath(project.PathOf("obj/Debug/net10.0/pipeline.config")), shown, StringComparison.Ordinal);
        Assert.Contains("AnchorFit: Training: drawn anchors: ", shown, StringComparison.Ordinal);

        string Terminal(params string[] arguments) => DotNet.Run(project.Folder, project.Environment, ["build", "-tl:on", "-nr:false", "-p:UseSharedCompilation=false", .. arguments]).Output;
    }

    [Fact]
    public void TheReportIsOpenedByTheSystemsProgram()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A stand-in for the system's program needs Linux.");
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build("-t:AnchorFitGenerate");
        string opened = project.PathOf("opened.txt");
        project.Write("path/xdg-open", $"#!/bin/sh\necho \"$1\" > '{opened}.part'\nmv '{opened}.part' '{opened}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(project.PathOf("path/xdg-open"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        project.Environment["PATH"] = project.PathOf("path") + ":" + Environment.GetEnvironmentVariable("PATH");

        project.Build("-t:AnchorFitOpenReport", "--no-restore");

        for (int i = 0; i < 600 && !File.Exists(opened); i++)
        {
            System.Threading.Thread.Sleep(50);
        }

        Assert.Equal(Path.GetFullPath(project.PathOf("obj/Debug/net10.0/anchorfit.html")), File.ReadAllText(opened).Trim());
    }

    /// <summary>The parts that VS Code's <c>$msCompile</c> takes from a line; it takes the file for absolute.</summary>
    [Fact]
    public void AProblemIsFoundFromTheFolderOfASolution()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Write("data/bad.xml", Voc.Xml("cat", (0, 10)));

        string output = project.Build("-t:AnchorFitGenerate").Output;

        Match line = Assert.Single(Regex.Matches(output, @"(?m)^\s*(?<file>\S.*?)\((?<place>\d+,\d+(?:,\d+,\d+)?)\)\s*:\s+(?<severity>error|warning)\s+(?<code>\w+\d+)\s*:", RegexOptions.None, TimeSpan.FromSeconds(10)).DistinctBy(m => m.Value.Trim()));
        Assert.Equal((Path.GetFullPath(project.PathOf("data/bad.xml")), "warning", "AFB2016"), (line.Groups["file"].Value, line.Groups["severity"].Value, line.Groups["code"].Value));
    }

    /// <summary>No project file: an annotation is an input of the run all the same.</summary>
    [Fact]
    public void AFileBasedAppRunsWithTheConfigOfItsAnnotations()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Delete("Training.csproj");
        project.Delete("Training.cs");
        project.Write("app.cs", $"""
            #:package AnchorFit.Build@{package.Version}
            #:property PublishAot=false
            #:property AnchorAnnotationsDirectory=data
            #:property AnchorFitScals=true
            using System;
            using System.IO;
            Console.WriteLine(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pipeline.config")).Contains("num_classes: 2") ? "two" : "other");
            """);

        (int exitCode, string output) = Run();
        Assert.True(exitCode == 0 && output.Contains("two", StringComparison.Ordinal), output);

        project.Write("data/d.xml", Voc.Xml("owl", (60, 60)));
        Assert.Contains("other", Run().Output, StringComparison.Ordinal);

        project.Write("data/d.xml", "<annotation>");
        (exitCode, output) = Run();
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error AFB2006", output, StringComparison.Ordinal);
        Assert.Contains("did you mean 'AnchorFitScales'?", output, StringComparison.Ordinal);

        (int ExitCode, string Output) Run() => DotNet.Run(project.Folder, project.Environment, "run", "app.cs");
    }

    [Fact]
    public void AWebProjectPublishesTheResultAndNoneOfItsInputs()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package,
            "<OutputType>Exe</OutputType><AnchorFitBaseConfig>./base.config</AnchorFitBaseConfig><AnchorFitPipelineConfig>pipeline.config</AnchorFitPipelineConfig>",
            TrainingProject.DefaultItems + """<AnchorAnnotations Include="data/coco.json" />""");
        project.Write("Training.csproj", project.Read("Training.csproj").Replace("Microsoft.NET.Sdk\"", "Microsoft.NET.Sdk.Web\"", StringComparison.Ordinal));
        project.Write("Training.cs", "internal static class Training { private static void Main() { } }");
        project.Write("base.config", Configs.Ssd("aspect_ratios: [1.0]"));
        project.Write("data/coco.json", """{"images":[{"id":1,"width":400,"height":300,"file_name":"a.jpg"}],"categories":[{"id":1,"name":"cat"}],"annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,1,80,40],"area":3200,"iscrowd":0}]}""");
        project.Write("appsettings.json", "{}");

        BuildResult publish = project.TryRun("publish", "-c", "Debug");

        Assert.True(publish.ExitCode == 0, publish.Output);
        IEnumerable<string> published = Directory.GetFiles(project.PathOf("bin/Debug/net10.0/publish"), "*.*", SearchOption.AllDirectories)
            .Select(f => Path.GetFileName(f)).Where(f => Path.GetExtension(f) is ".config" or ".json" && !f.StartsWith("Training.", StringComparison.Ordinal) && f != "web.config");
        Assert.Equal(["appsettings.json", "pipeline.config"], published.Order(StringComparer.Ordinal));
    }
}
