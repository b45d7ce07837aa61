using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Run;
using Microsoft.Build.Framework;

namespace AnchorFit.Build.Tasks;

/// <summary>Reads the annotations, fits the aspect ratios and writes pipeline.config, anchorfit.json, the report and the stamp.</summary>
[MSBuildMultiThreadableTask]
public sealed class FitAnchors : FittingTask
{
    // From here on a build without changes is noticeably slower.
    private const int ManyFiles = 1000;

    /// <summary>What was understood of each annotation file; private to the package.</summary>
    [Required]
    public string ManifestFile { get; set; } = string.Empty;

    /// <summary>How many annotations are items <c>None</c> too, where they are many.</summary>
    public int AnnotationsInNone { get; set; }

    /// <summary>Whether there is something to tell: not where what changed says the same as before.</summary>
    [Output]
    public bool HasFitted { get; private set; }

    /// <summary>The output folder, to which the build copies the config; empty where there are several.</summary>
    public string OutputFolder { get; set; } = string.Empty;

    private protected override void Run()
    {
        var clock = Stopwatch.StartNew();
        FitRun.WarmUp();
        foreach (string file in Outputs().Files.Concat([CacheFile, StampFile, ManifestFile]))
        {
            TemporaryFile.RemoveLeftovers(file, Paths);
        }

        LastFit last = LastFit.Load(new FitFiles(Paths.Absolute(CacheFile), Paths.Absolute(StampFile), Paths.Absolute(ManifestFile)));
        bool hashContents = RawSettings.Values.ContentHash;
        var companions = new CompanionFiles(Paths, hashContents);
        if (Prepare(last.Memory, companions) is not { } request)
        {
            return;
        }

        FitOutcome outcome;
        try
        {
            outcome = FitRun.Execute(last.Watch(request, companions, Paths), Cancellation, Progress());
        }
        finally
        {
            last.FinishManifest();
        }

        Cancellation.ThrowIfCancellationRequested();
        Diagnostics.Log(outcome.Diagnostics);
        if (Log.HasLoggedErrors)
        {
            return;
        }

        if (outcome.Result is { } result)
        {
            Write(result, last, companions, outcome.HasWarned);
        }
        else
        {
            last.Restore(companions);
            Log.LogMessage(MessageImportance.Low, "AnchorFit: no fit after all: what changed says the same as before");
        }

        Log.LogMessage(
            MessageImportance.Low, "AnchorFit: read {0} files in {1:0} ms, fitted in {2:0} ms, total {3:0} ms",
            outcome.FileCount, outcome.ReadTime.TotalMilliseconds, outcome.FitTime.TotalMilliseconds,
            clock.Elapsed.TotalMilliseconds);
    }

    private FitRequest? Prepare(AnnotationMemory memory, CompanionFiles companions)
    {
        if (AnnotationPaths() is not { } annotations || ReadDetails() is not { } details)
        {
            return null;
        }

        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(WrittenFaults);
        if (OutputClash is { } clash)
        {
            diagnostics.Add(BuildDiagnostics.OutputClash(ProjectFile, clash));
        }

        AnnotationDirectory.CheckUse(AnnotationsDirectory, RawSettings, diagnostics);
        if (AnnotationsInNone >= ManyFiles)
        {
            diagnostics.Add(SettingDiagnostics.AnnotationsInNone(ProjectFile, AnnotationsInNone, Paths.Relative(Path.GetDirectoryName(Annotations[0].ItemSpec) ?? string.Empty)));
        }

        FitRequest? request = FitInputs.Load(RawSettings, annotations, details, Outputs(), memory, companions, Paths, diagnostics, Cancellation);
        Diagnostics.Log(diagnostics);
        return request;
    }

    private FitOutputs Outputs() =>
        new(PipelineConfig, SummaryFile, [.. OtherFiles(), ManifestFile])
        {
            LabelMap = LabelMap.Length > 0 ? LabelMap : null,
            Report = RawSettings.Values.Report ? ReportFile : null,
        };

    private void Write(FitResult result, LastFit last, CompanionFiles companions, bool hasWarned)
    {
        if (FormerConfigFile.Check(PipelineConfig, result, last, SummaryFile, ProjectFile, Paths) is { } former)
        {
            Diagnostics.Log([former]);
        }

        // Without a key the next fit is made in full, and repeats its warnings.
        var stamp = new FitStamp { Inputs = last.Inputs, Key = hasWarned ? string.Empty : last.Key };

        // Where warnings are errors nothing is replaced.
        if (Log.HasLoggedErrors
            || Write(PipelineConfig, result.PipelineConfig, last, stamp) is not { } written
            || (result.LabelMap is { } labelMap && Write(LabelMap, labelMap, last, stamp) is null)
            || Write(SummaryFile, result.SummaryJson, last, stamp) is null
            || (result.Report is { } report && Write(ReportFile, report, last, stamp) is null))
        {
            return;
        }

        if (result.Report is null)
        {
            RemoveStaleReport();
        }

        stamp.SetCompanions(companions);
        foreach (KeyValuePair<string, string> figure in result.Figures)
        {
            stamp.AddFigure(figure.Key, figure.Value);
        }

        stamp.AddLine(result.Headline + (written ? string.Empty : ", unchanged"));
        foreach (string closing in result.Closing)
        {
            stamp.AddLine(closing);
        }

        stamp.Save(Paths.Absolute(StampFile), Paths.Absolute(CacheFile));
        HasFitted = true;
        LogDetails(result);
    }

    private void RemoveStaleReport()
    {
        try
        {
            StaleReport.Remove(Paths.Absolute(ReportFile));
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            Diagnostics.Log([BuildDiagnostics.StaleReport(Paths.Relative(ReportFile), exception.Message)]);
        }
    }

    /// <returns>Whether the file had to be written; null when it could not be.</returns>
    private bool? Write(string path, byte[] content, LastFit last, FitStamp stamp)
    {
        string absolute = Paths.Absolute(path);
        try
        {
            string? copy = OutputFolder.Length == 0 ? null : Paths.Absolute(Path.Combine(OutputFolder, RawSettings.Values.OutputSubfolder, Path.GetFileName(absolute)));
            WrittenFile written = AtomicFile.WriteIfChanged(absolute, content, copy);
            FileState state = written.State;
            if (!written.IsNew && last.LeftOther(path, content, Paths))
            {
                // It was restored with its old time: the copy beside the program is newer, and of other content.
                state = AtomicFile.Write(absolute, content, copy).State;
            }

            stamp.AddOutput(Paths.Relative(path), content, state);
            return written.IsNew;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            Diagnostics.Log([BuildDiagnostics.OutputNotWritten(Paths.Relative(path), exception.Message)]);
            return null;
        }
    }
}
