using System.IO;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Run;
using Microsoft.Build.Framework;

namespace AnchorFit.Build.Tasks;

/// <summary>
/// Reads everything anew, fits, and compares the result with the committed pipeline.config; stands in for the
/// fingerprint and the fit, and writes nothing.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class VerifyFit : FittingTask
{
    /// <summary>The property AnchorFitPipelineConfig as the project sets it; empty where it doesn't.</summary>
    public string CommittedConfig { get; set; } = string.Empty;

    /// <summary>The committed config's absolute path with the figures of the fit; nothing when it is stale.</summary>
    [Output]
    public ITaskItem[] Result { get; private set; } = [];

    // Without quotes a shell would take the name apart.
    private string UpdateCommand
    {
        get
        {
            string project = Path.GetFileName(ProjectFile);
            string quoted = project.IndexOf(' ') < 0 ? project : "\"" + project + "\"";
            return $"'dotnet build {quoted} -t:AnchorFitGenerate -p:AnchorFitVerify=false'";
        }
    }

    private protected override void Run()
    {
        // A project that references the package itself is to be verified: a wrong pattern must not pass.
        if ((HasNothing && !Names.IsReferencedBy(ProjectFile)) || Prepare() is not { } request)
        {
            return;
        }

        FitOutcome outcome = FitRun.Execute(request, Cancellation, Progress());
        Cancellation.ThrowIfCancellationRequested();
        Diagnostics.Log(outcome.Diagnostics);
        if (outcome.Result is { } result && !Log.HasLoggedErrors)
        {
            Compare(result);
        }
    }

    private FitRequest? Prepare()
    {
        var diagnostics = new DiagnosticBag();
        RawSettings settings = RawSettings;
        diagnostics.AddRange(settings.Faults(ofTheBuild: true));
        AnnotationDirectory.CheckUse(AnnotationsDirectory, settings, diagnostics);
        diagnostics.AddRange(WrittenFaults);
        if (CommittedConfig.Trim().Length == 0)
        {
            diagnostics.Add(BuildDiagnostics.VerifyWithoutPath(ProjectFile));
        }

        // Without the label map: nothing is written over the committed one.
        var outputs = new FitOutputs(PipelineConfig, SummaryFile, [.. OtherFiles()]);
        FitRequest? request = diagnostics.HasErrors || AnnotationPaths() is not { } annotations || ReadDetails() is not { } details
            ? null
            : FitInputs.Load(settings, annotations, details, outputs, AnnotationMemory.None, new CompanionFiles(Paths), Paths, diagnostics);
        Diagnostics.Log(diagnostics);
        return request;
    }

    private void Compare(FitResult result)
    {
        bool isUpToDate = IsUpToDate(PipelineConfig, result.PipelineConfig);
        if (result.LabelMap is { } labelMap)
        {
            isUpToDate &= IsUpToDate(LabelMap, labelMap);
        }

        if (!isUpToDate)
        {
            return;
        }

        Result = [ResultItem.Create(Paths.Absolute(PipelineConfig), result.Figures, summary: null, result.LabelMap is null ? null : Paths.Absolute(LabelMap), report: null)];
        string project = Path.GetFileNameWithoutExtension(ProjectFile);
        Log.LogMessage(MessageImportance.High, "AnchorFit: {0}: {1} is up to date ({2})", project, Paths.Relative(PipelineConfig), result.Headline);
        LogDetails(result);
        foreach (string closing in result.Closing)
        {
            Diagnostics.Tell(MessageImportance.High, $"AnchorFit: {project}: {closing}");
        }
    }

    private bool IsUpToDate(string file, byte[] fitted)
    {
        if (NamedFile.TryRead(Paths.Absolute(file), out string reason) is not { } committed)
        {
            Diagnostics.Log([BuildDiagnostics.CommittedConfigUnreadable(Paths.Relative(file), reason, UpdateCommand)]);
            return false;
        }

        if (file == LabelMap && !LabelMapText.IsGenerated(committed))
        {
            Diagnostics.Log([ClassSettingDiagnostics.ForeignLabelMap(ProjectFile, Paths.Relative(file))]);
            return false;
        }

        if (AnchorFit.Run.CommittedConfig.FindDifference(Paths.Relative(file), committed, fitted, UpdateCommand) is not { } stale)
        {
            return true;
        }

        Diagnostics.Log([stale.Diagnostic]);
        foreach (string line in stale.Diff)
        {
            Log.LogMessage(MessageImportance.High, "{0}", line);
        }

        return false;
    }
}
