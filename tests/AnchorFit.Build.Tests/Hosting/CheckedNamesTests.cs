using System;
using System.IO;
using System.Linq;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

/// <summary>When a build may believe that the names in a project's files are known, without reading them.</summary>
public sealed class CheckedNamesTests : IDisposable
{
    private const string Above = "<Project><Import Project=\"$([MSBuild]::GetPathOfFileAbove('a.props', '$(MSBuildThisFileDirectory)../'))\" /><Import Project=\"later.props\" /></Project>";

    private readonly TemporaryFolder _folder = new();

    private string Record => Path.Combine(_folder.Path, "obj", "anchorfit.names");

    [Fact]
    public void WhileNothingChanged()
    {
        string[] files = [_folder.Write("deep/in/a.props", Above), _folder.Write("p.csproj", "<Project />")];

        Assert.False(CheckedNames.Hold(Record, files, []));
        Save(files, "AnchorFitVerify", "Configuration");

        Assert.True(CheckedNames.Hold(Record, files, ["AnchorFitVerify", "Other"]));
        Assert.False(CheckedNames.Hold(Record, files, []));
        Assert.False(CheckedNames.Hold(Record, files, ["AnchorFitVerfy"]));
        Assert.False(CheckedNames.Hold(Record, files.Take(1), ["AnchorFitVerify"]));
    }

    /// <summary>An import that wasn't there, and one that comes in between.</summary>
    [Theory]
    [InlineData("p.csproj")]
    [InlineData("deep/in/a.props")]
    [InlineData("deep/in/later.props")]
    [InlineData("deep/a.props")]
    [InlineData("a.props")]
    public void NotWhenAFileComesOrChanges(string changed)
    {
        string[] files = [_folder.Write("deep/in/a.props", Above), _folder.Write("p.csproj", "<Project />")];
        Save(files);
        Assert.True(CheckedNames.Hold(Record, files, []));

        _folder.Write(changed, "<Project><PropertyGroup><AnchorFitBaseConfg /></PropertyGroup></Project>");

        Assert.False(CheckedNames.Hold(Record, files, []));
    }

    [Fact]
    public void NorWhenOneGoesOrTheRecordIsDamaged()
    {
        string[] files = [_folder.Write("p.csproj", "<Project />")];
        Save(files);
        byte[] record = File.ReadAllBytes(Record);
        record[^1] ^= 1;
        File.WriteAllBytes(Record, record);
        Assert.False(CheckedNames.Hold(Record, files, []));

        Save(files);
        Assert.True(CheckedNames.Hold(Record, files, []));
        File.Delete(files[0]);
        Assert.False(CheckedNames.Hold(Record, files, []));
    }

    public void Dispose() => _folder.Dispose();

    private void Save(string[] files, params string[] properties)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Record)!);
        CheckedNames.Save(Record, files, properties, ProjectNames.Read(files, files[0], properties).Looked);
    }
}
