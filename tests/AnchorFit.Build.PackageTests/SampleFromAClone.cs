using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>Who builds the sample of a clone first waits for the task: what is compiled for it, and how.</summary>
public class SampleFromAClone
{
    private const string Sample = "samples/SampleTrainingProject/SampleTrainingProject.csproj";
    private const string Tasks = "src/AnchorFit.Build.Tasks/AnchorFit.Build.Tasks.csproj";

    [Fact]
    public void TheTaskIsCompiledForOneFrameworkWithoutAnalysisAndDocumentation()
    {
        string[] properties = Ask(Sample, "TasksProperties", "TargetFramework").Split(';');

        Assert.Equal("TargetFramework=net8.0", properties[0]);
        string[] given = [.. properties.Select(p => "-p:" + p)];
        Assert.Equal(
            ["false", "false", "false"],
            ((string[])["RunAnalyzers", "EnforceCodeStyleInBuild", "GenerateDocumentationFile"]).Select(p => Ask(Tasks, p, "TargetFramework", given)));
        Assert.Equal("true", Ask(Tasks, "GenerateDocumentationFile", "TargetFramework"));
    }

    /// <summary>Other properties would make a second build of the project at the same time, into the same folder.</summary>
    [Fact]
    public void InASolutionItIsTheSolutionsBuild() =>
        Assert.Equal("TargetFramework=net8.0", Ask(Sample, "TasksProperties", "TargetFramework", "-p:SolutionPath=/repository/AnchorFit.Build.sln"));

    [Fact]
    public void TheReferenceAndTheCallAskForTheSameBuild()
    {
        XElement targets = XDocument.Load(Path.Combine(PackedPackage.RepositoryRoot, "samples", "Directory.Build.targets")).Root!;

        Assert.Equal("$(TasksProperties)", Assert.Single(targets.Descendants("ProjectReference")).Attribute("SetTargetFramework")?.Value);
        Assert.Equal("$(TasksProperties)", Assert.Single(targets.Descendants("MSBuild")).Attribute("Properties")?.Value);
    }

    // Two properties are answered as JSON, one as text that may end in anything.
    private static string Ask(string project, string property, string other, params string[] arguments)
    {
        (int exitCode, string output) = DotNet.Run(
            PackedPackage.RepositoryRoot, new Dictionary<string, string>(StringComparer.Ordinal), ["msbuild", project, $"-getProperty:{property},{other}", "-nr:false", .. arguments]);
        Assert.True(exitCode == 0, output);
        using JsonDocument json = JsonDocument.Parse(output);
        return json.RootElement.GetProperty("Properties").GetProperty(property).GetString()!;
    }
}
