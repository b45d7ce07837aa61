using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.BrokenConfigs;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>Every way to break a config, in real builds of one project: one error at its place, and the last good result stays.</summary>
public class BrokenBaseConfigs(PackedPackage package)
{
    [Fact]
    public void FailAtTheirPlaceAndLeaveTheLastGoodConfig()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, "<AnchorFitBaseConfig>sound.config</AnchorFitBaseConfig><AnchorFitUnknownFields>error</AnchorFitUnknownFields>");
        project.Write("sound.config", BrokenConfigList.Sound);
        project.Build();
        byte[] intermediate = File.ReadAllBytes(project.PathOf("obj/Debug/net10.0/pipeline.config"));
        byte[] output = File.ReadAllBytes(project.PathOf("bin/Debug/net10.0/pipeline.config"));
        Write(project, "broken", BrokenConfigList.All);
        Write(project, "doubtful", DoubtfulConfigs.All);

        BuildResult build = project.FitEach(
            ["AnchorFitBaseConfig=%(Broken.Identity)", "AnchorFitBaseConfig=%(Doubtful.Identity);AnchorFitPipelineConfig=doubtful.config"],
            """<Broken Include="broken/*.config" /><Doubtful Include="doubtful/*.config" />""");

        Assert.Equal(1, build.ExitCode);
        Assert.Equal(Expected("broken", BrokenConfigList.All), Actual(build.Errors));
        Assert.Equal(Expected("doubtful", DoubtfulConfigs.All), Actual(build.Warnings));
        Assert.All(BrokenConfigList.All, row => Assert.Contains(row.Says, build.Errors.Single(e => e.File == "broken/" + row.FileName).Text, StringComparison.Ordinal));
        Assert.Equal(
            (BrokenConfigList.All.Count, DoubtfulConfigs.All.Count),
            (Fits(build).Count(fit => !fit.Succeeded), Fits(build).Count(fit => fit.Succeeded)));
        Assert.Equal(intermediate, File.ReadAllBytes(project.PathOf("obj/Debug/net10.0/pipeline.config")));
        Assert.Equal(output, File.ReadAllBytes(project.PathOf("bin/Debug/net10.0/pipeline.config")));
    }

    private static void Write(TrainingProject project, string folder, IReadOnlyList<BrokenConfig> rows)
    {
        Directory.CreateDirectory(project.PathOf(folder));
        foreach (BrokenConfig row in rows)
        {
            File.WriteAllBytes(project.PathOf(folder + "/" + row.FileName), row.Content());
        }
    }

    private static IReadOnlyList<Target> Fits(BuildResult build) => build.Log.FindChildrenRecursive<Target>(t => t.Name == "_AnchorFitCore");

    private static IEnumerable<string> Expected(string folder, IReadOnlyList<BrokenConfig> rows) =>
        rows.Select(row => FormattableString.Invariant($"{folder}/{row.FileName}({row.Line},{row.Column}): {row.Code}")).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Actual(IReadOnlyList<AbstractDiagnostic> diagnostics) =>
        diagnostics.Select(d => FormattableString.Invariant($"{d.File}({d.LineNumber},{d.ColumnNumber}): {d.Code}")).Order(StringComparer.Ordinal);
}
