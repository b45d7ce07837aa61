using System;
using System.Text.RegularExpressions;
using AnchorFit.Diagnostics;

namespace AnchorFit.Run;

/// <summary>
/// One property that projects may set, a row of <see cref="SettingTable"/>: all that is said of it anywhere. README's table,
/// the property page and the lists of the targets are held equal to it.
/// </summary>
internal abstract class Setting
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    /// <summary>The MSBuild property.</summary>
    public required string Name { get; init; }

    /// <summary>What the property page calls it.</summary>
    public required string Title { get; init; }

    /// <summary>Where on the property page it stands.</summary>
    public required SettingCategory Category { get; init; }

    /// <summary>Who reads it.</summary>
    public required SettingUse Use { get; init; }

    /// <summary>What holds where nobody sets it, as README's Markdown; a dash for nothing.</summary>
    public required string Default { get; init; }

    /// <summary>What it is, as README's Markdown.</summary>
    public required string Meaning { get; init; }

    /// <summary>The words that are accepted, with what the property page calls them; none where other text is.</summary>
    public required (string Word, string Title)[] Words { get; init; }

    /// <summary><see cref="Default"/> for people who see no Markdown.</summary>
    public string PlainDefault => Default == "–" ? "none" : Plain(Default);

    /// <summary>The description of the property page.</summary>
    public string PlainMeaning
    {
        get
        {
            string text = Plain(Meaning);
            return char.ToUpperInvariant(text[0]) + text.Substring(1) + (Default == "–" ? "." : ". Default: " + PlainDefault + ".");
        }
    }

    /// <summary>Reads a value that somebody set.</summary>
    /// <param name="text">The value, neither empty nor with spaces around it.</param>
    /// <param name="projectFile">The place of a diagnostic.</param>
    /// <param name="settings">Receives the value; as they were where it isn't accepted.</param>
    /// <returns>Why it isn't accepted; null where it is.</returns>
    public abstract Diagnostic? Read(string text, string projectFile, ref FitSettings settings);

    // Links lose their targets, and code its marks.
    private static string Plain(string markdown) =>
        Regex.Replace(markdown, @"\[(?<shown>[^\]]*)\]\([^)]*\)", "${shown}", RegexOptions.CultureInvariant, s_limit).Replace("`", string.Empty);
}

/// <inheritdoc/>
/// <typeparam name="T">What a value becomes.</typeparam>
internal sealed class Setting<T>(SettingForm<T> form, Func<FitSettings, T, FitSettings> keep) : Setting
{
    /// <inheritdoc/>
    public override Diagnostic? Read(string text, string projectFile, ref FitSettings settings)
    {
        if (!form.TryRead(text, projectFile, out T? value))
        {
            return form.Refuse is { } refuse
                ? refuse(projectFile, text)
                : SettingDiagnostics.InvalidValue(projectFile, Name, text, form.Accepted);
        }

        settings = keep(settings, value);
        return null;
    }
}

/// <summary>The groups of the property page.</summary>
internal enum SettingCategory
{
    Fit,
    Annotations,
    Build,
}

/// <summary>Who reads a setting, and so in which list of the targets it stands.</summary>
internal enum SettingUse
{
    /// <summary>The fit: another value fits again.</summary>
    Fit,

    /// <summary>What the fit writes beside its result: another value fits again, but no figure depends on it.</summary>
    Output,

    /// <summary>As <see cref="Output"/>; set for a whole solution, it doesn't ask for a fit.</summary>
    Report,

    /// <summary>The build, which passes it on to be checked.</summary>
    Build,

    /// <summary>The targets alone; any text will do.</summary>
    Targets,
}
