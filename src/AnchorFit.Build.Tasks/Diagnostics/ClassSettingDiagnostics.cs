using System.Globalization;
using AnchorFit.Text;
using static AnchorFit.Diagnostics.DiagnosticSeverity;
using static AnchorFit.Text.DisplayText;

namespace AnchorFit.Diagnostics;

/// <summary>AFB104x: what the project says about classes and label maps. They name the project's file.</summary>
internal static class ClassSettingDiagnostics
{
    internal static readonly DiagnosticRule InvalidClassPatternRule = new("AFB1040", Error, "AnchorFitClassPattern is not a regular expression");
    internal static readonly DiagnosticRule ClassPatternTooSlowRule = new("AFB1041", Error, "AnchorFitClassPattern takes too long");
    internal static readonly DiagnosticRule LabelMapGivenAndGeneratedRule = new("AFB1042", Error, "A label map is both given and generated");
    internal static readonly DiagnosticRule LabelMapUnreadableRule = new("AFB1043", Error, "The label map can't be read");
    internal static readonly DiagnosticRule NumClassesContradictsRule = new("AFB1044", Warning, "num_classes and the label map contradict each other");
    internal static readonly DiagnosticRule ForeignLabelMapRule = new("AFB1045", Error, "The generated label map would overwrite one that is not generated");
    internal static readonly DiagnosticRule IncludedAndExcludedRule = new("AFB1046", Error, "A class is both included and excluded");
    internal static readonly DiagnosticRule UnknownListedClassRule = new("AFB1047", Warning, "A listed class has no objects");

    internal static readonly DiagnosticRule ClassPatternWithoutMatchRule = new("AFB1048", Error, "AnchorFitClassPattern finds no class in any file's name");

    public static Diagnostic IncludedAndExcluded(string projectFile, string className) =>
        At(IncludedAndExcludedRule, projectFile, $"AnchorFitIncludeClasses and AnchorFitExcludeClasses both name {Quote(className)}: remove it from one of them");

    /// <param name="property">The list.</param>
    /// <param name="nearest">The class that was probably meant; null where none is similar.</param>
    public static Diagnostic UnknownListedClass(string projectFile, string property, string className, string? nearest)
    {
        string suggestion = nearest is null ? "correct the list" : $"did you mean {Quote(nearest)}?";
        return At(UnknownListedClassRule, projectFile, $"{property} names {Quote(className)}, but no object has that class: {suggestion}");
    }

    /// <param name="reason">The words of .NET's parser.</param>
    public static Diagnostic InvalidClassPattern(string projectFile, string pattern, string reason) =>
        At(InvalidClassPatternRule, projectFile, $"AnchorFitClassPattern {Quote(pattern)} is not a regular expression of .NET: {Reason(reason)}");

    public static Diagnostic ClassPatternTooSlow(string projectFile, string pattern, string fileName) =>
        At(ClassPatternTooSlowRule, projectFile, $"AnchorFitClassPattern {Quote(pattern)} took more than a second on {Quote(fileName)}: begin it with ^ and let no two repetitions match the same text");

    /// <param name="fileName">What the first one was matched against.</param>
    public static Diagnostic ClassPatternWithoutMatch(string projectFile, string pattern, string fileName) =>
        At(ClassPatternWithoutMatchRule, projectFile, $"AnchorFitClassPattern {Quote(pattern)} finds no class in any file's name, the first of which is {Quote(fileName)}: correct the pattern, which is matched against names without folder and extension");

    public static Diagnostic LabelMapGivenAndGenerated(string projectFile) =>
        At(LabelMapGivenAndGeneratedRule, projectFile, "AnchorFitLabelMap names a label map and AnchorFitGenerateLabelMap asks for one: remove one of the two");

    public static Diagnostic LabelMapUnreadable(string projectFile, string path, string reason) =>
        At(LabelMapUnreadableRule, projectFile, $"AnchorFitLabelMap {Quote(path)} can't be read: {Reason(reason)}");

    /// <summary>A number of classes below the largest id: the trainer loses labels without a word.</summary>
    /// <param name="origin">Who says the number: <c>AnchorFitNumClasses</c>, or the base config.</param>
    public static Diagnostic TooFewClasses(string projectFile, string origin, int number, int largestId, string labelMap) =>
        At(NumClassesContradictsRule, projectFile, $"{origin} makes num_classes {Text(number)}, but the largest id of {labelMap} is {Text(largestId)}: objects of the ids above {Text(number)} would be trained as no class; set AnchorFitNumClasses to auto");

    public static Diagnostic MoreClassesThanIds(string projectFile, string origin, int number, int largestId, string labelMap) =>
        At(NumClassesContradictsRule, projectFile, $"{origin} makes num_classes {Text(number)}, but the largest id of {labelMap} is {Text(largestId)}: the classes above it have no name; set AnchorFitNumClasses to auto, or complete the label map");

    public static Diagnostic ForeignLabelMap(string projectFile, string path) =>
        At(ForeignLabelMapRule, projectFile, $"AnchorFitGenerateLabelMap would overwrite {Quote(path)}, which AnchorFit didn't write or somebody changed: remove it, or name it in AnchorFitLabelMap instead, or set another AnchorFitPipelineConfig");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Diagnostic At(DiagnosticRule rule, string projectFile, string message) => new(rule, projectFile, LinePosition.None, message);
}
