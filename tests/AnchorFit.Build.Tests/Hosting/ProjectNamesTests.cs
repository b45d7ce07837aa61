using System;
using System.Linq;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

/// <summary>Names in the files of a project that MSBuild takes and nothing reads.</summary>
public sealed class ProjectNamesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("<PropertyGroup><AnchorFitBaseConfg>x</AnchorFitBaseConfg></PropertyGroup>", "AFB1010 1:25 AnchorFit has no property 'AnchorFitBaseConfg', so it has no effect; did you mean 'AnchorFitBaseConfig'?")]
    [InlineData("<PropertyGroup><AnchorFitMine>x</AnchorFitMine></PropertyGroup>", "AFB1010 1:25 AnchorFit has no property 'AnchorFitMine', so it has no effect; the README lists what there is, and a property of your own needs another prefix")]
    [InlineData("<PropertyGroup><AnchorAnnotations>*.xml</AnchorAnnotations></PropertyGroup>", "AFB1010 1:25 AnchorAnnotations is no property, so it has no effect: write it as an item, <AnchorAnnotations Include=\"…\" />, into an ItemGroup")]
    [InlineData("<ItemGroup><AnchorFitBaseConfig Include='x' /></ItemGroup>", "AFB1011 1:21 AnchorFitBaseConfig is no item, so it has no effect: write it as a property, <AnchorFitBaseConfig>…</AnchorFitBaseConfig>, into a PropertyGroup")]
    [InlineData("<ItemGroup><AnchorAnnotation Include='x' Wieght='2' /></ItemGroup>", "AFB1011 1:21 AnchorFit has no item 'AnchorAnnotation', so it has no effect; did you mean 'AnchorAnnotations'?")]
    [InlineData("<ItemGroup><PipelineConfigOverrides Include='x' /></ItemGroup>", "AFB1011 1:21 AnchorFit has no item 'PipelineConfigOverrides', so it has no effect; did you mean 'PipelineConfigOverride'?")]
    [InlineData("<Target Name='t'><ItemGroup><AnchorAnnotations Include='x' Wieght='2' /></ItemGroup></Target>", "AFB1012 1:69 AnchorFit reads no 'Wieght' of an item AnchorAnnotations; did you mean 'Weight'?")]
    [InlineData("<ItemGroup><AnchorAnnotations Include='x'><Split>train</Split></AnchorAnnotations></ItemGroup>", "AFB1012 1:52 AnchorFit reads no 'Split' of an item AnchorAnnotations; it reads Format, Weight, ClassNames, Images, ImageSize")]
    [InlineData("<ItemDefinitionGroup><PipelineConfigOverride><Valeu>1</Valeu></PipelineConfigOverride></ItemDefinitionGroup>", "AFB1012 1:55 AnchorFit reads no 'Valeu' of an item PipelineConfigOverride; did you mean 'Value'?")]
    [InlineData("<PropertyGroup><AchorFitBaseConfig>x</AchorFitBaseConfig></PropertyGroup>", "AFB1010 1:25 AnchorFit has no property 'AchorFitBaseConfig', so it has no effect; did you mean 'AnchorFitBaseConfig'?")]
    [InlineData("<PropertyGroup><AcnhorFitScales>x</AcnhorFitScales><AssemblyName>x</AssemblyName><AutoFit>x</AutoFit></PropertyGroup>", "AFB1010 1:25 AnchorFit has no property 'AcnhorFitScales', so it has no effect; did you mean 'AnchorFitScales'?")]
    [InlineData("<ItemGroup><AchorAnnotations Include='x' /><AdditionalFiles Include='x' /></ItemGroup>", "AFB1011 1:21 AnchorFit has no item 'AchorAnnotations', so it has no effect; did you mean 'AnchorAnnotations'?")]
    [InlineData("<ItemGroup><PiplineConfigOverride Include='x' /><Pipeline Include='x' /></ItemGroup>", "AFB1011 1:21 AnchorFit has no item 'PiplineConfigOverride', so it has no effect; did you mean 'PipelineConfigOverride'?")]
    [InlineData("<!-- <PropertyGroup><AnchorFitBaseConfg /></PropertyGroup> --><ItemGroup><Compile Wieght='1' Include='x' /></ItemGroup>", "")]
    [InlineData("<PropertyGroup><anchorfitbaseconfig>x</anchorfitbaseconfig><_AnchorFitX>1</_AnchorFitX></PropertyGroup><ItemGroup><AnchorAnnotations Update='x' Weight='2' Visible='false' Condition='true' /></ItemGroup>", "")]
    [InlineData("<ItemGroup><AnchorAnnotation", "")]
    public void AreToldWithWhatWasMeant(string content, string expected)
    {
        string project = _folder.Write("p.csproj", "<Project>" + content + "</Project>");

        Assert.Equal(expected, Told([project]));
    }

    [Fact]
    public void AreLookedForInDirectivesAndGlobalProperties()
    {
        string app = _folder.Write("app.cs", "#!/usr/bin/env dotnet\n#:property AnchorFitScals=true\n#:property Nullable=enable\nvar x = 1;\n");

        ProjectNames names = ProjectNames.Read([app, _folder.Path + "/app.csproj"], "/p/app.csproj", ["AnchorFitVerfy", "AnchorFitVerify", "Configuration"]);

        Assert.Equal(
            [$"{app}(2,12): warning AFB1010: AnchorFit has no property 'AnchorFitScals', so it has no effect; did you mean 'AnchorFitScales'?",
             "/p/app.csproj(0,0): warning AFB1010: AnchorFit has no property 'AnchorFitVerfy', so it has no effect; did you mean 'AnchorFitVerify'?"],
            names.Unknown().Select(d => $"{d.Path}({d.Start.Line},{d.Start.Column}): warning {d.Code}: {d.Message}"));
        Assert.True(names.IsMentionedBy(app));
        Assert.False(ProjectNames.Read([], app, ["AnchorFitVerify"]).IsMentionedBy(app));
    }

    [Fact]
    public void ImportsOfTheTreeAreFollowedOnce()
    {
        string Import(string path) => $"<Import Project=\"{path}\" />";
        _folder.Write("Directory.Build.props", "<Project><PropertyGroup><AnchorFitTop /></PropertyGroup></Project>");
        System.IO.Directory.CreateDirectory(System.IO.Path.Combine(_folder.Path, "src", "own"));
        _folder.Write("src/own/more.props", "<Project><PropertyGroup><AnchorFitMore /></PropertyGroup>" + Import("../../src/Directory.Build.props") + "</Project>");
        string inner = _folder.Write("src/Directory.Build.props", "<Project>"
            + Import("$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))")
            + Import("$(MSBuildThisFileDirectory)own/more.props") + Import("$(NuGetPackageRoot)x.props") + Import("*.props") + Import("none.props")
            + "<Import Project=\"Sdk.props\" Sdk=\"X\" /></Project>");

        ProjectNames names = ProjectNames.Read([inner], inner, []);

        Assert.Equal(["src/Directory.Build.props", "Directory.Build.props", "src/own/more.props"], names.Files.Select(f => System.IO.Path.GetRelativePath(_folder.Path, f).Replace('\\', '/')));
        Assert.Equal(["AnchorFitTop", "AnchorFitMore"], names.Unknown().Select(d => d.Message.Split('\'')[1]));
    }

    [Theory]
    [InlineData("$(MSBuildProjectDirectory)/own/more.props")]
    [InlineData("$(ProjectDir)own/more.props")]
    public void ImportsFromTheProjectsFolderAreFollowed(string path)
    {
        _folder.Write("own/more.props", "<Project><PropertyGroup><AnchorFitMore /></PropertyGroup></Project>");
        string project = _folder.Write("p.csproj", $"<Project><Import Project=\"{path}\" /></Project>");

        Assert.Equal("AnchorFitMore", Assert.Single(ProjectNames.Read([project], project, []).Unknown()).Message.Split('\'')[1]);
    }

    [Fact]
    public void AReferenceAloneSaysNothing()
    {
        string project = _folder.Write("p.csproj", "<Project><ItemGroup><PackageReference Include='anchorfit.build' Version='1' /><Compile Remove='x' /></ItemGroup></Project>");
        string other = _folder.Write("q.csproj", "<Project><ItemGroup><AnchorAnnotations Include='none/*.xml' /></ItemGroup></Project>");

        ProjectNames names = ProjectNames.Read([project, other], project, []);

        Assert.Equal((false, true, true, false), (names.IsMentionedBy(project), names.IsReferencedBy(project), names.IsMentionedBy(other), names.IsReferencedBy(other)));
    }

    public void Dispose() => _folder.Dispose();

    private static string Told(string[] files) =>
        string.Join('\n', ProjectNames.Read(files, files[0], []).Unknown().Select(d => $"{d.Code} {d.Start.Line}:{d.Start.Column} {d.Message}"));
}
