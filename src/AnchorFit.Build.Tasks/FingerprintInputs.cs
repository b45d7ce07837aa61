using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Run;
using Microsoft.Build.Framework;

namespace AnchorFit.Build.Tasks;

/// <summary>
/// Runs on every build: compares the inputs and outputs with those of the last fit and deletes the stamp when they
/// differ, so that MSBuild runs or skips the fit by the stamp alone.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class FingerprintInputs : AnchorFitTask, IIncrementalTask
{
    private const int ShownChanges = 5;

    private IReadOnlyList<Diagnostic> _faults = [];

    /// <summary>Which warnings the project makes errors: after a change of that the warnings are told again.</summary>
    public string WarningPolicy { get; set; } = string.Empty;

    /// <summary>Fit again when the task's assembly changed; for the package's own repository.</summary>
    public bool TrackTaskAssembly { get; set; }

    /// <inheritdoc />
    public bool FailIfNotIncremental { get; set; }

    /// <summary>Whether there is anything to fit; not where options are only inherited.</summary>
    [Output]
    public bool IsUsed { get; private set; } = true;

    private string NamesRecord => Path.ChangeExtension(Paths.Absolute(CacheFile), ".names");

    private protected override void Run()
    {
        var diagnostics = new DiagnosticBag();
        bool hashContents = RawSettings.Values.ContentHash;
        diagnostics.AddRange(RawSettings.Faults(ofTheBuild: true));
        bool namesHold = CheckedNames.Hold(NamesRecord, ProjectFilePaths, GlobalProperties);
        _faults = namesHold ? [] : WrittenFaults;
        diagnostics.AddRange(_faults.Where(fault => fault.IsError));
        if (diagnostics.HasErrors)
        {
            Diagnostics.Log(diagnostics);
            return;
        }

        if (HasNothing)
        {
            IsUsed = false;
            Diagnostics.Log(_faults);
            return;
        }

        if (Inputs() is not { } inputs || ReadDetails() is not { } details)
        {
            return;
        }

        if (!namesHold && _faults.Count == 0 && !FailIfNotIncremental)
        {
            CheckedNames.Save(NamesRecord, ProjectFilePaths, GlobalProperties, Names.Looked);
        }

        InputSnapshot snapshot = InputSnapshot.Take(SettingLines(details), inputs, Paths, hashContents, Cancellation);
        string cache = Paths.Absolute(CacheFile);
        string stamp = Paths.Absolute(StampFile);
        IReadOnlyList<string> reasons = ReasonsToFit(snapshot, cache, stamp, hashContents);
        if (reasons.Count == 0)
        {
            return;
        }

        if (FailIfNotIncremental)
        {
            Diagnostics.Log([BuildDiagnostics.NotUpToDate(ProjectFile, reasons[0])]);
            return;
        }

        LogReasons(reasons);
        FitStamp.Invalidate(stamp);
        snapshot.Save(cache);
    }

    // Codes of others say nothing of ours.
    private static string OwnPart(string policy) => string.Join(" ", policy.Split(' ', ';', ',').Where(word =>
        word.StartsWith("AFB", StringComparison.OrdinalIgnoreCase) || string.Equals(word, "true", StringComparison.OrdinalIgnoreCase)));

    private IReadOnlyList<string> ReasonsToFit(InputSnapshot snapshot, string cache, string stamp, bool hashContents)
    {
        if (!File.Exists(cache))
        {
            return ["first fit"];
        }

        if (SavedSnapshot.TryLoad(cache) is not { } saved)
        {
            return ["the record of the last fit is unreadable"];
        }

        IReadOnlyList<string> changes = snapshot.ChangesSince(saved);
        if (changes.Count > 0)
        {
            return changes;
        }

        FitStamp? last = FitStamp.TryLoad(stamp);
        return last is null ? ["the last fit did not finish"]
            : last.Inputs.Length == 0 ? ["the inputs changed while they were read"]
            : last.Inputs != saved.Identity ? ["another build at the same time fitted other inputs"]
            : (last.FindChangedOutput(Paths) ?? last.FindChangedCompanion(Paths, hashContents, Cancellation)) is { } change ? [change] : [];
    }

    private void LogReasons(IReadOnlyList<string> reasons)
    {
        for (int i = 0; i < Math.Min(reasons.Count, ShownChanges); i++)
        {
            Diagnostics.Tell(MessageImportance.Low, "AnchorFit: fitting because of: " + reasons[i]);
        }

        if (reasons.Count > ShownChanges)
        {
            Log.LogMessage(MessageImportance.Low, "AnchorFit: ... and {0} more changes", reasons.Count - ShownChanges);
        }
    }

    // The package's version, not the assembly's identity: the two builds of the task give the same result.
    private IEnumerable<string> SettingLines(AnnotationDetails details)
    {
        yield return "package=" + PackageVersion.Text;
        yield return "warnings as errors=" + OwnPart(WarningPolicy);
        yield return "AnchorFitPipelineConfig=" + Paths.Relative(PipelineConfig);
        foreach (KeyValuePair<string, string> property in Properties(Settings))
        {
            yield return property.Key + "=" + Portable(property);
        }

        if (details.Identity.Length > 0)
        {
            yield return AnnotationDetails.SettingName + "=" + details.Identity;
        }

        // Nothing that a fit depends on, but a fit tells of them.
        if (_faults.Count > 0)
        {
            yield return "names without effect=" + string.Join(", ", _faults.Select(fault => fault.Message));
        }

        if (OutputClash is { } clash)
        {
            yield return "copied under the result's name=" + clash;
        }

        int number = 0;
        foreach (RawOverride item in RawSettings.Overrides)
        {
            yield return FormattableString.Invariant($"override {++number}={item.Text}");
        }

        if (TrackTaskAssembly)
        {
            yield return "task=" + typeof(FingerprintInputs).Module.ModuleVersionId;
        }
    }

    private string Portable(KeyValuePair<string, string> property) => property.Key switch
    {
        "AnchorFitBaseConfig" when RawSettings.Values.BaseConfig is var name => name.IsBuiltIn ? name.ToString() : Paths.Relative(name.Value),
        "AnchorFitLabelMap" when RawSettings.Values.LabelMap is { } path => Paths.Relative(path),
        _ => property.Value,
    };

    private List<InputFile>? Inputs()
    {
        if (AnnotationPaths() is not { } annotations)
        {
            return null;
        }

        if (annotations.Count == 0 && !RawSettings.Values.FromInputReader)
        {
            // Nothing is kept: a project that only inherits a setting must not look as if it had been fitted.
            Diagnostics.Log(_faults);
            Diagnostics.Log([SettingDiagnostics.NoAnnotations(ProjectFile, HomeInclude.Find(ProjectFile))]);
            return null;
        }

        // In the order in which the fit asks for their states.
        List<InputFile> inputs = new(annotations.Count + 2);
        if (RawSettings.Values.BaseConfig is { IsBuiltIn: false } file)
        {
            inputs.Add(new InputFile(InputKind.BaseConfig, file.Value));
        }

        if (RawSettings.Values.LabelMap is { } labelMap)
        {
            inputs.Add(new InputFile(InputKind.LabelMap, labelMap));
        }

        foreach (string path in annotations)
        {
            inputs.Add(new InputFile(InputKind.Annotation, path));
        }

        return inputs;
    }
}
