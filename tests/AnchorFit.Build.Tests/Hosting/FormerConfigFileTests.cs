using System;
using System.IO;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

/// <summary>Where a result goes, what is there, and what the record says of it.</summary>
public sealed class FormerConfigFileTests : IDisposable
{
    private const string Own = "obj/pipeline.config";
    private const string Named = "models/fitted.config";

    private static readonly FitResult s_result = Fit.Run(Fit.Config, [("a.xml", Voc.Xml("cat", (100, 50)))]).Result!;

    private readonly TemporaryFolder _folder = new();

    public FormerConfigFileTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "obj"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "models"));
    }

    private ProjectPaths Project => field ??= new ProjectPaths(_folder.Path);

    [Theory]
    [InlineData(Own, null, null)]
    [InlineData(Named, null, null)]
    [InlineData(Own, "mine", null)] // what a fit that was interrupted left
    [InlineData(Named, "mine", "AFB9024")]
    [InlineData(Named, "", null)]
    public void WithoutARecordTheContentDecides(string output, string? content, string? code)
    {
        if (content is not null)
        {
            _folder.Write(output, content);
        }

        Assert.Equal(code, Check(output)?.Code);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "obj", Path.GetFileName(output) + ".replaced")));
    }

    [Fact]
    public void WhatIsTooLargeForAConfigIsSomebodys()
    {
        _folder.Write(Named, new string(' ', NamedFile.MaxLength + 1));

        Assert.Equal("AFB9024", Check(Named)?.Code);
    }

    [Theory]
    [InlineData(Own)]
    [InlineData(Named)]
    public void WhatTheLastFitLeftIsReplacedWithoutAWordAndAChangeIsKept(string output)
    {
        string left = Fit.Config.Replace("aspect_ratios: 1.0", "aspect_ratios: 3.5", StringComparison.Ordinal);
        _folder.Write(output, left);
        _folder.Write("obj/cache", string.Empty);
        var stamp = new FitStamp();
        stamp.AddOutput(output, Encoding.UTF8.GetBytes(left), FileState.Of(Absolute(output)));
        stamp.AddFigure("AspectRatios", "3.5");
        stamp.Save(FitStamp.Former(Absolute("obj/stamp")), Absolute("obj/cache"));

        Assert.Null(Check(output));

        string changed = left.Replace("width: 400", "width: 640", StringComparison.Ordinal);
        _folder.Write(output, changed);
        Diagnostic told = Check(output)!;

        string kept = "obj/" + Path.GetFileName(output) + ".replaced";
        Assert.Equal(("AFB9023", output), (told.Code, told.Path));
        Assert.Contains("width 640 (now 400)", told.Message, StringComparison.Ordinal);
        Assert.Contains("kept as " + kept + ";", told.Message, StringComparison.Ordinal);
        Assert.Equal(changed, File.ReadAllText(Absolute(kept)));
    }

    public void Dispose() => _folder.Dispose();

    private string Absolute(string path) => Path.Combine(_folder.Path, path);

    private Diagnostic? Check(string output)
    {
        LastFit last = LastFit.Load(new FitFiles(Absolute("obj/cache"), Absolute("obj/stamp"), Absolute("obj/manifest")));
        return FormerConfigFile.Check(output, s_result, last, "obj/anchorfit.json", "x.csproj", Project);
    }
}
