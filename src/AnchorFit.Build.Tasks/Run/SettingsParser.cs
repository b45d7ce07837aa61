using System;
using System.Collections.Generic;
using System.Globalization;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Overriding;
using AnchorFit.PipelineConfig.Schema;

namespace AnchorFit.Run;

/// <summary>Turns what the user wrote into <see cref="FitSettings"/>; one diagnostic a value that isn't accepted.</summary>
internal sealed class SettingsParser
{
    private const double MaxBoxSize = 1e6;

    private readonly RawSettings _raw;
    private readonly DiagnosticBag _diagnostics;

    private SettingsParser(RawSettings raw, DiagnosticBag diagnostics)
    {
        _raw = raw;
        _diagnostics = diagnostics;
    }

    /// <summary>The settings; defaults stand in for values that were refused.</summary>
    public static FitSettings Parse(RawSettings raw, DiagnosticBag diagnostics) => new SettingsParser(raw, diagnostics).Parse();

    /// <summary>A property that is <c>true</c> or <c>false</c>; false when nothing was said or the value was refused.</summary>
    public static bool ParseSwitch(RawSettings raw, string property, string value, DiagnosticBag diagnostics) =>
        new SettingsParser(raw, diagnostics).ParseSwitch(property, value);

    /// <summary>Refuses a value of <c>AnchorFitUpToDateCheckMode</c> that the targets would take for the default.</summary>
    public static void CheckUpToDateCheckMode(RawSettings raw, string value, DiagnosticBag diagnostics) =>
        new SettingsParser(raw, diagnostics).ParseChoice("AnchorFitUpToDateCheckMode", value, UpToDateCheckModes, fallback: "Files");

    /// <summary>The format of annotation files that don't name their own; null where their names or contents tell.</summary>
    public static AnnotationFormat? ParseAnnotationsFormat(RawSettings raw, DiagnosticBag diagnostics)
    {
        string text = raw.AnnotationsFormat.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        return AnnotationFormats.Find(text)
            ?? new SettingsParser(raw, diagnostics).Refuse<AnnotationFormat?>("AnchorAnnotationsFormat", text, AnnotationFormats.Accepted, null);
    }

    private FitSettings Parse()
    {
        CheckSubfolder();
        bool generateLabelMap = ParseSwitch("AnchorFitGenerateLabelMap", _raw.GenerateLabelMap);
        if (generateLabelMap && _raw.LabelMap.Trim().Length > 0)
        {
            _diagnostics.Add(ClassSettingDiagnostics.LabelMapGivenAndGenerated(_raw.ProjectFile));
        }

        (int count, double? targetIoU, bool isTargetGiven) = AspectRatioCountParser.Parse(_raw, _diagnostics);
        FitObjective objective = ParseChoice("AnchorFitObjective", _raw.Objective, Objectives, FitObjective.KMeans);
        return new FitSettings
        {
            AspectRatioCount = count,
            TargetIoU = targetIoU,
            DrawnAnchorsDecideCount = targetIoU is not null && !isTargetGiven,
            Objective = objective,
            Search = SearchSettingsParser.Parse(_raw, objective, _diagnostics),
            ClassWeights = SearchSettingsParser.ParseClassWeights(_raw, _diagnostics),
            FeatureMaps = FeatureMapsSetting.Parse(_raw, _diagnostics),
            NumClasses = ParseNumClasses(),
            InvalidBoxes = ParseChoice("AnchorFitInvalidBoxes", _raw.InvalidBoxes, InvalidBoxPolicies, InvalidBoxPolicy.Warn),
            UnknownFields = ParseChoice("AnchorFitUnknownFields", _raw.UnknownFields, UnknownFieldPolicies, UnknownFieldPolicy.Warn),
            IncludeDifficult = ParseChoice("AnchorFitDifficult", _raw.Difficult, Difficult, fallback: true),
            MinBoxSize = ParseMinBoxSize(),
            Classes = ParseClasses(),
            CheckRecords = ParseSwitch("AnchorFitCheckRecords", _raw.CheckRecords),
            FromInputReader = ParseSwitch("AnchorFitFromInputReader", _raw.FromInputReader),
            ConfigStyle = ParseChoice("AnchorFitConfigStyle", _raw.ConfigStyle, ConfigStyles, ConfigStyle.Preserve),
            GenerateLabelMap = generateLabelMap,
            UnknownClasses = ParseChoice("AnchorFitUnknownClasses", _raw.UnknownClasses, UnknownClassPolicies, UnknownClassPolicy.Error),
            ClassPattern = ClassPattern.Parse(_raw.ClassPattern, _raw.ProjectFile, _diagnostics),
            Report = ReportSetting.Parse(_raw, _diagnostics),
            Overrides = ParseOverrides(),
        };
    }

    private static IReadOnlyList<(string Word, FitObjective Value)> Objectives { get; } =
        [("KMeans", FitObjective.KMeans), ("MeanIoU", FitObjective.MeanIoU), ("DrawnAnchors", FitObjective.DrawnAnchors)];

