using AnchorFit.Text;
using static AnchorFit.Diagnostics.DiagnosticSeverity;
using static AnchorFit.Text.DisplayText;

namespace AnchorFit.Diagnostics;

/// <summary>AFB204x: classes of annotations that don't fit the settings or the label map.</summary>
internal static class AnnotationClassDiagnostics
{
    internal static readonly DiagnosticRule NoClassInFileNameRule = new("AFB2040", Warning, "A file's name has no class");
    internal static readonly DiagnosticRule UnknownClassRule = new("AFB2041", Error, "A class is not in the label map");
    internal static readonly DiagnosticRule NoClassesRule = new("AFB2042", Error, "There are no classes for a label map");

    /// <param name="fileName">What was matched against: the name without folder and extension.</param>
    public static Diagnostic NoClassInFileName(string path, string fileName, string pattern) => new(
        NoClassInFileNameRule, path, LinePosition.None,
        $"AnchorFitClassPattern {Quote(pattern)} finds no class in {Quote(fileName)}, so the file's boxes are used but their class is not counted: rename the file, or correct the pattern");

    /// <param name="path">The first file that has the class.</param>
    /// <param name="line">The line of its first box there; 0 where it has none.</param>
    /// <param name="boxes">How many boxes of the class there are in all files.</param>
    /// <param name="nearest">The class of the label map that was probably meant; null where none is similar.</param>
    public static Diagnostic UnknownClass(
        string path, int line, string className, double boxes, string labelMap, string? nearest, DiagnosticSeverity severity)
    {
        string found = boxes == 0 ? "no usable box" : DoubleText.Count(boxes) + (boxes == 1 ? " box" : " boxes");
        string suggestion = nearest is null ? string.Empty : $"; did you mean {Quote(nearest)}?";
        string silence = severity == DiagnosticSeverity.Error ? ", or set AnchorFitUnknownClasses to warn" : string.Empty;
        return new Diagnostic(
            UnknownClassRule, path, new LinePosition(line, 0),
            $"the class {Quote(className)} ({found}, first here) is not in the label map {Quote(labelMap)}{suggestion}; correct the annotations or add the class{silence}")
        {
            Severity = severity,
        };
    }

    public static Diagnostic NoClasses() => new(
        NoClassesRule, null, LinePosition.None,
        "AnchorFitGenerateLabelMap is true, but no object has a class: give the objects a 'name', set AnchorFitClassPattern, or remove AnchorFitGenerateLabelMap");
}
