using System.Collections.Generic;
using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>AFB1xxx: what the project says about the fit. They name the project's file.</summary>
internal static class SettingDiagnostics
{
    internal static readonly DiagnosticRule InvalidValueRule = new("AFB1001", DiagnosticSeverity.Error, "A property has a value that isn't accepted");
    internal static readonly DiagnosticRule NoAnnotationsRule = new("AFB1002", DiagnosticSeverity.Error, "There is nothing to fit to");
    internal static readonly DiagnosticRule OutputIsInputRule = new("AFB1003", DiagnosticSeverity.Error, "The result would overwrite another file of the project");
    internal static readonly DiagnosticRule UnknownBuiltInRule = new("AFB1004", DiagnosticSeverity.Error, "There is no built-in config of that name");
    internal static readonly DiagnosticRule BaseConfigUnreadableRule = new("AFB1005", DiagnosticSeverity.Error, "The base config can't be read");
    internal static readonly DiagnosticRule DirectoryUnreadableRule = new("AFB1006", DiagnosticSeverity.Error, "The folder of the annotations can't be read");
    internal static readonly DiagnosticRule DirectoryHoldsProjectRule = new("AFB1007", DiagnosticSeverity.Error, "The folder of the annotations holds the project");
    internal static readonly DiagnosticRule AnnotationsInNoneRule = new("AFB1008", DiagnosticSeverity.Warning, "The SDK's globs take the annotations, too");

    internal static readonly DiagnosticRule InvalidMetadataRule = new("AFB1009", DiagnosticSeverity.Error, "An annotation has metadata that isn't accepted");

    internal static readonly DiagnosticRule HomeFolderRule = new("AFB1049", DiagnosticSeverity.Error, "The result would go to a folder named ~");

    internal static readonly DiagnosticRule ExcludeWithoutDirectoryRule = new("AFB2060", DiagnosticSeverity.Warning, "What AnchorAnnotationsExclude excludes isn't read anyway");

    public static Diagnostic ExcludeWithoutDirectory(string projectFile, string patterns) =>
        new(ExcludeWithoutDirectoryRule, projectFile, LinePosition.None,
            $"AnchorAnnotationsExclude is {DisplayText.Quote(patterns)}, but there is no AnchorAnnotationsDirectory that it could exclude files of: set one, or write Exclude=\"...\" on the items AnchorAnnotations");

    public static Diagnostic InvalidValue(string projectFile, string property, string value, string accepted) =>
        new(InvalidValueRule, projectFile, LinePosition.None, $"{property} is {DisplayText.Quote(value)}; accepted: {accepted}");

    public static Diagnostic HomeFolder(string projectFile, string property, string path) =>
        new(HomeFolderRule, projectFile, LinePosition.None,
            $"{property} is {DisplayText.Quote(path)}, and '~' is no folder to MSBuild: write {DisplayText.Clean(HomePath.Cure(path))}, or the whole path");

    /// <param name="item">The first item that has it.</param>
    public static Diagnostic InvalidMetadata(string projectFile, string item, string name, string value, string accepted) =>
        new(InvalidMetadataRule, projectFile, LinePosition.None, $"{name} of the item AnchorAnnotations {DisplayText.Quote(item)} is {DisplayText.Quote(value)}; accepted: {accepted}");

    /// <param name="home">An Include of the project that begins with ~; null where none does.</param>
    public static Diagnostic NoAnnotations(string projectFile, string? home = null) =>
        new(NoAnnotationsRule, projectFile, LinePosition.None,
            home is not null ? $"no annotation file matches {DisplayText.Quote(home)}, as '~' is no folder to MSBuild: write {DisplayText.Clean(HomePath.Cure(home))}, or the whole path"
            : "no annotation file matches @(AnchorAnnotations) or lies in AnchorAnnotationsDirectory: correct the Include or the folder, or remove the package, or set AnchorFitEnabled to false");

    public static Diagnostic OutputIsInput(string projectFile, string path) =>
        new(OutputIsInputRule, projectFile, LinePosition.None,
            $"the result would overwrite {DisplayText.Quote(path)}, which is another file of the project or of the fit: set AnchorFitPipelineConfig to another path");

    public static Diagnostic UnknownBuiltIn(string projectFile, string name, IEnumerable<string> known) =>
        new(UnknownBuiltInRule, projectFile, LinePosition.None,
            $"AnchorFitBaseConfig names the built-in config {DisplayText.Quote(name)}; there are: {string.Join(", ", known)}");

    public static Diagnostic BaseConfigUnreadable(string projectFile, string path, string reason) =>
        new(BaseConfigUnreadableRule, projectFile, LinePosition.None,
            $"AnchorFitBaseConfig {DisplayText.Quote(path)} can't be read: {DisplayText.Reason(reason)}");

    public static Diagnostic DirectoryUnreadable(string projectFile, string directory, string reason) =>
        new(DirectoryUnreadableRule, projectFile, LinePosition.None,
            $"AnchorAnnotationsDirectory {DisplayText.Quote(directory)} can't be read: {DisplayText.Reason(reason)}");

    public static Diagnostic DirectoryHoldsProject(string projectFile, string directory) =>
        new(DirectoryHoldsProjectRule, projectFile, LinePosition.None,
            $"AnchorAnnotationsDirectory {DisplayText.Quote(directory)} is the project's own folder or one above it: name a folder that holds nothing but the annotations, such as data");

    public static Diagnostic AnnotationsInNone(string projectFile, int count, string folder) =>
        new(AnnotationsInNoneRule, projectFile, LinePosition.None,
            $"the SDK's default globs take {count} annotations for None items, too, which slows every build: add <DefaultItemExcludes>$(DefaultItemExcludes);{DisplayText.Clean(folder)}/**</DefaultItemExcludes> to the project, or name the folder in AnchorAnnotationsDirectory instead of items");
}
