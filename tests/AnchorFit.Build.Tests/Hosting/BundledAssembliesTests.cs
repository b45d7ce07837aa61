using System;
using System.IO;
using System.Reflection;
using AnchorFit.Hosting;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public class BundledAssembliesTests
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(BundledAssemblies).Assembly.Location)!;
    private static readonly string Requesting = Path.Combine(Folder, "MathNet.Numerics.dll");
    private static readonly AssemblyName Bundled = AssemblyName.GetAssemblyName(Path.Combine(Folder, "Google.Protobuf.dll"));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void AnAssemblyOfTheFolderGetsOneOfTheSameOrALaterVersion(int difference) =>
        Assert.Equal(Path.Combine(Folder, "Google.Protobuf.dll"), BundledAssemblies.Find(Request(difference), Requesting, Folder));

    [Fact]
    public void ALaterVersionThanTheBundledOneIsNotServed() => Assert.Null(BundledAssemblies.Find(Request(1), Requesting, Folder));

    [Fact]
    public void AnotherPublishersAssemblyOfTheSameNameIsNotServed()
    {
        string request = Request(0);

        Assert.Null(BundledAssemblies.Find(request[..^16] + "b03f5f7f11d50a3a", Requesting, Folder));
        Assert.Null(BundledAssemblies.Find(request[..request.IndexOf(", PublicKeyToken", StringComparison.Ordinal)], Requesting, Folder));
    }

    [Fact]
    public void OtherPackagesAndUnknownNamesAreNotServed()
    {
        Assert.Null(BundledAssemblies.Find(Request(0), Path.Combine(Folder, "other", "Other.dll"), Folder));
        Assert.Null(BundledAssemblies.Find(Request(0), null, Folder));
        Assert.Null(BundledAssemblies.Find(Request(0), "", Folder));
        Assert.Null(BundledAssemblies.Find("Google.Protobuf.resources, Version=1.0.0.0, Culture=de, PublicKeyToken=null", Requesting, Folder));
        Assert.Null(BundledAssemblies.Find("Nothing, Version=1.0.0.0", Requesting, Folder));
    }

    private static string Request(int difference) => new AssemblyName(Bundled.FullName)
    {
        Version = new Version(Bundled.Version!.Major + difference, Bundled.Version.Minor, 0, 0),
    }.FullName;
}
