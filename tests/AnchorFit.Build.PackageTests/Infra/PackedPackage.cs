using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using AnchorFit.PackageTests.Infra;
using Xunit;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace AnchorFit.PackageTests.Infra;

/// <summary>The package, packed once a test run into a feed of its own, with a package cache of its own.</summary>
public sealed class PackedPackage : IDisposable
{
    private readonly TemporaryFolder _folder = new("feed");
    private readonly ConcurrentDictionary<string, Lazy<ProjectTemplate>> _templates = new(StringComparer.Ordinal);

    public PackedPackage()
    {
        Version = "0.1.0-test.x" + Guid.NewGuid().ToString("N")[..8];
        Pack("AnchorFit.Build.Tasks", Feed);
    }

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>The package cache of the repository's own build: a source for what test projects need beside our package.</summary>
    public static string DownloadedPackages { get; } = Metadata("PackageRoot");

    public string Version { get; }

    /// <summary>The folder that holds the nupkg.</summary>
    public string Feed => _folder.Path;

    public string PackageFile => Directory.GetFiles(Feed, "*.nupkg").Single();

    /// <summary>The private package cache.</summary>
    public string Cache => System.IO.Path.Combine(_folder.Path, "cache");

    /// <summary>The package as restored into the private cache; there after the first restore.</summary>
    public string InstalledFolder => System.IO.Path.Combine(Cache, "anchorfit.build", Version);

    /// <summary>The project that tests with these target frameworks start from; restored and compiled when first asked for.</summary>
    internal ProjectTemplate Template(string frameworks) =>
        _templates.GetOrAdd(frameworks, f => new Lazy<ProjectTemplate>(() => new ProjectTemplate(this, f))).Value;

    /// <summary>Packs a project of the repository, built already, into a folder.</summary>
    /// <returns>The package.</returns>
    internal string Pack(string project, string folder, params string[] arguments)
    {
        (int exitCode, string output) = DotNet.Run(
            RepositoryRoot,
            new Dictionary<string, string>(StringComparer.Ordinal),
            ["pack", System.IO.Path.Combine("src", project), "--no-build", "-c", Metadata("Configuration"), "-o", folder, "-p:PackageVersion=" + Version, "-nr:false", .. arguments]);
        return exitCode == 0
            ? Directory.GetFiles(folder, "*.nupkg").Single()
            : throw new InvalidOperationException("dotnet pack failed:\n" + output);
    }

    public void Dispose()
    {
        foreach (Lazy<ProjectTemplate> template in _templates.Values.Where(t => t.IsValueCreated))
        {
            template.Value.Dispose();
        }

        _folder.Dispose();
    }

    private static string Metadata(string key) =>
        typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
