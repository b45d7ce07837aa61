using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.RegularExpressions;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>A feed's page of the package: its icon, its addresses, and a README that stands alone.</summary>
public partial class WhatAFeedShows(PackedPackage package)
{
    [Fact]
    public void TheIconIsSmall()
    {
        byte[] icon = Bytes(package.PackageFile, "icon.png");

        Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
        Assert.InRange(icon.Length, 100, 10_000);
        Assert.Contains("<icon>icon.png</icon>", Text(package.PackageFile, "AnchorFit.Build.nuspec"), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAnAddressTheReadmeHasNoLinkThatLeadsNowhere()
    {
        string readme = Text(package.PackageFile, "README.md");

        Assert.DoesNotContain(Links().Matches(readme), link => !link.Groups["to"].Value.StartsWith("https://", StringComparison.Ordinal));
        Assert.Contains("(docs/guides/drawn-anchors.md)", readme, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllLines(Readme).Length, readme.Split('\n').Length - 1);
    }

    [Fact]
    public void WithAnAddressEveryLinkAndPictureResolves()
    {
        using var folder = new TemporaryFolder("feed");
        string packed = package.Pack("AnchorFit.Build.Tasks", folder.Path, "-p:RepositoryUrl=https://github.com/owner/name");
        string readme = Text(packed, "README.md");
        string nuspec = Text(packed, "AnchorFit.Build.nuspec");

        Assert.Contains("<projectUrl>https://github.com/owner/name</projectUrl>", nuspec, StringComparison.Ordinal);
        Assert.Contains("<repository type=\"git\" url=\"https://github.com/owner/name\" />", nuspec, StringComparison.Ordinal);
        Match[] links = Links().Matches(readme).ToArray();
        Assert.Equal(Links().Count(File.ReadAllText(Readme)), links.Length);
        Assert.Contains(links, link => link.Groups["picture"].Length > 0);
        foreach (Match link in links)
        {
            string host = link.Groups["picture"].Length > 0 ? "https://raw.githubusercontent.com/owner/name/v0.1.0/" : "https://github.com/owner/name/blob/v0.1.0/";
            string to = link.Groups["to"].Value;
            Assert.StartsWith(host, to, StringComparison.Ordinal);
            string[] parts = to[host.Length..].Split('#');
            string file = Path.Combine(PackedPackage.RepositoryRoot, parts[0]);
            Assert.True(File.Exists(file), to);
            Assert.True(parts.Length == 1 || File.ReadLines(file).Any(line => line.StartsWith('#') && Anchor(line) == parts[1]), to);
        }
    }

    private static string Readme => Path.Combine(PackedPackage.RepositoryRoot, "README.md");

    // As the host of the source makes it of a heading.
    private static string Anchor(string heading) =>
        string.Concat(heading.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    private static byte[] Bytes(string packageFile, string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(packageFile);
        using Stream stream = archive.GetEntry(entry)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(string packageFile, string entry) => System.Text.Encoding.UTF8.GetString(Bytes(packageFile, entry)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"(?<picture>!?)\[[^\]]+\]\((?<to>[^)\s]+)\)", RegexOptions.None, 10_000)]
    private static partial Regex Links();
}
