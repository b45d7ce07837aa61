using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using AnchorFit.Annotations;
using AnchorFit.Run;

namespace AnchorFit.Hosting;

/// <summary>
/// What earlier builds left: what they understood of each annotation file, and what the last fit was made from. With it
/// one changed file costs one parse, and a change that says the same as before costs no fit.
/// </summary>
internal sealed class LastFit
{
    private readonly FitFiles _files;
    private readonly FitStamp? _stamp;
    private readonly string _inputs;
    private bool _inputsHeld = true;
    private IReadOnlyList<ManifestEntry> _entries = [];
    private Task? _saving;

    private LastFit(FitFiles files, AnnotationMemory memory, FitStamp? stamp, string inputs)
    {
        _files = files;
        _stamp = stamp;
        _inputs = inputs;
        Memory = memory;
    }

    /// <summary>What is known of the annotation files.</summary>
    public AnnotationMemory Memory { get; }

    /// <summary>Identifies what the fit of <see cref="Watch"/> starts from; empty before the annotations were read.</summary>
    public string Key { get; private set; } = string.Empty;

    /// <summary>
    /// The snapshot that this fit was decided on; another build may have taken another one since. Empty where the inputs
    /// changed while they were read: the fit is of no snapshot then, and the next build fits again.
    /// </summary>
    public string Inputs => _inputsHeld ? _inputs : string.Empty;

    /// <summary>The aspect ratios that the last fit wrote, separated by semicolons; empty where there is no record of one.</summary>
    public string Ratios => _stamp?.Figures.FirstOrDefault(figure => figure.Key == "AspectRatios").Value ?? string.Empty;

    public static LastFit Load(FitFiles files)
    {
        SavedSnapshot? inputs = SavedSnapshot.TryLoad(files.Cache);
        return new LastFit(
            files,
            inputs is null ? AnnotationMemory.None : AnnotationMemory.Load(inputs.Parse(), files.Manifest),
            FitStamp.TryLoad(FitStamp.Former(files.Stamp)),
            inputs?.Identity ?? string.Empty);
    }

    /// <summary>
    /// The same request, which ends early where the last fit started from the same. Once the annotations are read, what
    /// they say is written down for the next build beside everything else.
    /// </summary>
    public FitRequest Watch(FitRequest request, CompanionFiles companions, ProjectPaths paths)
    {
        bool IsDone(IReadOnlyList<AnnotationSource> sources, IReadOnlyList<AnnotationFile> files)
        {
            companions.Keep(files);
            ISet<int> changed = Memory.FindChanged(sources, files, companions, out bool othersHold);
            _inputsHeld = othersHold && changed.Count == 0;
            _entries = Memory.Describe(sources, files, changed);
            _saving = Task.Run(() => Memory.Save(_files.Manifest, _entries));
            Key = Memory.Key([request.BaseConfig.Content, request.LabelMap?.Content ?? []], _entries);
            return _stamp is { Key.Length: > 0 } && _stamp.Key == Key && _stamp.FindChangedOutput(paths) is null;
        }

        return request with { IsDone = IsDone };
    }

    /// <summary>Waits until what was understood is kept for the next build.</summary>
    /// <exception cref="System.IO.IOException">The disk.</exception>
    public void FinishManifest() => _saving?.GetAwaiter().GetResult();

    /// <summary>Whether the last fit left this file with this content.</summary>
    public bool Left(string path, byte[] content, ProjectPaths paths) => _stamp is not null && _stamp.Left(path, content, paths);

    /// <summary>Whether the last fit left this file, whatever became of it.</summary>
    public bool LeftAny(string path, ProjectPaths paths) => _stamp is not null && _stamp.LeftAny(path, paths);

    /// <summary>Whether there was a last fit, and it left another file or this one with other content.</summary>
    public bool LeftOther(string path, byte[] content, ProjectPaths paths) => _stamp is not null && !_stamp.Left(path, content, paths);

    /// <summary>Gives the last fit its stamp back.</summary>
    /// <param name="companions">What was looked for beside the inputs.</param>
    /// <exception cref="System.IO.IOException">The disk.</exception>
    public void Restore(CompanionFiles companions) => _stamp?.ForInputs(Inputs, companions).Save(_files.Stamp, _files.Cache);
}

/// <summary>The package's own files in obj, absolute.</summary>
/// <param name="Cache">The inputs as they were when the last fit was decided on.</param>
/// <param name="Stamp">The record of the last finished fit.</param>
/// <param name="Manifest">What was understood of each annotation file.</param>
internal sealed record FitFiles(string Cache, string Stamp, string Manifest);
