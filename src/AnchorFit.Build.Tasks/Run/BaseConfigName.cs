using System;
using System.Collections.Generic;
using AnchorFit.PipelineConfig.BuiltIn;

namespace AnchorFit.Run;

/// <summary>What <c>AnchorFitBaseConfig</c> names: a file, or a built-in config.</summary>
/// <param name="IsBuiltIn">The value is the name of a built-in config, not a path.</param>
/// <param name="Value">The path as written, or the name.</param>
internal sealed record BaseConfigName(bool IsBuiltIn, string Value)
{
    /// <summary>What the name of a built-in config begins with.</summary>
    public const string Prefix = "builtin:";

    /// <summary>The names that may stand after <c>builtin:</c>.</summary>
    public static IReadOnlyList<string> BuiltInNames => BuiltInConfigs.Names;

    /// <summary>Reads the property's value; an empty one names the default built-in config.</summary>
    public static BaseConfigName Parse(string text)
    {
        string value = text.Trim();
        if (value.Length == 0)
        {
            return new BaseConfigName(IsBuiltIn: true, BuiltInConfigs.DefaultName);
        }

        return value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? new BaseConfigName(IsBuiltIn: true, BuiltInConfigs.Canonical(value.Substring(Prefix.Length).Trim()))
            : new BaseConfigName(IsBuiltIn: false, value);
    }

    /// <summary>As the user would write it.</summary>
    public override string ToString() => IsBuiltIn ? Prefix + Value : Value;
}
