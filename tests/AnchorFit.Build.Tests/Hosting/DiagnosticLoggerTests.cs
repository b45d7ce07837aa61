using System;
using System.Collections;
using System.Collections.Generic;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Text;
using Microsoft.Build.Framework;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public class DiagnosticLoggerTests
{
    [Fact]
    public void FaultsThatAFileOnlyCountedAreCountedToo()
    {
        var faults = new FaultLog("a.csv");
        for (int line = 1; line <= 1000; line++)
        {
            faults.Add(AnnotationDiagnostics.MissingName("a.csv", new LinePosition(line, 1)));
        }

        var engine = new Engine();
        new DiagnosticLogger(new Silent { BuildEngine = engine }, "/projects/a.csproj").Log(faults.ToList());

        Assert.Equal(21, engine.Warnings.Count);
        Assert.Equal("... and 980 more warnings AFB2019 (An object has no class name)", engine.Warnings[^1]);
    }

    /// <summary>VS Code's <c>$msCompile</c> takes files for absolute, and compilers name them so.</summary>
    [Theory]
    [InlineData("data/x.xml", "/projects/lib/data/x.xml")]
    [InlineData("../x.xml", "/projects/x.xml")]
    [InlineData("builtin:none", "builtin:none")]
    [InlineData(null, "/projects/lib/a.csproj")]
    public void FilesAreNamedSoThatTheyAreFoundFromAnywhere(string? path, string expected)
    {
        var engine = new Engine();
        new DiagnosticLogger(new Silent { BuildEngine = engine }, "/projects/lib/a.csproj")
            .Log([new Diagnostic(BuildDiagnostics.StaleReportRule, path, new LinePosition(3, 5), "told")]);

        string file = Assert.Single(engine.Files)!;
        Assert.Equal(expected, System.OperatingSystem.IsWindows() ? file.Replace('\\', '/')[(file.IndexOf(':', StringComparison.Ordinal) == 1 ? 2 : 0)..] : file);
    }

    [Fact]
    public void NoMoreThanTwoHundredAreToldInAll()
    {
        var diagnostics = new DiagnosticBag();
        for (int rule = 0; rule < 15; rule++)
        {
            for (int i = 0; i < 19; i++)
            {
                diagnostics.Add(new Diagnostic(new DiagnosticRule("AFB99" + (rule + 10), DiagnosticSeverity.Warning, "Title"), "a.xml", default, "message"));
            }
        }

        var engine = new Engine();
        new DiagnosticLogger(new Silent { BuildEngine = engine }, "/p/a.csproj").Log(diagnostics);

        Assert.Equal(200, engine.Warnings.FindAll(line => line == "message").Count);
        Assert.Equal("... and 9 more warnings AFB9920 (Title)", engine.Warnings[200]);
        Assert.Equal("... and 19 more warnings AFB9924 (Title)", engine.Warnings[^1]);
    }

    [Fact]
    public void NamesOfFilesAreNoCommands()
    {
        var engine = new Engine();

        new DiagnosticLogger(new Silent { BuildEngine = engine }, "/p/a.csproj").Log(
            [AnnotationDiagnostics.MissingName("data/##vso[task.x]\n\u001B[31ma.xml", default), AnnotationDiagnostics.MissingName("::error::a.xml", default)]);

        Assert.Equal(["/p/data/##vso [task.x]  [31ma.xml", "/p/::error::a.xml"], engine.Files);
    }

    private sealed class Silent : Microsoft.Build.Utilities.Task
    {
        public override bool Execute() => true;
    }

    private sealed class Engine : IBuildEngine
    {
        public List<string?> Warnings { get; } = [];

        public List<string?> Files { get; } = [];

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => string.Empty;

        public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

        public void LogCustomEvent(CustomBuildEventArgs e)
        {
        }

        public void LogErrorEvent(BuildErrorEventArgs e) => throw new InvalidOperationException(e.Message);

        public void LogMessageEvent(BuildMessageEventArgs e)
        {
        }

        public void LogWarningEvent(BuildWarningEventArgs e)
        {
            Warnings.Add(e.Message);
            Files.Add(e.File);
        }
    }
}
