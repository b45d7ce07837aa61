using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>AFB101x: names in a project that nothing reads. They name the file that has them.</summary>
internal static class NameDiagnostics
{
    internal static readonly DiagnosticRule UnknownPropertyRule = new("AFB1010", DiagnosticSeverity.Warning, "There is no such property");
    internal static readonly DiagnosticRule UnknownItemRule = new("AFB1011", DiagnosticSeverity.Warning, "There is no such item");
    internal static readonly DiagnosticRule UnknownMetadataRule = new("AFB1012", DiagnosticSeverity.Warning, "An item has metadata that nothing reads");

    /// <param name="nearest">The property that was probably meant; null where none is similar.</param>
    public static Diagnostic UnknownProperty(FilePlace place, string name, string? nearest) =>
        At(UnknownPropertyRule, place, $"AnchorFit has no property {DisplayText.Quote(name)}, so it has no effect" + Cure(nearest, "a property"));

    public static Diagnostic ItemAsProperty(FilePlace place, string name) =>
        At(UnknownPropertyRule, place, $"{name} is no property, so it has no effect: write it as an item, <{name} Include=\"…\" />, into an ItemGroup");

    public static Diagnostic UnknownItem(FilePlace place, string name, string? nearest) =>
        At(UnknownItemRule, place, $"AnchorFit has no item {DisplayText.Quote(name)}, so it has no effect" + Cure(nearest, "an item"));

    public static Diagnostic PropertyAsItem(FilePlace place, string name) =>
        At(UnknownItemRule, place, $"{name} is no item, so it has no effect: write it as a property, <{name}>…</{name}>, into a PropertyGroup");

    /// <param name="accepted">The names that may stand there.</param>
    public static Diagnostic UnknownMetadata(FilePlace place, string item, string name, string? nearest, string accepted) =>
        At(UnknownMetadataRule, place, $"AnchorFit reads no {DisplayText.Quote(name)} of an item {item}" + (nearest is null ? $"; it reads {accepted}" : $"; did you mean {DisplayText.Quote(nearest)}?"));

    private static string Cure(string? nearest, string kind) =>
        nearest is null ? $"; the README lists what there is, and {kind} of your own needs another prefix" : $"; did you mean {DisplayText.Quote(nearest)}?";

    private static Diagnostic At(DiagnosticRule rule, FilePlace place, string message) => new(rule, place.Path, place.Position, message);
}
