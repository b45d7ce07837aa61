using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;

namespace AnchorFit.Benchmarks;

/// <summary>A folder with many annotations and three project files: without the package, with items, with the folder.</summary>
internal static class ScaleProject
{
    private const string Version = "0.0.0-benchmark";

    /// <summary>Packs the task as it stands into a feed in the folder, and ends the search for settings there.</summary>
    public static void PackInto(string root)
    {
        string feed = Path.Combine(root, "feed");
        DotNet(Repository(), "pack", Path.Combine(Repository(), "src", "AnchorFit.Build.Tasks"), "-c", "Release", "-o", feed, "-p:PackageVersion=" + Version);
        File.WriteAllText(Path.Combine(root, "NuGet.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(root, "cache")}" /></config>
              <packageSources><clear /><add key="feed" value="{feed}" /></packageSources>
            </configuration>
            """);
        foreach (string name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(Path.Combine(root, name), "<Project />");
        }
    }

    public static void Write(string folder, int annotations)
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        for (int i = 0; i < annotations; i++)
        {
            WriteAnnotation(folder, i, new Random(i));
        }

        const string Package = $"""<PackageReference Include="AnchorFit.Build" Version="{Version}" PrivateAssets="all" />""";
        const string Exclude = "<DefaultItemExcludes>$(DefaultItemExcludes);data/**</DefaultItemExcludes>";
        File.WriteAllText(Path.Combine(folder, "Source.cs"), "internal static class Source;");
        WriteProject(folder, "without", Exclude, string.Empty);
        WriteProject(folder, "items", Exclude, Package + """<AnchorAnnotations Include="data/*.xml" />""");
        WriteProject(folder, "directory", "<AnchorAnnotationsDirectory>data</AnchorAnnotationsDirectory>", Package);
    }

    /// <summary>Gives one annotation other boxes.</summary>
    public static void ChangeOne(string folder, int seed) => WriteAnnotation(folder, 0, new Random(-1 - seed));

    public static void DotNet(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("dotnet " + string.Join(' ', arguments) + " failed:\n" + output);
        }
    }

    // Three projects in one folder: each has its own obj and bin.
    private static void WriteProject(string folder, string name, string properties, string items) =>
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project>
              <PropertyGroup>
                <BaseIntermediateOutputPath>obj/{name}/</BaseIntermediateOutputPath>
                <BaseOutputPath>bin/{name}/</BaseOutputPath>
              </PropertyGroup>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
                <UseSharedCompilation>false</UseSharedCompilation>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Source.cs" />
                {items}
              </ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
            </Project>
            """);

    private static void WriteAnnotation(string folder, int index, Random random)
    {
        var xml = new StringBuilder("<annotation>\n  <filename>image.jpg</filename>\n  <size>\n    <width>640</width>\n    <height>480</height>\n    <depth>3</depth>\n  </size>\n");
        for (int box = 0; box < 5; box++)
        {
            int x = random.Next(0, 400);
            int y = random.Next(0, 300);
            xml.Append(CultureInfo.InvariantCulture, $"  <object>\n    <name>class{box % 3}</name>\n    <difficult>0</difficult>\n    <bndbox>\n      <xmin>{x}</xmin>\n      <ymin>{y}</ymin>\n      <xmax>{x + random.Next(5, 240)}</xmax>\n      <ymax>{y + random.Next(5, 180)}</ymax>\n    </bndbox>\n  </object>\n");
        }

        File.WriteAllText(Path.Combine(folder, "data", $"image{index:D6}.xml"), xml.Append("</annotation>\n").ToString());
    }

    private static string Repository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "AnchorFit.Build.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Run this from a clone of the repository.");
    }
}
