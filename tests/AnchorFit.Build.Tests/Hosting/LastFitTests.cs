using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using AnchorFit.Annotations;
using AnchorFit.Hosting;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

/// <summary>Which files are opened again, and when there is nothing to fit.</summary>
public sealed class LastFitTests : IDisposable
{
    private static readonly DateTime s_time = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _opened = [];
    private string _setting = "k=1";
    private string _config = Fit.Config;
    private string _numClasses = string.Empty;
    private string? _locked;
    private Action<string>? _whileReading;

    public LastFitTests()
    {
        Write("a.xml", Xml(100, 50));
        Write("b.xml", Xml(60, 60));
    }

    private ProjectPaths Project => field ??= new ProjectPaths(_folder.Path);

    private FitFiles Files => new(Absolute("obj/cache"), Absolute("obj/stamp"), Absolute("obj/manifest"));

    [Fact]
    public void OneChangedFileIsOneParse()
    {
        Assert.True(Build());
        Assert.Equal(["a.xml", "b.xml"], _opened);

        Write("b.xml", Xml(61, 60), s_time.AddDays(1));

        Assert.True(Build());
        Assert.Equal(["b.xml"], _opened);
    }

    [Fact]
    public void ATouchedFileIsReadAndNothingIsFitted()
    {
        Build();
        Write("b.xml", Xml(60, 60), s_time.AddDays(1));

        Assert.False(Build());
        Assert.Equal(["b.xml"], _opened);

        Assert.False(Build());
        Assert.Empty(_opened);
    }

    [Fact]
    public void AnotherSettingIsFittedFromMemory()
    {
        Build();
        _setting = "k=2";

        Assert.True(Build());
        Assert.Empty(_opened);
    }

    [Fact]
    public void ARenamedFileIsReadAndFitted()
    {
        Build();
        File.Move(Absolute("b.xml"), Absolute("c.xml"));

        Assert.True(Build());
        Assert.Equal(["c.xml"], _opened);
    }

    [Fact]
    public void AChangedOutputIsFittedAgain()
    {
        Build();
        File.WriteAllText(Absolute("obj/out"), "edited");

        Assert.True(Build());
        Assert.Empty(_opened);
    }

    [Fact]
    public void WarningsOfUnchangedFilesAreRepeated()
    {
        Write("b.xml", "<annotation><size><width>400</width><height>300</height></size><object><name>x</name></object></annotation>");
        FitOutcome first = Execute(out _);
        Write("a.xml", Xml(90, 50), s_time.AddDays(1));

        FitOutcome second = Execute(out _);

        Assert.Equal(["a.xml"], _opened);
        Assert.Equal(["AFB2011"], first.Diagnostics.Select(d => d.Code));
        Assert.Equal(first.Diagnostics, second.Diagnostics);
    }

    [Fact]
    public void AFileThatCouldNotBeReadIsTriedAgain()
    {
        _locked = "b.xml";
        Assert.Null(Execute(out _).Result);
        _locked = null;

        Assert.NotNull(Execute(out _).Result);
        Assert.Equal(["b.xml"], _opened);
    }

    [Fact]
    public void ADamagedManifestCostsTimeOnly()
    {
        Build();
        File.WriteAllText(Files.Manifest, "damaged");
        _setting = "k=2";

        Assert.True(Build());
        Assert.Equal(["a.xml", "b.xml"], _opened);
    }

    /// <summary>A link that leads elsewhere for a while: what was read is of no state that the listing knows.</summary>
    [Fact]
    public void WhatChangesWhileItIsReadIsNotBelievedLater()
    {
        _whileReading = name =>
        {
            if (name == "b.xml")
            {
                Write("b.xml", Xml(10, 90), s_time.AddDays(1));
            }
        };
        FitOutcome wrong = Execute(out LastFit last);
        _whileReading = null;
        Write("b.xml", Xml(60, 60));

        Assert.Empty(last.Inputs);
        FitOutcome right = Execute(out last);
        Assert.Equal(["b.xml"], _opened);
        Assert.NotEmpty(last.Inputs);
        Assert.NotEqual(Fit.Text(wrong), Fit.Text(right));
    }

