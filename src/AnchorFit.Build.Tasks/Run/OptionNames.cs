using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Schema;

namespace AnchorFit.Run;

/// <summary>
/// The names that projects may use. MSBuild takes any name for a property, an item or metadata: a misspelt one would be
/// ignored without a word.
/// </summary>
internal static class OptionNames
{
    private const string Prefix = "AnchorFit";
    private const string Override = "PipelineConfigOverride";
    private const string Annotations = "AnchorAnnotations";

    /// <summary>Every property that the package reads.</summary>
    public static IReadOnlyList<string> Properties { get; } = [.. SettingTable.All.Select(setting => setting.Name)];

    /// <summary>The kinds of items that the package reads.</summary>
    public static IReadOnlyList<string> Items { get; } = [Annotations, Override];

    // What the SDK and IDEs read of items of any kind.
    private static readonly string[] s_generalMetadata =
    [
        "CopyToOutputDirectory", "CopyToPublishDirectory", "DependentUpon", "ExcludeFromSingleFile", "Generator", "InProject", "Link",
        "LinkBase", "Pack", "PackagePath", "SubType", "TargetPath", "UpToDateCheckInput", "Visible", "Watch",
    ];

    /// <summary>The metadata that the package reads of such an item.</summary>
    public static IReadOnlyList<string> MetadataOf(string item) =>
        Is(item, Override) ? ["Value", "Clear"] : ["Format", "Weight", "ClassNames", "Images", "ImageSize"];

    /// <summary>Whether a property of this name is meant for the package: it has the prefix, or is nearly one of ours.</summary>
    public static bool IsProperty(string name) =>
        StartsWith(name, Prefix) || StartsWith(name, "AnchorAnnotation") || (StartsWith(name, "Anch") && Nearest(name, Properties) is not null)
        || (BeginsNearly(name) && NearestProperty(name) is not null);

    /// <summary>Whether an item of this name is.</summary>
    public static bool IsItem(string name) =>
        StartsWith(name, Prefix) || StartsWith(name, "AnchorAnnotation") || StartsWith(name, Override)
        || ((StartsWith(name, "Anch") || StartsWith(name, "Pi")) && Nearest(name, Items) is not null)
        || (BeginsNearly(name) && NearestItem(name) is not null);

    public static bool IsKnownProperty(string name) => Has(Properties, name);

    public static bool IsKnownItem(string name) => Has(Items, name);

    /// <summary>Whether the package, the SDK or an IDE reads this metadata of the item.</summary>
    public static bool IsKnownMetadata(string item, string name) => Has(MetadataOf(item), name) || Has(s_generalMetadata, name);

    /// <summary>The name that was probably meant; null where none is similar.</summary>
    /// <param name="name">A property.</param>
    public static string? NearestProperty(string name) => Nearest(name, Properties) ?? NearestWhole(name, Properties);

    /// <inheritdoc cref="NearestProperty"/>
    public static string? NearestItem(string name) => Nearest(name, Items) ?? NearestWhole(name, Items);

    /// <inheritdoc cref="NearestProperty"/>
    public static string? NearestMetadata(string item, string name) => NearestName.Find(name, MetadataOf(item));

    // The common prefix makes no two names similar.
    private static string? Nearest(string name, IReadOnlyList<string> known) =>
        NearestName.Find(Tail(name), known.Select(Tail)) is { } tail ? known.First(candidate => Tail(candidate) == tail) : null;

    private static string? NearestWhole(string name, IReadOnlyList<string> known) => StartsWith(name, Prefix) ? null : NearestName.Find(name, known);

    // A slip within the prefix: AchorFitBaseConfig, AcnhorAnnotations.
    private static bool BeginsNearly(string name) =>
        StartsWith(name, "A") && name.Length > Prefix.Length && NearestName.Find(name.Substring(0, Prefix.Length), [Prefix, Annotations.Substring(0, Prefix.Length)]) is not null;

    private static string Tail(string name) => StartsWith(name, Prefix) ? name.Substring(Prefix.Length) : name;

    private static bool Has(IReadOnlyList<string> names, string name) => names.Any(known => Is(known, name));

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool StartsWith(string name, string prefix) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
