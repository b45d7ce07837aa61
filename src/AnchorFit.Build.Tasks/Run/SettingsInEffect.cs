using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Overriding;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>The settings that a fit depends on, with the values they had, for the report.</summary>
internal static class SettingsInEffect
{
    /// <summary>The settings, then the fields of the config that were set before the fit.</summary>
    /// <param name="request">What the user wrote.</param>
    /// <param name="overrides">The fields, as they were understood.</param>
    public static IReadOnlyList<ReportedSetting> Of(FitRequest request, IReadOnlyList<ConfigOverride> overrides)
    {
        List<ReportedSetting> settings = [];
        foreach (Setting setting in SettingTable.All.Where(setting => setting.Use == SettingUse.Fit))
        {
            string text = request.Settings.Text(setting);
            string shown = setting == SettingTable.BaseConfig ? ReportPaths.Of(request.BaseConfig)
                : text.Length == 0 ? setting.PlainDefault
                : setting == SettingTable.LabelMap ? ReportPaths.WithoutRoot(text)
                : text;
            settings.Add(new ReportedSetting(setting.Name, shown, IsDefault: text.Length == 0));
        }

        settings.AddRange(overrides.Select(field => new ReportedSetting(field.Path, field.Value ?? "removed", IsDefault: false)));
        return settings;
    }
}