    [Fact]
    public void WithoutTheListingEverythingIsRead()
    {
        Build();
        LastFit last = LastFit.Load(Files with { Cache = Absolute("none") });

        Assert.Empty(last.Memory.StateOf("a.xml"));
    }

    [Fact]
    public void WarningsOfTheFitItselfAreRepeatedToo()
    {
        _config = Fit.Config.Replace("num_classes: 90", string.Empty, StringComparison.Ordinal);
        _numClasses = "keep";
        Assert.True(Build());
        Write("b.xml", Xml(60, 60), s_time.AddDays(1));

        Assert.True(Build());
    }

    [Fact]
    public void AStampKnowsWhichInputsItIsOf()
    {
        Build();
        string inputs = SavedSnapshot.TryLoad(Files.Cache)!.Identity;
        Assert.Equal(inputs, FitStamp.TryLoad(Files.Stamp)!.Inputs);
        Write("b.xml", Xml(60, 60), s_time.AddDays(1));

        Build();

        Assert.NotEqual(inputs, SavedSnapshot.TryLoad(Files.Cache)!.Identity);
        Assert.Equal(SavedSnapshot.TryLoad(Files.Cache)!.Identity, FitStamp.TryLoad(Files.Stamp)!.Inputs);
        Assert.Null(SavedSnapshot.TryLoad(Absolute("a.xml")));
        Assert.Null(SavedSnapshot.TryLoad(Absolute("none")));
    }

    public void Dispose() => _folder.Dispose();

    /// <returns>Whether something was fitted.</returns>
    private bool Build()
    {
        if (File.Exists(Files.Stamp))
        {
            FitStamp.Invalidate(Files.Stamp);
        }

        FitOutcome outcome = Execute(out LastFit last);
        if (outcome.Result is not { } result)
        {
            last.Restore(new CompanionFiles(Project));
            return false;
        }

        FileState state = AtomicFile.Write(Absolute("obj/out"), result.PipelineConfig).State;
        var stamp = new FitStamp { Inputs = last.Inputs, Key = outcome.HasWarned ? string.Empty : last.Key };
        stamp.AddOutput("obj/out", result.PipelineConfig, state);
        stamp.Save(Files.Stamp, Files.Cache);
        return true;
    }

    private FitOutcome Execute(out LastFit last)
    {
        _opened.Clear();
        string[] names = [.. Directory.GetFiles(_folder.Path, "*.xml").Select(f => Path.GetFileName(f))];
        InputSnapshot.Take([_setting], [.. names.Select(n => new InputFile(InputKind.Annotation, n))], Project, hashContents: false).Save(Files.Cache);
        last = LastFit.Load(Files);
        IReadOnlyList<AnnotationSource> sources = AnnotationFiles.Order(names, Project, last.Memory, AnnotationDetails.None);
        var request = new FitRequest(
            new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitAspectRatioCount", "1"), ("AnchorFitNumClasses", _numClasses)),
            new BaseConfigSource("base.config", "base.config", Encoding.UTF8.GetBytes(_config), IsBuiltIn: false),
            [.. sources.Select(s => s with { Open = () => Open(s) })],
            "1.2.3");
        FitOutcome outcome = FitRun.Execute(last.Watch(request, new CompanionFiles(Project), Project), CancellationToken.None);
        last.FinishManifest();
        _opened.Sort(StringComparer.Ordinal);
        return outcome;
    }

    private Stream Open(AnnotationSource source)
    {
        lock (_opened)
        {
            _opened.Add(source.Name);
        }

        _whileReading?.Invoke(source.Name);
        return source.Name == _locked ? throw new IOException("another process holds it") : source.Open();
    }

    private string Absolute(string path) => Project.Absolute(path);

    private void Write(string name, string content, DateTime? time = null) =>
        File.SetLastWriteTimeUtc(_folder.Write(name, content), time ?? s_time);

    private static string Xml(int width, int height) =>
        "<annotation><size><width>400</width><height>300</height></size><object><name>cat</name>" +
        $"<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>{1 + width}</xmax><ymax>{1 + height}</ymax></bndbox></object></annotation>";
}
