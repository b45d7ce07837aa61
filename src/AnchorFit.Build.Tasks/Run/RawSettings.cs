using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;

namespace AnchorFit.Run;

/// <summary>The settings as the user wrote them, and what they were understood as; each is read once.</summary>
internal sealed class RawSettings
{
    private readonly Dictionary<Setting, string> _texts = [];
    private readonly Lazy<ReadSettings> _read;

    public RawSettings() => _read = new Lazy<ReadSettings>(() => ReadSettings.Of(this));

    /// <summary>The project's file: the place that diagnostics about settings name.</summary>
    public required string ProjectFile { get; init; }

    /// <summary>The items <c>PipelineConfigOverride</c>, in their order.</summary>
    public IReadOnlyList<RawOverride> Overrides { get; init; } = [];

    /// <summary>What they are understood as; defaults stand in for values that were refused.</summary>
    public FitSettings Values => _read.Value.Values;

    private IEnumerable<KeyValuePair<string, string>> Pairs => _texts.Select(text => new KeyValuePair<string, string>(text.Key.Name, text.Value));

    /// <summary>The settings among MSBuild properties, by their names.</summary>
    /// <exception cref="ArgumentException">The targets pass a property that nothing reads.</exception>
    public static RawSettings FromProperties(string projectFile, IEnumerable<KeyValuePair<string, string>> properties, IReadOnlyList<RawOverride>? overrides = null)
    {
        var settings = new RawSettings { ProjectFile = projectFile, Overrides = overrides ?? [] };
        foreach (KeyValuePair<string, string> property in properties)
        {
            settings._texts[SettingTable.Find(property.Key) ?? throw new ArgumentException("No setting has this name.", nameof(properties))] = property.Value.Trim();
        }

        return settings;
    }

    /// <summary>These settings, and others in place of those of the same name.</summary>
    public RawSettings With(params (string Property, string Value)[] others) => FromProperties(
        ProjectFile,
        Pairs.Concat(others.Select(other => new KeyValuePair<string, string>(other.Property, other.Value))),
        Overrides);

    /// <summary>These settings, with other items.</summary>
    public RawSettings WithOverrides(IReadOnlyList<RawOverride> overrides) => FromProperties(ProjectFile, Pairs, overrides);

    /// <summary>What the user wrote, without spaces around it; empty where nothing was said.</summary>
    public string Text(Setting setting) => _texts.TryGetValue(setting, out string? text) ? text : string.Empty;

    /// <summary>What is wrong with a setting, or it has no effect; null where nothing is said of it.</summary>
    public Diagnostic? FaultOf(Setting setting) => _read.Value.FaultOf(setting);

    /// <summary>What is wrong with the settings that such a use reads.</summary>
    /// <param name="ofTheBuild">Those that the build alone reads; else all others, with what doesn't go together.</param>
    public IEnumerable<Diagnostic> Faults(bool ofTheBuild) => _read.Value.Faults(ofTheBuild);
}
