using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using Microsoft.Build.Framework;

namespace AnchorFit.Build.Tasks;

/// <summary>Opens the report of the last fit with the program that the system has for web pages.</summary>
[MSBuildMultiThreadableTask]
public sealed class OpenReport : Microsoft.Build.Utilities.Task
{
    /// <summary>The project's file, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>Where anchorfit.html is, if the fit wrote one.</summary>
    [Required]
    public string ReportFile { get; set; } = string.Empty;

    /// <inheritdoc />
    public override bool Execute()
    {
        string report = new ProjectPaths(Path.GetDirectoryName(ProjectFile)!).Absolute(ReportFile);
        var diagnostics = new DiagnosticLogger(this, ProjectFile);
        if (!File.Exists(report))
        {
            diagnostics.Log([BuildDiagnostics.NothingToShow(ProjectFile)]);
            return !Log.HasLoggedErrors;
        }

        try
        {
            using Process? program = Process.Start(new ProcessStartInfo(report) { UseShellExecute = true });
            Log.LogMessage(MessageImportance.High, "{0} -> {1}", Path.GetFileNameWithoutExtension(ProjectFile), report);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            diagnostics.Log([BuildDiagnostics.ReportNotOpened(report, exception.Message)]);
        }

        return !Log.HasLoggedErrors;
    }
}
