using System;

namespace AnchorFit.Run;

/// <summary>What <c>AnchorFitBaseConfig</c> names: a file, or a built-in config.</summary>
/// <param name="IsBuiltIn">The value is the name of a built-in config, not a path.</param>
/// <param name="Value">The path as written, or the name.</param>
internal sealed record BaseConfigName(bool IsBuiltIn, string Value)
{
    private const string Prefix = "builtin:";

    /// <summary>Reads the property's value; an empty one names the default built-in config.</summary>
    public static BaseConfigName Parse(string text)
    {
        string value = text.Trim();
        if (value.Length == 0)
        {
            return new BaseConfigName(IsBuiltIn: true, DefaultBuiltIn);
        }

        return value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? new BaseConfigName(IsBuiltIn: true, value.Substring(Prefix.Length).Trim())
            : new BaseConfigName(IsBuiltIn: false, value);
    }

    /// <summary>The built-in config that is used when the user names none.</summary>
    public const string DefaultBuiltIn = "ssdlite_mobiledet_edgetpu_320x320";

    /// <summary>As the user would write it.</summary>
    public override string ToString() => IsBuiltIn ? Prefix + Value : Value;
}
