using System;
using System.Collections.Generic;
using System.IO;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Run;
using Microsoft.Build.Framework;

namespace AnchorFit.Build.Tasks;

/// <summary>What the tasks share: the parameters that a fit depends on, and failures of the disk turned into codes.</summary>
public abstract class AnchorFitTask : Microsoft.Build.Utilities.Task
{
    /// <summary>The project's file, absolute. Relative paths count from its folder.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>The inputs as they were when the last fit was decided on; private to the package.</summary>
    [Required]
    public string CacheFile { get; set; } = string.Empty;

    /// <summary>The record of the last finished fit; private to the package.</summary>
    [Required]
    public string StampFile { get; set; } = string.Empty;

    /// <summary>Where the fitted pipeline.config goes.</summary>
    [Required]
    public string PipelineConfig { get; set; } = string.Empty;

    /// <summary>Where anchorfit.json goes.</summary>
    [Required]
    public string SummaryFile { get; set; } = string.Empty;

    /// <summary>The annotation files.</summary>
    public ITaskItem[] Annotations { get; set; } = [];

    /// <summary>The config to start from: a path, or <c>builtin:NAME</c>; empty for the default built-in one.</summary>
    public string BaseConfig { get; set; } = string.Empty;

    /// <summary><c>AnchorFitOutputSubfolder</c>.</summary>
    public string OutputSubfolder { get; set; } = string.Empty;

    /// <summary><c>AnchorFitAspectRatioCount</c>.</summary>
    public string AspectRatioCount { get; set; } = string.Empty;

    /// <summary><c>AnchorFitNumClasses</c>.</summary>
    public string NumClasses { get; set; } = string.Empty;

    /// <summary><c>AnchorFitInvalidBoxes</c>.</summary>
    public string InvalidBoxes { get; set; } = string.Empty;

    /// <summary><c>AnchorFitDifficult</c>.</summary>
    public string Difficult { get; set; } = string.Empty;

    /// <summary><c>AnchorFitUnknownFields</c>.</summary>
    public string UnknownFields { get; set; } = string.Empty;

    private protected ProjectPaths Paths => field ??= new ProjectPaths(Path.GetDirectoryName(ProjectFile)!);

    private protected DiagnosticLogger Diagnostics => field ??= new DiagnosticLogger(this, ProjectFile);

    /// <inheritdoc />
    public sealed override bool Execute()
    {
        try
        {
            Run();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            Diagnostics.Log([BuildDiagnostics.DiskFailure(ProjectFile, exception.Message)]);
        }

        return !Log.HasLoggedErrors;
    }

    private protected abstract void Run();

    private protected RawSettings RawSettings() => new()
    {
        ProjectFile = ProjectFile,
        BaseConfig = BaseConfig,
        OutputSubfolder = OutputSubfolder,
        AspectRatioCount = AspectRatioCount,
        NumClasses = NumClasses,
        InvalidBoxes = InvalidBoxes,
        Difficult = Difficult,
        UnknownFields = UnknownFields,
    };

    private protected IEnumerable<string> AnnotationPaths()
    {
        foreach (ITaskItem item in Annotations)
        {
            yield return item.ItemSpec;
        }
    }
}
