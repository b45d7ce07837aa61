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

    /// <summary>What happens to the project between two builds, one after another, and the reasons that the second gives.</summary>
    private static readonly (string Name, Action<TrainingProject> Change, string[] Reasons)[] s_changes =
    [
        ("annotation added", p => p.Write("data/d.xml", Voc.Xml("cat", (90, 30))), ["annotation added: data/d.xml"]),
        ("annotation removed", p => p.Delete("data/d.xml"), ["annotation removed: data/d.xml"]),
        ("annotation edited", p => p.Write("data/c.xml", Voc.Xml("cat", (121, 40))), ["annotation changed: data/c.xml"]),
        ("annotation renamed", p => File.Move(p.PathOf("data/c.xml"), p.PathOf("data/z.xml")), ["annotation added: data/z.xml", "annotation removed: data/c.xml"]),
        ("annotation replaced by an older one", p => WriteAt(p, "data/z.xml", Voc.Xml("cat", (125, 40)), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc)), ["annotation changed: data/z.xml"]),
        ("base config edited", p => p.Write("base.config", Configs.Ssd("aspect_ratios: [2, 3]")), ["config changed: base.config"]),
        ("base config dated in the future", p => File.SetLastWriteTimeUtc(p.PathOf("base.config"), new DateTime(2101, 1, 1, 0, 0, 0, DateTimeKind.Utc)), ["config changed: base.config"]),
        ("setting changed", p => p.Write("Training.csproj", p.Read("Training.csproj").Replace(">3<", ">2<", StringComparison.Ordinal)), ["setting changed: AnchorFitAspectRatioCount: '3' -> '2'"]),
        ("output deleted", p => p.Delete(Config), ["output missing: " + Config]),
        ("output edited by hand", p => WriteAt(p, Config, "edited", DateTime.UnixEpoch), ["output changed by something else: " + Config]),
        ("stamp deleted", p => p.Delete("obj/Debug/net10.0/anchorfit.stamp"), ["the last fit did not finish"]),
        ("records unreadable", p => p.Write("obj/Debug/net10.0/anchorfit.cache", "\0\0"), ["the record of the last fit is unreadable"]),
    ];

    [Fact]
    public void EveryChangeIsFittedOnceAndNamed()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, "<AnchorFitAspectRatioCount>3</AnchorFitAspectRatioCount><AnchorFitBaseConfig>base.config</AnchorFitBaseConfig>");
        project.Write("base.config", Configs.Ssd("aspect_ratios: [1.0]"));
        project.Build();

        BuildResult unchanged = project.Build();
        Assert.True(unchanged.FitWasSkipped);
        Assert.DoesNotContain("AnchorFit:", unchanged.Output, StringComparison.Ordinal);

        foreach ((string name, Action<TrainingProject> change, string[] reasons) in s_changes)
        {
            change(project);
            BuildResult after = project.Build();
            BuildResult again = project.Build("-t:AnchorFitGenerate");

            Assert.Equal((name, 1, string.Join('\n', reasons)), (name, after.Fits, string.Join('\n', after.Reasons)));
            Assert.Equal((name, project.Read(Config)), (name, project.Read(CopiedConfig)));
            Assert.Equal((name, true), (name, again.FitWasSkipped));
        }
    }

    private static void WriteAt(TrainingProject project, string relative, string content, DateTime time)
    {
        project.Write(relative, content);
        File.SetLastWriteTimeUtc(project.PathOf(relative), time);
    }
}
