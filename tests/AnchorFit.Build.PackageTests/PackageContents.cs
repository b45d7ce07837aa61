using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

public class PackageContents(PackedPackage package)
{
    [Fact]
    public void HoldsExactlyWhatBelongsInIt()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackageFile);
        IEnumerable<string> files = archive.Entries.Select(e => e.FullName)
            .Where(n => !n.StartsWith("package/", StringComparison.Ordinal) && !n.StartsWith("_rels/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "AnchorFit.Build.nuspec",
                "CHANGELOG.md",
                "LICENSE",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "[Content_Types].xml",
                "build/AnchorFit.Build.Core.targets",
                "build/AnchorFit.Build.Ide.targets",
                "build/AnchorFit.Build.props",
                "build/AnchorFit.Build.targets",
                "build/AnchorFit.Build.targets.buildschema.json",
                "build/Rules/AnchorAnnotations.xaml",
                "build/Rules/AnchorFitPropertyPage.xaml",
                "buildMultiTargeting/AnchorFit.Build.props",
                "buildMultiTargeting/AnchorFit.Build.targets",
                "buildTransitive/AnchorFit.Build.props",
                "buildTransitive/AnchorFit.Build.targets",
                "docs/diagnostics.md",
                "docs/guides/anchorfit-json.md",
                "docs/guides/big-data.md",
                "docs/guides/choosing-k.md",
                "docs/guides/ci.md",
                "docs/guides/datasets.md",
                "docs/guides/drawn-anchors.md",
                "docs/guides/label-maps.md",
                "docs/guides/pets.md",
                "docs/guides/report.md",
                "docs/guides/training-results.md",
                "docs/guides/two-models.md",
                "docs/guides/visual-studio.md",
                "docs/images/report.png",
                "icon.png",
                "tasks/net8.0/AnchorFit.Build.Tasks.deps.json",
                "tasks/net8.0/AnchorFit.Build.Tasks.dll",
                "tasks/net8.0/AnchorFit.Build.Tasks.pdb",
                "tasks/net8.0/Google.Protobuf.dll",
                "tasks/net8.0/MathNet.Numerics.dll",
                "tasks/net8.0/YamlDotNet.dll",
                "tasks/netstandard2.0/AnchorFit.Build.Tasks.deps.json",
                "tasks/netstandard2.0/AnchorFit.Build.Tasks.dll",
                "tasks/netstandard2.0/AnchorFit.Build.Tasks.pdb",
                "tasks/netstandard2.0/Google.Protobuf.dll",
                "tasks/netstandard2.0/MathNet.Numerics.dll",
                "tasks/netstandard2.0/System.Buffers.dll",
                "tasks/netstandard2.0/System.Memory.dll",
                "tasks/netstandard2.0/System.Numerics.Vectors.dll",
                "tasks/netstandard2.0/System.Runtime.CompilerServices.Unsafe.dll",
                "tasks/netstandard2.0/YamlDotNet.dll",
            ],
            files);
    }

    [Fact]
    public void SaysWhatItIsAndDependsOnNothing()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackageFile);
        using Stream stream = archive.GetEntry("AnchorFit.Build.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;

        Assert.Equal("AnchorFit.Build", Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("Copyright (c) AnchorFit.Build contributors", Value("copyright"));
        Assert.DoesNotContain(metadata.Descendants(), e => e.Name.LocalName == "dependency");
        Assert.DoesNotContain(metadata.Elements(), e => e.Name.LocalName is "repository" or "projectUrl");
    }

    [Fact]
    public void EveryTaskThatDecidesOrFitsGetsTheSameParameters()
    {
        XElement targets = XDocument.Load(Path.Combine(PackedPackage.RepositoryRoot, "build", "AnchorFit.Build.Core.targets")).Root!;
        string[] Parameters(string task, params string[] own) =>
            [.. targets.Descendants(task).Single().Attributes().Where(a => !own.Contains(a.Name.LocalName)).Select(a => a.ToString()).Order(StringComparer.Ordinal)];

        string[] shared = Parameters("FitAnchors", "ManifestFile", "AnnotationsInNone", "OutputFolder", "CopiedFiles", "ProtectedFiles", "ShowProgress");
        Assert.Equal(shared, Parameters("FingerprintInputs", "Enabled", "CopiedFiles", "WarningPolicy", "TrackTaskAssembly"));
        Assert.Equal(Parameters("FitAnchors", "ManifestFile", "AnnotationsInNone", "OutputFolder", "CopiedFiles"), Parameters("VerifyFit", "CommittedConfig"));
    }
}