    private static IReadOnlyList<(string Word, InvalidBoxPolicy Value)> InvalidBoxPolicies { get; } =
        [("warn", InvalidBoxPolicy.Warn), ("error", InvalidBoxPolicy.Error), ("ignore", InvalidBoxPolicy.Ignore)];

    private static IReadOnlyList<(string Word, UnknownFieldPolicy Value)> UnknownFieldPolicies { get; } =
        [("warn", UnknownFieldPolicy.Warn), ("error", UnknownFieldPolicy.Error), ("ignore", UnknownFieldPolicy.Ignore)];

    private static IReadOnlyList<(string Word, string Value)> UpToDateCheckModes { get; } =
        [("Files", "Files"), ("Directories", "Directories"), ("None", "None")];

    private static IReadOnlyList<(string Word, bool Value)> Switch { get; } = [("true", true), ("false", false)];

    private static IReadOnlyList<(string Word, bool Value)> Difficult { get; } = [("include", true), ("exclude", false)];

    private static IReadOnlyList<(string Word, ConfigStyle Value)> ConfigStyles { get; } =
        [("preserve", ConfigStyle.Preserve), ("canonical", ConfigStyle.Canonical)];

    private static IReadOnlyList<(string Word, UnknownClassPolicy Value)> UnknownClassPolicies { get; } =
        [("error", UnknownClassPolicy.Error), ("warn", UnknownClassPolicy.Warn), ("ignore", UnknownClassPolicy.Ignore)];

    private bool ParseSwitch(string property, string value) => ParseChoice(property, value, Switch, fallback: false);

    // The targets use the property as it stands.
    private void CheckSubfolder()
    {
        string text = _raw.OutputSubfolder.Trim();
        string[] names = text.Split('/', '\\');
        if (text.Length > 0 && (names[0].Length == 0 || names[0] is [.., ':'] || Array.IndexOf(names, "..") >= 0))
        {
            Refuse("AnchorFitOutputSubfolder", text, "a folder below the output folder, such as models/cats", text);
        }
    }

    private NumClassesSetting ParseNumClasses()
    {
        string text = _raw.NumClasses.Trim();
        if (text.Length == 0 || Is(text, "auto"))
        {
            return NumClassesSetting.Auto;
        }

        if (Is(text, "keep"))
        {
            return new NumClassesSetting(NumClassesKind.Keep, 0);
        }

        if (Is(text, "names"))
        {
            return new NumClassesSetting(NumClassesKind.Names, 0);
        }

        return TryParseNumber(text, out int number)
            ? new NumClassesSetting(NumClassesKind.Given, number)
            : Refuse("AnchorFitNumClasses", text, "auto, names, keep, or a whole number from 1", NumClassesSetting.Auto);
    }

    private double ParseMinBoxSize()
    {
        string text = _raw.MinBoxSize.Trim();
        if (text.Length == 0)
        {
            return 0;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double pixels) && pixels <= MaxBoxSize
            ? pixels
            : Refuse("AnchorFitMinBoxSize", text, "a number of pixels from 0, such as 8 or 2.5", 0.0);
    }

    private ClassSelection ParseClasses()
    {
        string[] included = Names(_raw.IncludeClasses);
        string[] excluded = Names(_raw.ExcludeClasses);
        if (Array.Find(included, name => Array.IndexOf(excluded, name) >= 0) is { } both)
        {
            _diagnostics.Add(ClassSettingDiagnostics.IncludedAndExcluded(_raw.ProjectFile, both));
        }

        return included.Length + excluded.Length == 0 ? ClassSelection.All : new ClassSelection(included, excluded);
    }

    private static string[] Names(string list) =>
        Array.FindAll(Array.ConvertAll(list.Split(';'), name => name.Trim()), name => name.Length > 0);

    private ConfigOverride[] ParseOverrides()
    {
        if (_raw.Overrides.Count == 0)
        {
            return [];
        }

        List<ConfigOverride> overrides = [];
        foreach (RawOverride raw in _raw.Overrides)
        {
            if (raw.Check() is { } fault)
            {
                _diagnostics.Add(fault);
            }
            else
            {
                overrides.Add(new ConfigOverride(raw.Path, raw.IsClear ? null : raw.Value, raw.Locate));
            }
        }

        return [.. overrides];
    }

    private T ParseChoice<T>(string property, string value, IReadOnlyList<(string Word, T Value)> choices, T fallback)
    {
        string text = value.Trim();
        if (text.Length == 0)
        {
            return fallback;
        }

        List<string> words = [];
        foreach ((string word, T choice) in choices)
        {
            if (Is(text, word))
            {
                return choice;
            }

            words.Add(word);
        }

        return Refuse(property, text, string.Join(", ", words), fallback);
    }

    private T Refuse<T>(string property, string value, string accepted, T fallback)
    {
        _diagnostics.Add(SettingDiagnostics.InvalidValue(_raw.ProjectFile, property, value, accepted));
        return fallback;
    }

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    private static bool TryParseNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}
