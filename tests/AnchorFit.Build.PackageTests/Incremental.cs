using System;
using System.IO;
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
