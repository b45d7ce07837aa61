using System.IO;
using AnchorFit.Hosting;
using Microsoft.Build.Framework;

namespace AnchorFit.Build.Tasks;

/// <summary>Gives the result of the last fit, whether it ran in this build or was skipped.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReadFitResult : Microsoft.Build.Utilities.Task
{
    /// <summary>The project's file, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>The record of the last finished fit.</summary>
    [Required]
    public string StampFile { get; set; } = string.Empty;

    /// <summary>Where anchorfit.json is.</summary>
    [Required]
    public string SummaryFile { get; set; } = string.Empty;

    /// <summary>Where anchorfit.html is, if the fit wrote one.</summary>
    [Required]
    public string ReportFile { get; set; } = string.Empty;

    /// <summary>Where the fitted pipeline.config is.</summary>
    [Required]
    public string PipelineConfig { get; set; } = string.Empty;

    /// <summary>Where the generated label map is; empty where none is asked for.</summary>
    public string LabelMap { get; set; } = string.Empty;

    /// <summary>The config's absolute path, with the fit's figures as metadata; nothing when no fit has finished.</summary>
    [Output]
    public ITaskItem[] Result { get; private set; } = [];

    /// <inheritdoc />
    public override bool Execute()
    {
        var paths = new ProjectPaths(Path.GetDirectoryName(ProjectFile)!);
        if (FitStamp.TryLoad(paths.Absolute(StampFile)) is { } stamp)
        {
            string? labelMap = LabelMap.Length > 0 ? paths.Absolute(LabelMap) : null;
            string? report = stamp.LeftAny(ReportFile, paths) ? paths.Absolute(ReportFile) : null;
            Result = [ResultItem.Create(paths.Absolute(PipelineConfig), stamp.Figures, paths.Absolute(SummaryFile), labelMap, report)];
        }

        return true;
    }
}
