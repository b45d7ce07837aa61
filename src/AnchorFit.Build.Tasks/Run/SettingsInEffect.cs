using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Anchors.Search;
using AnchorFit.PipelineConfig.Overriding;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>The settings that a fit depends on, with the values they had, for the report.</summary>
internal static class SettingsInEffect
{
    private static readonly IReadOnlyList<(string Name, Func<RawSettings, string> Value, string Default)> s_settings =
    [
        ("AnchorFitBaseConfig", raw => raw.BaseConfig, string.Empty),
        ("AnchorFitAspectRatioCount", raw => raw.AspectRatioCount, "4"),
        ("AnchorFitTargetIoU", raw => raw.TargetIoU, "90, where drawn anchors don't decide"),
        ("AnchorFitObjective", raw => raw.Objective, "KMeans"),
        ("AnchorFitScales", raw => raw.Scales, "false"),
        ("AnchorFitLowestLayer", raw => raw.LowestLayer, "keep"),
        ("AnchorFitMaxAnchors", raw => raw.MaxAnchors, "none"),
        ("AnchorFitProtect", raw => raw.Protect, "classes;sizes"),
        ("AnchorFitClassWeights", raw => raw.ClassWeights, "none"),
        ("AnchorFitBudget", raw => raw.Budget, SearchSettings.DefaultBudget.ToString(CultureInfo.InvariantCulture)),
        ("AnchorFitFeatureMaps", raw => raw.FeatureMaps, "those of the extractor"),
        ("AnchorFitNumClasses", raw => raw.NumClasses, "auto"),
        ("AnchorFitInvalidBoxes", raw => raw.InvalidBoxes, "warn"),
        ("AnchorFitDifficult", raw => raw.Difficult, "include"),
        ("AnchorFitMinBoxSize", raw => raw.MinBoxSize, "0"),
        ("AnchorFitIncludeClasses", raw => raw.IncludeClasses, "all"),
        ("AnchorFitExcludeClasses", raw => raw.ExcludeClasses, "none"),
        ("AnchorFitClassPattern", raw => raw.ClassPattern, "none"),
        ("AnchorFitLabelMap", raw => ReportPaths.WithoutRoot(raw.LabelMap.Trim()), "none"),
        ("AnchorFitGenerateLabelMap", raw => raw.GenerateLabelMap, "false"),
        ("AnchorFitUnknownClasses", raw => raw.UnknownClasses, "error"),
        ("AnchorAnnotationsFormat", raw => raw.AnnotationsFormat, "by name and content"),
        ("AnchorAnnotationsExclude", raw => raw.AnnotationsExclude, "none"),
        ("AnchorFitFromInputReader", raw => raw.FromInputReader, "false"),
        ("AnchorFitCheckRecords", raw => raw.CheckRecords, "false"),
        ("AnchorFitUnknownFields", raw => raw.UnknownFields, "warn"),
        ("AnchorFitConfigStyle", raw => raw.ConfigStyle, "preserve"),
    ];

    /// <summary>Every setting that is in the table, whether set or not.</summary>
    public static IEnumerable<string> Names => s_settings.Select(setting => setting.Name);

    /// <summary>The settings, then the fields of the config that were set before the fit.</summary>
    /// <param name="request">What the user wrote.</param>
    /// <param name="overrides">The fields, as they were understood.</param>
    public static IReadOnlyList<ReportedSetting> Of(FitRequest request, IReadOnlyList<ConfigOverride> overrides)
    {
        List<ReportedSetting> settings = [];
        foreach ((string name, Func<RawSettings, string> value, string fallback) in s_settings)
        {
            string text = value(request.Settings).Trim();
            string shown = name == "AnchorFitBaseConfig" ? ReportPaths.Of(request.BaseConfig) : text.Length > 0 ? text : fallback;
            settings.Add(new ReportedSetting(name, shown, IsDefault: text.Length == 0));
        }

        settings.AddRange(overrides.Select(field => new ReportedSetting(field.Path, field.Value ?? "removed", IsDefault: false)));
        return settings;
    }
}
