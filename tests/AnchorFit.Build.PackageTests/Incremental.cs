using System;
using System.IO;
using System.Linq;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>A fit runs when something it depends on changed, once, and never otherwise.</summary>
public class Incremental(PackedPackage package)
{
    private const string Config = "obj/Debug/net10.0/pipeline.config";
    private const string CopiedConfig = "bin/Debug/net10.0/pipeline.config";

    [Fact]
    public void NothingChanged()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();

        BuildResult second = project.Build();

        Assert.True(second.FitWasSkipped);
        Assert.DoesNotContain("AnchorFit:", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnnotationAdded() => RefitsOnceAfter(p => p.Write("data/d.xml", Voc.Xml("cat", (90, 30))), "annotation added: data/d.xml");

    [Fact]
    public void AnnotationRemoved() => RefitsOnceAfter(p => p.Delete("data/c.xml"), "annotation removed: data/c.xml", ratios: 3);

    [Fact]
    public void AnnotationEdited() => RefitsOnceAfter(p => p.Write("data/c.xml", Voc.Xml("cat", (121, 40))), "annotation changed: data/c.xml");

    [Fact]
    public void AnnotationRenamed() => RefitsOnceAfter(
        p => File.Move(p.PathOf("data/c.xml"), p.PathOf("data/z.xml")),
        "annotation added: data/z.xml", "annotation removed: data/c.xml");

    [Fact]
    public void AnnotationReplacedByAnOlderOne() => RefitsOnceAfter(
        p =>
        {
            p.Write("data/c.xml", Voc.Xml("cat", (125, 40)));
            File.SetLastWriteTimeUtc(p.PathOf("data/c.xml"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        },
        "annotation changed: data/c.xml");

    [Fact]
    public void BaseConfigEdited() => RefitsOnceAfter(
        p => p.Write("base.config", Configs.Ssd("aspect_ratios: [2, 3]")), "config changed: base.config");

    [Fact]
    public void BaseConfigDatedInTheFuture() => RefitsOnceAfter(
        p => File.SetLastWriteTimeUtc(p.PathOf("base.config"), new DateTime(2101, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
        "config changed: base.config");

    [Fact]
    public void SettingChanged() => RefitsOnceAfter(
        p => p.Write("Training.csproj", p.Read("Training.csproj").Replace("<AnchorFitAspectRatioCount>3<", "<AnchorFitAspectRatioCount>2<", StringComparison.Ordinal)),
        "setting changed: AnchorFitAspectRatioCount: '3' -> '2'");

    [Fact]
    public void OutputDeleted() => RefitsOnceAfter(p => p.Delete(Config), "output missing: " + Config);

    [Fact]
    public void OutputEditedByHand() => RefitsOnceAfter(
        p =>
        {
            p.Write(Config, "edited");
            File.SetLastWriteTimeUtc(p.PathOf(Config), DateTime.UnixEpoch);
        },
        "output changed by something else: " + Config);

    [Fact]
    public void StampDeleted() => RefitsOnceAfter(p => p.Delete("obj/Debug/net10.0/anchorfit.stamp"), "the last fit did not finish");

    [Fact]
    public void RecordsUnreadable() => RefitsOnceAfter(p => p.Write("obj/Debug/net10.0/anchorfit.cache", "\0\0"), "the record of the last fit is unreadable");

    [Fact]
    public void ContentsAreComparedWhereTheProjectAsksForIt()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitContentHash>true</AnchorFitContentHash>");
        project.Build();
        DateTime time = File.GetLastWriteTimeUtc(project.PathOf("data/c.xml"));
        File.SetLastWriteTimeUtc(project.PathOf("data/a.xml"), time.AddHours(1));
        File.SetLastWriteTimeUtc(project.PathOf(Config), time.AddHours(1));
        Assert.True(project.Build().FitWasSkipped);

        project.Write("data/c.xml", Voc.Xml("cat", (130, 40)));
        File.SetLastWriteTimeUtc(project.PathOf("data/c.xml"), time);

        Assert.Equal(["annotation changed: data/c.xml"], project.Build().Reasons);
    }

    [Fact]
    public void AnotherVersionOfThePackageIsAReason()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();

        Assert.Contains("\nsetting package=0.1.0\n", project.Read("obj/Debug/net10.0/anchorfit.cache"), StringComparison.Ordinal);
    }

    [Fact]
    public void EditOfTheProjectFileThatChangesNoSettingIsNoReason()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();

        project.Write("Training.csproj", project.Read("Training.csproj") + "<!-- touched -->");

        Assert.True(project.Build().FitWasSkipped);
    }

    [Fact]
    public void DeletedCopyComesBackWithoutAFit()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();
        string copy = project.Read(CopiedConfig);
        project.Delete(CopiedConfig);

        BuildResult second = project.Build();

        Assert.True(second.FitWasSkipped);
        Assert.Equal(copy, project.Read(CopiedConfig));
    }

    [Fact]
    public void UnchangedResultKeepsItsTime()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();
        DateTime written = File.GetLastWriteTimeUtc(project.PathOf(Config));
        File.SetLastWriteTimeUtc(project.PathOf("data/a.xml"), written.AddSeconds(5));

        BuildResult second = project.Build();

        Assert.Equal(1, second.Fits);
        Assert.EndsWith("(unchanged)", second.SummaryLine, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(project.PathOf(Config)));
    }

