using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Run;
using Microsoft.Build.Framework;

namespace AnchorFit.Build.Tasks;

/// <summary>Reads the annotations, fits the aspect ratios and writes pipeline.config, anchorfit.json and the stamp.</summary>
[MSBuildMultiThreadableTask]
public sealed class FitAnchors : AnchorFitTask, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Files of the project that no output may overwrite.</summary>
    public ITaskItem[] ProtectedFiles { get; set; } = [];

    /// <summary>Tell on long reads how far they are.</summary>
    public bool ShowProgress { get; set; }

    /// <inheritdoc />
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc />
    public void Dispose() => _cancellation.Dispose();

    private protected override void Run()
    {
        var clock = Stopwatch.StartNew();
        if (Prepare() is not { } request)
        {
            return;
        }

        FitOutcome outcome = FitRun.Execute(request, _cancellation.Token, ProgressOf(request.FileCount, ShowProgress));
        _cancellation.Token.ThrowIfCancellationRequested();
        Diagnostics.Log(outcome.Diagnostics);
        if (outcome.Result is { } result && !Log.HasLoggedErrors)
        {
            Write(result);
            Log.LogMessage(
                MessageImportance.Low, "AnchorFit: read {0} files in {1:0} ms, fitted in {2:0} ms, total {3:0} ms",
                request.FileCount, outcome.ReadTime.TotalMilliseconds, outcome.FitTime.TotalMilliseconds,
                clock.Elapsed.TotalMilliseconds);
        }
    }

    private FitRequest? Prepare()
    {
        var diagnostics = new DiagnosticBag();
        FitRequest? request = FitInputs.Load(RawSettings(), AnnotationPaths(), Outputs(), Paths, diagnostics);
        Diagnostics.Log(diagnostics);
        return request;
    }

    private FitOutputs Outputs()
    {
        List<string> others = [ProjectFile, CacheFile, StampFile];
        foreach (ITaskItem item in ProtectedFiles)
        {
            others.Add(item.ItemSpec);
        }

        return new FitOutputs(PipelineConfig, SummaryFile, others);
    }

    private void Write(FitResult result)
    {
        if (Write(PipelineConfig, result.PipelineConfig) is not { } written || Write(SummaryFile, result.SummaryJson) is null)
        {
            return;
        }

        var stamp = new FitStamp();
        stamp.AddOutput(PipelineConfig, Paths);
        stamp.AddOutput(SummaryFile, Paths);
        foreach (KeyValuePair<string, string> figure in result.Figures)
        {
            stamp.AddFigure(figure.Key, figure.Value);
        }

        stamp.Save(Paths.Absolute(StampFile), Paths.Absolute(CacheFile));
        string output = Paths.Relative(PipelineConfig);
        Log.LogMessage(MessageImportance.High, "AnchorFit: {0} -> {1}{2}", result.Headline, output, written ? string.Empty : " (unchanged)");
        foreach (string line in result.Details)
        {
            Log.LogMessage(MessageImportance.Normal, "AnchorFit: {0}", line);
        }
    }

    /// <returns>Whether the file had to be written; null when it could not be.</returns>
    private bool? Write(string path, byte[] content)
    {
        try
        {
            return AtomicFile.WriteIfChanged(Paths.Absolute(path), content);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            Diagnostics.Log([BuildDiagnostics.OutputNotWritten(Paths.Relative(path), exception.Message)]);
            return null;
        }
    }
}
