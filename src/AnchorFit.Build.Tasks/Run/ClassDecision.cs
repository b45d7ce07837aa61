using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>What a fit makes of the classes: <c>num_classes</c>, a label map where one is asked for, and what is to be said of both.</summary>
internal sealed class ClassDecision
{
    // Of ids in use less than half of those up to the largest are rare; banknotes and speed limits have far fewer.
    private const int Plausible = 2;

    private readonly ClassCensus _classes;
    private readonly FitSettings _settings;
    private readonly int? _baseNumber;
    private readonly string _projectFile;
    private readonly DiagnosticBag _diagnostics;

    /// <param name="classes">The classes of objects and of lists.</param>
    /// <param name="settings">What the user wants.</param>
    /// <param name="labelMap">The existing label map; null where there is none.</param>
    /// <param name="baseNumber">The base config's <c>num_classes</c>; null where it has none.</param>
    /// <param name="projectFile">The place of what concerns the settings.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public ClassDecision(
        ClassCensus classes, FitSettings settings, LabelMap? labelMap, int? baseNumber, string projectFile, DiagnosticBag diagnostics)
    {
        (_classes, _settings, _baseNumber, _projectFile, _diagnostics) = (classes, settings, baseNumber, projectFile, diagnostics);
        bool numbersAreNames = classes.HasList || settings.NumClasses.Kind == NumClassesKind.Names;
        IReadOnlyList<KeyValuePair<int, string>> ids = ClassIds.Assign(classes.AllNames, numbersAreNames);
        Count = ClassCount.Decide(settings.NumClasses, ids, labelMap);
        ListName = labelMap is null ? "list of classes" : "label map";
        WithoutObjects = labelMap is null ? classes.ListedWithoutObjects : LabelMapCheck.WithoutObjects(classes, labelMap);
        if (labelMap is not null)
        {
            CompareNumber(labelMap.LargestId, "the label map " + DisplayText.Quote(labelMap.Path));
        }
        else if (!settings.GenerateLabelMap)
        {
            CheckIdsInUse();
        }

        CheckNumbers(ids, labelMap);
        if (settings.GenerateLabelMap)
        {
            GeneratedMap = Generate(ids);
        }
    }

    /// <summary>The value for <c>num_classes</c>.</summary>
    public ClassCount Count { get; }

    /// <summary>The label map's bytes; null where none is asked for, or none can be made.</summary>
    public byte[]? GeneratedMap { get; }

    /// <summary>The classes that the label map or, without one, a list beside the annotations names and no object has.</summary>
    public IReadOnlyList<string> WithoutObjects { get; }

    /// <summary>What names those of <see cref="WithoutObjects"/>.</summary>
    public string ListName { get; }

    private byte[]? Generate(IReadOnlyList<KeyValuePair<int, string>> ids)
    {
        if (ids.Count == 0)
        {
            _diagnostics.Add(AnnotationClassDiagnostics.NoClasses());
            return null;
        }

        CompareNumber(ids[ids.Count - 1].Key, "the generated label map");
        return LabelMapText.Write(ids);
    }

    private void CompareNumber(int largestId, string name) =>
        LabelMapCheck.CompareNumber(Count, _baseNumber, largestId, name, _projectFile, _diagnostics);

    /// <summary>
    /// Without a label map nobody knows the ids of the records: they may be the numbers that the annotations have, and
    /// there are at least as many as classes.
    /// </summary>
    private void CheckIdsInUse()
    {
        if ((Count.Value ?? _baseNumber) is not { } number)
        {
            return;
        }

        (string Name, ClassCensus.Tally Tally, int Id) largest = _classes.Tallies
            .Select(entry => (entry.Key, entry.Value, IdInUse(entry.Key, entry.Value)))
            .OrderByDescending(entry => entry.Item3)
            .FirstOrDefault();
        int count = _classes.Tallies.Count();
        if (largest.Id > number)
        {
            _diagnostics.Add(AnnotationClassDiagnostics.IdAboveNumClasses(largest.Tally.FirstPath, largest.Name, largest.Id, number));
        }
        else if (count > number)
        {
            _diagnostics.Add(AnnotationClassDiagnostics.MoreClassesThanNumber(_projectFile, count, number));
        }
    }

    private int IdInUse(string name, ClassCensus.Tally tally) =>
        _classes.IsListed(name) ? _classes.ListedIdOf(name)
        : !tally.IsText && ClassIds.TryRead(name, out int id) ? id
        : 0;

    /// <summary>Numbers far apart that stand at the objects as text are as likely names: nobody but the user can tell.</summary>
    private void CheckNumbers(IReadOnlyList<KeyValuePair<int, string>> ids, LabelMap? labelMap)
    {
        bool decide = labelMap is null && (_settings.GenerateLabelMap || _settings.NumClasses.Kind == NumClassesKind.Auto);
        int largest = ids.Count == 0 ? 0 : ids[ids.Count - 1].Key;
        bool isSaid = _settings.NumClasses.Kind == NumClassesKind.Given && _settings.NumClasses.Number == largest;
        if (decide && !isSaid && largest > Plausible * ids.Count && _classes.Tallies.FirstOrDefault(entry => entry.Value.IsText).Value is { } text)
        {
            _diagnostics.Add(AnnotationClassDiagnostics.NumbersFarApart(text.FirstPath, text.FirstLine, ids.Count, largest));
        }
    }
}