    [Fact]
    public void FailedFitIsTriedAgain()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();
        string config = project.Read(Config);
        project.Write("data/b.xml", "<annotation>");

        BuildResult broken = project.TryBuild();
        BuildResult stillBroken = project.TryBuild();

        Assert.Equal([1, 1], new[] { broken, stillBroken }.Select(b => b.ExitCode));
        Assert.Equal([1, 1], new[] { broken, stillBroken }.Select(b => b.Fits));
        Assert.Equal(config, project.Read(Config));
        Assert.Equal(config, project.Read(CopiedConfig));

        project.Write("data/b.xml", Voc.Xml("dog", (60, 60)));
        Assert.Equal(1, project.Build().Fits);
    }

    [Fact]
    public void LastAnnotationRemovedIsAnErrorThatNamesTheCure()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();
        string config = project.Read(Config);
        foreach (string file in new[] { "a", "b", "c" })
        {
            project.Delete($"data/{file}.xml");
        }

        BuildResult build = project.TryBuild();

        Assert.Equal("AFB1002", Assert.Single(build.Errors).Code);
        Assert.Equal(config, project.Read(Config));
    }

    [Fact]
    public void ConfigurationsStandSideBySide()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);

        Assert.Equal(1, project.Build("-c", "Debug").Fits);
        Assert.Equal(1, project.Build("-c", "Release").Fits);
        Assert.True(project.Build("-c", "Debug").FitWasSkipped);
    }

    [Fact]
    public void MovedProjectStaysUpToDate()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();
        string moved = project.PathOf("../moved");
        Directory.Move(project.Folder, moved);
        Directory.CreateDirectory(project.Folder);

        BuildResult build = project.Build(Path.Combine(moved, "Training.csproj"));

        Assert.True(build.FitWasSkipped);
    }

    [Fact]
    public void BothBuildsOfTheTaskAgree()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();
        string config = project.Read(Config);
        string framework = "-p:AnchorFitTasksAssembly=" + Path.Combine(package.InstalledFolder, "tasks/netstandard2.0/AnchorFit.Build.Tasks.dll");

        Assert.True(project.Build(framework).FitWasSkipped);

        project.Delete(Config);
        Assert.Equal(1, project.Build(framework).Fits);
        Assert.Equal(config, project.Read(Config));
        Assert.True(project.Build().FitWasSkipped);
    }

    [Fact]
    public void QuestionPassesOnlyWhenUpToDate()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();
        BuildResult upToDate = project.TryRun("build", "-question", "-t:AnchorFitGenerate", "--no-restore");
        project.Delete("data/c.xml");

        BuildResult stale = project.TryRun("build", "-question", "-t:AnchorFitGenerate", "--no-restore");

        Assert.Equal(0, upToDate.ExitCode);
        Assert.NotEqual(0, stale.ExitCode);
        Assert.Contains(stale.Errors, e => e.Code == "AFB9002" && e.Text.Contains("annotation removed: data/c.xml", StringComparison.Ordinal));
        Assert.True(project.Exists("obj/Debug/net10.0/anchorfit.stamp"));
    }

    [Theory]
    [InlineData("-t:Rebuild")]
    [InlineData("--no-incremental")]
    public void RebuildFitsAgain(string argument)
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();

        Assert.Equal(1, project.Build(argument).Fits);
    }

    private void RefitsOnceAfter(Action<TrainingProject> change, string reason, string? secondReason = null, int ratios = 3)
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package,
            $"<AnchorFitAspectRatioCount>{ratios}</AnchorFitAspectRatioCount><AnchorFitBaseConfig>base.config</AnchorFitBaseConfig>");
        project.Write("base.config", Configs.Ssd("aspect_ratios: [1.0]"));
        project.Build();

        change(project);
        BuildResult after = project.Build();
        BuildResult again = project.Build();

        Assert.Equal(1, after.Fits);
        Assert.Equal(secondReason is null ? [reason] : [reason, secondReason], after.Reasons);
        Assert.Equal(project.Read(Config), project.Read(CopiedConfig));
        Assert.True(again.FitWasSkipped);
    }
}
