using System.IO;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using Microsoft.Build.Framework;

namespace AnchorFit.Build.Tasks;

/// <summary>Tells a person what the last fit came to, from its record.</summary>
[MSBuildMultiThreadableTask]
public sealed class TellFit : Microsoft.Build.Utilities.Task
{
    /// <summary>The project's file, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>The record of the last finished fit.</summary>
    [Required]
    public string StampFile { get; set; } = string.Empty;

    /// <summary>Where anchorfit.html is, if the fit wrote one.</summary>
    [Required]
    public string ReportFile { get; set; } = string.Empty;

    /// <summary>Name the report in the first line, which is the one that the terminal logger shows.</summary>
    public bool ReportFirst { get; set; }

    /// <inheritdoc />
    public override bool Execute()
    {
        var paths = new ProjectPaths(Path.GetDirectoryName(ProjectFile)!);
        string file = paths.Absolute(StampFile);
        if ((FitStamp.TryLoad(file) ?? FitStamp.TryLoad(FitStamp.Former(file))) is not { Lines.Count: > 0 } stamp)
        {
            new DiagnosticLogger(this, ProjectFile).Log([BuildDiagnostics.NothingToShow(ProjectFile)]);
            return !Log.HasLoggedErrors;
        }

        string config = paths.Absolute(stamp.PipelineConfig);
        string? report = stamp.LeftAny(ReportFile, paths) ? paths.Absolute(ReportFile) : null;
        string first = ReportFirst && report is not null ? report : config;

        // As the SDK names an assembly; the terminal logger knows a project's output by this form.
        string project = Path.GetFileNameWithoutExtension(ProjectFile);
        Say($"{project} -> {first} (AnchorFit: {stamp.Lines[0]})");
        if (first != config)
        {
            Say("AnchorFit: config in " + config);
        }
        else if (report is not null)
        {
            Say("AnchorFit: report in " + report);
        }

        // Of a solution's projects the lines come mixed.
        foreach (string line in stamp.Lines.Skip(1))
        {
            Say($"AnchorFit: {project}: {line}");
        }

        return true;
    }

    private void Say(string line) => new DiagnosticLogger(this, ProjectFile).Tell(MessageImportance.High, line);
}
