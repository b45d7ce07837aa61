using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Overriding;

namespace AnchorFit.Run;

/// <summary>What was read of <see cref="RawSettings"/>: values, and one diagnostic a value that isn't accepted.</summary>
internal sealed class ReadSettings
{
    private readonly Dictionary<Setting, Diagnostic> _faults = [];
    private readonly DiagnosticBag _contradictions = [];

    private ReadSettings()
    {
    }

    /// <summary>The values; defaults stand in for those that were refused.</summary>
    public FitSettings Values { get; private set; } = new();

    /// <summary>Reads every row of the table, then what depends on several of them.</summary>
    public static ReadSettings Of(RawSettings raw)
    {
        var read = new ReadSettings();
        FitSettings values = read.Values;
        foreach (Setting setting in SettingTable.All)
        {
            if (raw.Text(setting) is { Length: > 0 } text && setting.Read(text, raw.ProjectFile, ref values) is { } fault)
            {
                read._faults.Add(setting, fault);
            }
        }

        read.Values = values with
        {
            DrawnAnchorsDecideCount = values.TargetIoU is not null && raw.Text(SettingTable.TargetIoU).Length == 0,
            Overrides = read.Read(raw.Overrides),
        };
        read.FindContradictions(raw);
        return read;
    }

    public Diagnostic? FaultOf(Setting setting) => _faults.TryGetValue(setting, out Diagnostic? fault) ? fault : null;

    public IEnumerable<Diagnostic> Faults(bool ofTheBuild)
    {
        IEnumerable<Diagnostic> own = SettingTable.All.Where(setting => setting.Use == SettingUse.Build == ofTheBuild).Select(FaultOf).OfType<Diagnostic>();
        return ofTheBuild ? own : own.Concat(_contradictions);
    }

    private void FindContradictions(RawSettings raw)
    {
        if (Values.GenerateLabelMap && Values.LabelMap is not null)
        {
            _contradictions.Add(ClassSettingDiagnostics.LabelMapGivenAndGenerated(raw.ProjectFile));
        }

        if (Values.Classes.InBoth is { } both)
        {
            _contradictions.Add(ClassSettingDiagnostics.IncludedAndExcluded(raw.ProjectFile, both));
        }

        if (Values.TargetIoU is null && Has(raw, SettingTable.TargetIoU) && FaultOf(SettingTable.AspectRatioCount) is null)
        {
            _contradictions.Add(RatioCountDiagnostics.TargetWithoutAuto(raw.ProjectFile, Values.AspectRatioCount));
        }

        if (Values.Objective != Fitting.FitObjective.DrawnAnchors && FaultOf(SettingTable.Objective) is null)
        {
            FindIdle(raw);
        }
    }

    // What a search for drawn anchors may choose has no effect without one.
    private void FindIdle(RawSettings raw)
    {
        string objective = Values.Objective.ToString();
        if (Has(raw, SettingTable.MaxAnchors))
        {
            _contradictions.Add(SearchDiagnostics.MaxAnchorsWithoutSearch(raw.ProjectFile, raw.Text(SettingTable.MaxAnchors), objective));
        }

        foreach ((Setting setting, bool isIdle) in new[]
        {
            (SettingTable.Scales, Values.Search.Scales),
            (SettingTable.LowestLayer, Values.Search.LowestLayer == Anchors.Search.LowestLayer.Auto),
            (SettingTable.Protect, Values.Search.Protection != Anchors.Protection.All),
            (SettingTable.ClassWeights, raw.Text(SettingTable.ClassWeights).Length > 0),
            (SettingTable.Budget, Has(raw, SettingTable.Budget)),
        })
        {
            if (isIdle)
            {
                _contradictions.Add(SearchDiagnostics.NoEffect(raw.ProjectFile, setting.Name, raw.Text(setting), objective));
            }
        }
    }

    private bool Has(RawSettings raw, Setting setting) => raw.Text(setting).Length > 0 && FaultOf(setting) is null;

    private ConfigOverride[] Read(IReadOnlyList<RawOverride> written)
    {
        List<ConfigOverride> overrides = [];
        foreach (RawOverride raw in written)
        {
            if (raw.Check() is { } fault)
            {
                _contradictions.Add(fault);
            }
            else
            {
                overrides.Add(new ConfigOverride(raw.Path, raw.IsClear ? null : raw.Value, raw.Locate));
            }
        }

        return overrides.Count == 0 ? [] : [.. overrides];
    }
}
