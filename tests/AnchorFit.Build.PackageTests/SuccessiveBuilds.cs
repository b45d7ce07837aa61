using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>Builds one after another: what is skipped, what is kept, and what is tried again.</summary>
public class SuccessiveBuilds(PackedPackage package)
{
    private const string Config = "obj/Debug/net10.0/pipeline.config";
    private const string Generate = "-t:AnchorFitGenerate";
    private const string CopiedConfig = "bin/Debug/net10.0/pipeline.config";

    [Fact]
    public void ContentsAreComparedWhereTheProjectAsksForIt()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitContentHash>true</AnchorFitContentHash>");
        project.Build(Generate);
        DateTime time = File.GetLastWriteTimeUtc(project.PathOf("data/c.xml"));
        File.SetLastWriteTimeUtc(project.PathOf("data/a.xml"), time.AddHours(1));
        File.SetLastWriteTimeUtc(project.PathOf(Config), time.AddHours(1));
        Assert.True(project.Build(Generate).FitWasSkipped);

        project.Write("data/c.xml", Voc.Xml("cat", (130, 40)));
        File.SetLastWriteTimeUtc(project.PathOf("data/c.xml"), time);

        Assert.Equal(["annotation changed: data/c.xml"], project.Build(Generate).Reasons);
    }

    [Fact]
    public void AnotherVersionOfThePackageIsAReason()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build(Generate);

        const string Cache = "obj/Debug/net10.0/anchorfit.cache";
        string listing = project.Read(Cache);
        string[] parts = listing.Split('\n', 3);
        int start = parts[2].IndexOf("setting package=", StringComparison.Ordinal);
        int end = parts[2].IndexOf('\n', start);
        string content = $"{parts[2][..start]}setting package=0.0.1{parts[2][end..]}";

        project.Write(Cache, $"{parts[0]}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}\n{content}");

        Assert.StartsWith("setting changed: package: '0.0.1' -> ", Assert.Single(project.Build(Generate).Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void EditOfTheProjectFileThatChangesNoSettingIsNoReason()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build(Generate);

        project.Write("Training.csproj", project.Read("Training.csproj") + "<!-- touched -->");

        Assert.True(project.Build(Generate).FitWasSkipped);
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
        project.Build(Generate);
        DateTime written = File.GetLastWriteTimeUtc(project.PathOf(Config));
        project.Write("data/b.xml", Voc.Xml("dog", (30, 30)));

        BuildResult second = project.Build(Generate);

        Assert.Equal(1, second.Fits);
        Assert.EndsWith(", unchanged", second.Headline, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(project.PathOf(Config)));
    }

    [Fact]
    public void ATouchedFileCostsNoFitAndNoTime()
    {
        string[] outputs = [Config, CopiedConfig, "obj/Debug/net10.0/anchorfit.json"];
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Write("data/d.xml", Voc.Xml("cat", (90, 30)).Replace("<ymax>50</ymax>", "<ymax>9</ymax>", StringComparison.Ordinal));
        BuildResult first = project.Build();
        DateTime[] times = [.. outputs.Select(o => File.GetLastWriteTimeUtc(project.PathOf(o)))];
        File.SetLastWriteTimeUtc(project.PathOf("data/a.xml"), times[0].AddSeconds(5));

        BuildResult second = project.Build();

        Assert.True(second.FoundNothingToFit);
        Assert.Equal(["annotation changed: data/a.xml"], second.Reasons);
        Assert.Equal(times, outputs.Select(o => File.GetLastWriteTimeUtc(project.PathOf(o))));
        Assert.Equal("AFB2015", Assert.Single(first.Warnings).Code);
        Assert.Equal(first.Warnings.Select(w => w.ToString()), second.Warnings.Select(w => w.ToString()));
        Assert.True(project.Build(Generate).FitWasSkipped);
    }

    [Fact]
    public void TimesInTheFutureAndAClockSetBackDontMatter()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build(Generate);
        var future = new DateTime(2101, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (string file in Directory.GetFiles(project.PathOf("obj/Debug/net10.0"), "*.*").Where(f => Path.GetFileName(f).Contains("anchorfit", StringComparison.Ordinal) || f.EndsWith(".config", StringComparison.Ordinal)))
        {
            File.SetLastWriteTimeUtc(file, future);
        }

        Assert.True(project.Build(Generate).FitWasSkipped);

        project.Write("data/c.xml", Voc.Xml("cat", (130, 40)));

        Assert.Equal(1, project.Build(Generate).Fits);
        Assert.True(project.Build(Generate).FitWasSkipped);
        Assert.Contains("2.4375", project.Read(Config), StringComparison.Ordinal);
    }

    [Fact]
    public void AResultThatIsRestoredWithItsOldTimeIsCopiedAgain()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitAspectRatioCount>2</AnchorFitAspectRatioCount>");
        foreach ((string file, string count) in new[] { ("a", "2"), ("b", "3"), ("a", "2") })
        {
            BuildResult build = project.Build($"-p:AnchorFitPipelineConfig={file}/pipeline.config", "-p:AnchorFitAspectRatioCount=" + count);

            Assert.Equal(1, build.Fits);
            Assert.Equal(project.Read(file + "/pipeline.config"), project.Read(CopiedConfig));
        }
    }

    [Fact]
    public void ACommittedResultThatIsRevertedIsWrittenAgain()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitPipelineConfig>pipeline.config</AnchorFitPipelineConfig>");
        project.Build(Generate);
        string committed = project.Read("pipeline.config");
        project.Write("data/c.xml", Voc.Xml("cat", (130, 40)));
        project.Build(Generate);
        string fitted = project.Read("pipeline.config");
        Assert.NotEqual(committed, fitted);

        project.Write("pipeline.config", committed);

        Assert.Equal(["output changed by something else: pipeline.config"], project.Build().Reasons);
        Assert.Equal(fitted, project.Read("pipeline.config"));
        Assert.Equal(fitted, project.Read(CopiedConfig));

        // The same content with another time, as git leaves it after switching there and back.
        File.SetLastWriteTimeUtc(project.PathOf("pipeline.config"), DateTime.UnixEpoch);
        Assert.True(project.Build(Generate).FitWasSkipped);
    }

    [Fact]
    public void FailedFitIsTriedAgain()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();
        string config = project.Read(Config);
        project.Write("data/b.xml", "<annotation>");

        BuildResult broken = project.TryBuild();
        BuildResult stillBroken = project.TryBuild(Generate);

        Assert.Equal([1, 1], new[] { broken, stillBroken }.Select(b => b.ExitCode));
        Assert.Equal([1, 1], new[] { broken, stillBroken }.Select(b => b.Fits));
        Assert.Equal(config, project.Read(Config));
        Assert.Equal(config, project.Read(CopiedConfig));

        project.Write("data/b.xml", Voc.Xml("dog", (60, 60)));
        Assert.True(project.Build(Generate).FoundNothingToFit);
        Assert.True(project.Build(Generate).FitWasSkipped);
    }

    [Fact]
    public void LastAnnotationRemovedIsAnErrorThatNamesTheCure()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build(Generate);
        string config = project.Read(Config);
        foreach (string file in new[] { "a", "b", "c" })
        {
            project.Delete($"data/{file}.xml");
        }

        BuildResult build = project.TryBuild(Generate);

        Assert.Equal("AFB1002", Assert.Single(build.Errors).Code);
        Assert.Equal(config, project.Read(Config));
    }

    [Fact]
    public void ConfigurationsStandSideBySide()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);

        Assert.Equal(1, project.Build("-c", "Debug", Generate).Fits);
        Assert.Equal(1, project.Build("-c", "Release", Generate).Fits);
        Assert.True(project.Build("-c", "Debug", Generate).FitWasSkipped);
    }

    [Fact]
    public void MovedProjectStaysUpToDate()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build(Generate);
        string moved = project.PathOf("../moved");
        Directory.Move(project.Folder, moved);
        Directory.CreateDirectory(project.Folder);

        BuildResult build = project.Build(Path.Combine(moved, "Training.csproj"), Generate);

        Assert.True(build.FitWasSkipped);
    }

    [Fact]
    public void QuestionPassesOnlyWhenUpToDate()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build(Generate);
        BuildResult upToDate = project.TryRun("build", "-question", Generate);
        project.Delete("data/c.xml");

        BuildResult stale = project.TryRun("build", "-question", Generate);

        Assert.Equal(0, upToDate.ExitCode);
        Assert.NotEqual(0, stale.ExitCode);
        Assert.Contains(stale.Errors, e => e.Code == "AFB9002" && e.Text.Contains("annotation removed: data/c.xml", StringComparison.Ordinal));
        Assert.True(project.Exists("obj/Debug/net10.0/anchorfit.stamp"));
    }

    [Fact]
    public void RebuildFitsAgain()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build(Generate);

        Assert.Equal(1, project.Build("-t:Rebuild").Fits);
        Assert.Equal(1, project.Build("--no-incremental").Fits);
    }
}
