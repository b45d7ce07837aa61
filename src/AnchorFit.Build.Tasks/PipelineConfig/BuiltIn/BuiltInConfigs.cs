using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace AnchorFit.PipelineConfig.BuiltIn;

/// <summary>
/// The base configs that the assembly carries, named as <c>AnchorFitBaseConfig=builtin:NAME</c> names them. Each
/// <c>.config</c> file of this folder is one; adding a file adds a name.
/// </summary>
internal static class BuiltInConfigs
{
    /// <summary>The config that is used when a project names none.</summary>
    public const string DefaultName = "ssdlite_mobiledet_edgetpu_320x320";

    private const string ResourcePrefix = "AnchorFit.BuiltIn.";
    private const string ResourceSuffix = ".config";

    private static readonly Assembly s_assembly = typeof(BuiltInConfigs).Assembly;

    /// <summary>Every name, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = FindNames();

    /// <summary>The config's bytes (UTF-8, no byte order mark) for the caller to dispose, or null when no config has
    /// the name. It is written as in <see cref="Names"/>.</summary>
    public static Stream? TryOpen(string name) => s_assembly.GetManifestResourceStream(ResourcePrefix + name + ResourceSuffix);

    /// <summary>A name as it stands in <see cref="Names"/>, whatever its case; others as they are.</summary>
    public static string Canonical(string name) =>
        Names.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) ?? name;

    private static string[] FindNames()
    {
        List<string> names = [];
        foreach (string resource in s_assembly.GetManifestResourceNames())
        {
            if (resource.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            {
                names.Add(resource.Substring(ResourcePrefix.Length, resource.Length - ResourcePrefix.Length - ResourceSuffix.Length));
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names.ToArray();
    }
}
