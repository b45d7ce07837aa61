using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Diagnostics;

namespace AnchorFit.Run;

/// <summary>The ways in which values of settings are written.</summary>
internal static class SettingForms
{
    private const int MostRatios = 100;
    private const double MostPixels = 1e6;
    private const string AcceptedPatterns = "patterns below AnchorAnnotationsDirectory with ';' between them, such as test/**;**/*_old.xml";

    /// <summary>Zero stands for <c>auto</c>.</summary>
    public static SettingForm<int> RatioCount { get; } = new(
        FormattableString.Invariant($"auto, or a whole number from 1 to {MostRatios}"),
        (string text, string _, out int value) => (value = 0) == 0 && (Is(text, "auto") || TryWhole(text, 1, MostRatios, out value)));

    public static SettingForm<bool> Switch { get; } = Words(("true", true, "Yes"), ("false", false, "No"));

    public static SettingForm<string> Anything { get; } = new("any text", TryAny);

    /// <summary>From 0 to 1.</summary>
    public static SettingForm<double> Percentage { get; } = new(
        "a percentage from 1 to 100, such as 90 or 92.5",
        (string text, string _, out double value) => TryDecimal(text, out value) && value is >= 1 and <= 100 && (value /= 100) > 0);

    public static SettingForm<double> Pixels { get; } = new(
        "a number of pixels from 0, such as 8 or 2.5",
        (string text, string _, out double value) => TryDecimal(text, out value) && value <= MostPixels);

    /// <summary>The targets use it as it stands.</summary>
    public static SettingForm<string> Subfolder { get; } = new("a folder below the output folder, such as models/cats", TrySubfolder);

    public static SettingForm<string[]> Names { get; } = new("names with ';' between them", (string text, string _, [MaybeNullWhen(false)] out string[] value) =>
        (value = [.. text.Split(';').Select(name => name.Trim()).Where(name => name.Length > 0)]) is not null);

    public static SettingForm<NumClassesSetting> NumClasses { get; } = new("auto, names, keep, or a whole number from 1", TryNumClasses);

    public static SettingForm<Protection> Protection { get; } = new("classes;sizes, classes, sizes, none", TryProtection);

    public static SettingForm<BaseConfigName> BaseConfig { get; } = new("a path, or builtin: and a name", (string text, string _, [MaybeNullWhen(false)] out BaseConfigName value) =>
        (value = BaseConfigName.Parse(text)) is not null);

    public static SettingForm<ClassWeights> ClassWeights { get; } = new(
        "NAME=WEIGHT;NAME=WEIGHT, with each name once and weights above 0, such as cat=3;dog=0.5",
        (string text, string _, [MaybeNullWhen(false)] out ClassWeights value) => (value = Run.ClassWeights.Parse(text)) is not null);

    public static SettingForm<FeatureMapSizes> FeatureMaps { get; } = new(
        "HEIGHTxWIDTH with ';' between them", (string text, string _, [MaybeNullWhen(false)] out FeatureMapSizes value) => (value = FeatureMapSizes.Parse(text)) is not null)
    {
        Refuse = DrawnAnchorDiagnostics.InvalidFeatureMaps,
    };

    public static SettingForm<ClassPattern> ClassPattern { get; } = new("a regular expression of .NET", TryPattern) { Refuse = RefusePattern };

    public static SettingForm<ExcludePatterns> Patterns { get; } = new(
        AcceptedPatterns,
        (string text, string _, [MaybeNullWhen(false)] out ExcludePatterns value) => (value = ExcludePatterns.Parse(text)) is not null)
    {
        Refuse = (projectFile, text) => SettingDiagnostics.InvalidValue(projectFile, "AnchorAnnotationsExclude", ExcludePatterns.FirstRefused(text)!, AcceptedPatterns),
    };

    public static SettingForm<AnnotationFormat> Format { get; } = new(
        AnnotationFormats.Accepted, (string text, string _, [MaybeNullWhen(false)] out AnnotationFormat value) => (value = AnnotationFormats.Find(text)) is not null)
    {
        Words = [(string.Empty, "Tell by name and content"), .. AnnotationFormats.All.Select(format => (format.Name, format.Title))],
    };

    /// <summary>One of a few words, in any case.</summary>
    public static SettingForm<T> Words<T>(params (string Word, T Value, string Title)[] words) =>
        new(string.Join(", ", words.Select(word => word.Word)), (string text, string _, [MaybeNullWhen(false)] out T value) =>
        {
            int found = Array.FindIndex(words, word => Is(text, word.Word));
            value = found < 0 ? default : words[found].Value;
            return found >= 0;
        })
        {
            Words = [.. words.Select(word => (word.Word, word.Title))],
        };

    public static SettingForm<int> Whole(int least, int most, string accepted) =>
        new(accepted, (string text, string _, out int value) => TryWhole(text, least, most, out value));

    private static bool TryAny(string text, string projectFile, out string value)
    {
        value = text;
        return true;
    }

    private static bool TrySubfolder(string text, string projectFile, out string value)
    {
        value = text;
        string[] names = text.Split('/', '\\');
        return names[0].Length > 0 && names[0] is not [.., ':'] && Array.IndexOf(names, "..") < 0;
    }

    private static bool TryNumClasses(string text, string projectFile, out NumClassesSetting value)
    {
        value = Is(text, "keep") ? new NumClassesSetting(NumClassesKind.Keep, 0)
            : Is(text, "names") ? new NumClassesSetting(NumClassesKind.Names, 0)
            : TryWhole(text, 1, int.MaxValue, out int number) ? new NumClassesSetting(NumClassesKind.Given, number)
            : NumClassesSetting.Auto;
        return value != NumClassesSetting.Auto || Is(text, "auto");
    }

    private static bool TryProtection(string text, string projectFile, out Protection value)
    {
        value = Anchors.Protection.None;
        string[] words = [.. text.Split(';').Select(word => word.Trim()).Where(word => word.Length > 0)];
        foreach (string word in words)
        {
            value |= Is(word, "classes") ? Anchors.Protection.Classes : Is(word, "sizes") ? Anchors.Protection.Sizes : Anchors.Protection.None;
        }

        return words.Length > 0 && Array.TrueForAll(words, word => Is(word, "classes") || Is(word, "sizes") || (words.Length == 1 && Is(word, "none")));
    }

    private static bool TryPattern(string text, string projectFile, [MaybeNullWhen(false)] out ClassPattern value) =>
        (value = Run.ClassPattern.Parse(text, projectFile, [])) is not null;

    private static Diagnostic RefusePattern(string projectFile, string text)
    {
        var diagnostics = new DiagnosticBag();
        Run.ClassPattern.Parse(text, projectFile, diagnostics);
        return diagnostics[0];
    }

    private static bool TryWhole(string text, int least, int most, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;

    private static bool TryDecimal(string text, out double value) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
