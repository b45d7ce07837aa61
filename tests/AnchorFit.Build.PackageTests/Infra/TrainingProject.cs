using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace AnchorFit.PackageTests.Infra;

/// <summary>A project as a user would have it, in a temporary folder, with the packed package from the private feed.</summary>
internal sealed class TrainingProject : IDisposable
{
    public const string DefaultItems = """<AnchorAnnotations Include="data/*.xml" />""";

    private const string UsualName = "training";

    private readonly TemporaryFolder _folder;
    private readonly PackedPackage _package;
    private int _builds;

    // What the last restore depended on: while it stays, restoring again only takes time.
    private string? _restored;

    private TrainingProject(PackedPackage package, string name)
    {
        _package = package;
        _folder = new TemporaryFolder(name);
    }

    public string Folder => _folder.Path;

    /// <summary>Extra environment variables of every dotnet command.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>A project with three annotation files, as <see cref="Empty"/> makes and <see cref="AddAnnotations"/> fills it.</summary>
    public static TrainingProject WithAnnotations(PackedPackage package, string properties = "", string items = DefaultItems, string frameworks = "<TargetFramework>net10.0</TargetFramework>", string name = UsualName) =>
        Empty(package, properties, items, frameworks, name).AddAnnotations();

    /// <summary>Three annotation files with four distinct shapes, of classes cat and dog.</summary>
    public TrainingProject AddAnnotations()
    {
        Write("data/a.xml", Voc.Xml("cat", (100, 50), (40, 80)));
        Write("data/b.xml", Voc.Xml("dog", (60, 60)));
        Write("data/c.xml", Voc.Xml("cat", (120, 40)));
        return this;
    }

    /// <summary>No annotations. A project of the usual name is restored and compiled already, but for what the arguments change.</summary>
    public static TrainingProject Empty(PackedPackage package, string properties = "", string items = DefaultItems, string frameworks = "<TargetFramework>net10.0</TargetFramework>", string name = UsualName)
    {
        if (name != UsualName)
        {
            return Fresh(package, properties, items, frameworks, name);
        }

        var project = new TrainingProject(package, name);
        package.Template(frameworks).CopyTo(project._folder);
        DateTime written = File.GetLastWriteTimeUtc(project.PathOf("Training.csproj"));
        project._restored = Foundation(project.Read("Training.csproj"));
        project.Write("Training.csproj", project.ProjectText(properties, items, frameworks));
        File.SetLastWriteTimeUtc(project.PathOf("Training.csproj"), written);
        return project;
    }

    /// <summary>No annotations, and nothing restored or built: as after a clone.</summary>
    public static TrainingProject Fresh(PackedPackage package, string properties = "", string items = DefaultItems, string frameworks = "<TargetFramework>net10.0</TargetFramework>", string name = UsualName)
    {
        var project = new TrainingProject(package, name);
        project.WriteSurroundings(project.Folder);
        project.Write("Training.cs", "internal static class Training;");
        project.Write("Training.csproj", project.ProjectText(properties, items, frameworks));
        return project;
    }

    /// <summary>The text of a project file that references the package.</summary>
    public string ProjectText(string properties, string items, string frameworks = "<TargetFramework>net10.0</TargetFramework>") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {frameworks}
            <AssemblyName>Training</AssemblyName>
            <GenerateAssemblyInfo>false</GenerateAssemblyInfo>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="AnchorFit.Build" Version="{_package.Version}" PrivateAssets="all" />
            {items}
          </ItemGroup>
        </Project>
        """;

    public string PathOf(string relative) => Path.Combine(Folder, relative);

    public void Write(string relative, string content)
    {
        string path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    public bool Exists(string relative) => File.Exists(PathOf(relative));

    public void Delete(string relative) => File.Delete(PathOf(relative));

    /// <summary><c>dotnet build</c>, expected to succeed.</summary>
    public BuildResult Build(params string[] arguments)
    {
        BuildResult result = TryBuild(arguments);
        return result.ExitCode == 0 ? result : throw new InvalidOperationException("dotnet build failed:\n" + result.Output);
    }

    /// <summary><c>dotnet build</c>, whatever comes of it.</summary>
    public BuildResult TryBuild(params string[] arguments) => TryRun("build", arguments);

    /// <summary>A dotnet command that builds, with a binary log.</summary>
    public BuildResult TryRun(string verb, params string[] arguments)
    {
        // Without the project folder's name in it, whose characters the switch may not take.
        string binlog = Path.GetFullPath(PathOf($"../log{_builds++}.binlog"));
        string project = Exists("Training.csproj") ? Foundation(Read("Training.csproj")) : string.Empty;
        bool isRestored = verb is ("build" or "publish" or "pack") && project == _restored
            && !arguments.Contains("--no-restore", StringComparer.Ordinal) && !OtherProject(arguments);
        if (isRestored)
        {
            arguments = [.. arguments, "--no-restore"];
        }

        (int exitCode, string output) = DotNet.Run(
            Folder, Environment, [verb, .. arguments, $"-bl:{binlog};ProjectImports=None", "-nr:false", "-tl:off", "-p:UseSharedCompilation=false"]);
        _restored = exitCode == 0 && verb is ("build" or "restore") && !OtherProject(arguments) ? project : _restored;
        return new BuildResult(exitCode, output, binlog, Folder);
    }

    /// <summary>
    /// Fits one after another, in one process, as starting MSBuild is what costs time; errors stop none of them. The
    /// project must have been restored.
    /// </summary>
    /// <param name="properties">For each fit what it sets, as <c>Name=value;Name=value</c>; no two of them the same. It may
    /// name metadata of <paramref name="items"/>: then there is a fit for each of those.</param>
    /// <param name="items">Items of any type.</param>
    public BuildResult FitEach(IEnumerable<string> properties, string items = "")
    {
        Write("FitEach.proj", $"""
            <Project>
              <ItemGroup>{items}</ItemGroup>
              <Target Name="Build">
                {string.Concat(properties.Select(p => $"""<MSBuild Projects="Training.csproj" Targets="AnchorFitGenerate" Properties="{p}" ContinueOnError="ErrorAndContinue" />"""))}
              </Target>
            </Project>
            """);
        return TryRun("msbuild", "FitEach.proj");
    }

    // Of the project file what restoring may depend on: all but our own properties and items.
    private static string Foundation(string projectText)
    {
        XElement project = XElement.Parse(projectText);
        project.DescendantNodes()
            .Where(n => n is XComment || (n is XElement e && (e.Name.LocalName.StartsWith("Anchor", StringComparison.Ordinal) || e.Name.LocalName == "PipelineConfigOverride")))
            .Remove();
        return project.ToString();
    }

    private static bool OtherProject(string[] arguments) =>
        arguments.Any(a => a.EndsWith("proj", StringComparison.Ordinal) || a.EndsWith(".sln", StringComparison.Ordinal));

    /// <summary>Starts a command without waiting for it.</summary>
    public Process Start(params string[] arguments) => DotNet.Start(Folder, Environment, arguments);

    public void Dispose() => _folder.Dispose();

    // Empty Directory.Build.* files end the search upwards; the feed is the only source.
    private void WriteSurroundings(string folder)
    {
        string parent = Path.GetDirectoryName(folder)!;
        foreach (string file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(parent, file), "<Project />");
        }

        File.WriteAllText(Path.Combine(parent, "NuGet.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{_package.Cache}" /></config>
              <packageSources><clear /><add key="feed" value="{_package.Feed}" /></packageSources>
            </configuration>
            """);
    }
}
