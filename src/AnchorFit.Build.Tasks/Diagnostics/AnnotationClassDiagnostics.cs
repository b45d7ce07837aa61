using System.Globalization;
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

    internal static readonly DiagnosticRule IdAboveNumClassesRule = new("AFB2043", Warning, "An id in use is above num_classes");
    internal static readonly DiagnosticRule NumbersFarApartRule = new("AFB2044", Warning, "Class names are numbers that may be names or ids");

    /// <param name="path">The first file that has the class.</param>
    /// <param name="id">The number that a list of classes, or an object, has for it, counted from 1.</param>
    /// <param name="numClasses">What the result has.</param>
    public static Diagnostic IdAboveNumClasses(string path, string className, int id, int numClasses) => new(
        IdAboveNumClassesRule, path, LinePosition.None,
        $"the annotations number the class {Quote(className)} {Text(id)} (counted from 1), and num_classes is {Text(numClasses)}: from records with such ids it would be trained as no class; name their label map in AnchorFitLabelMap, or have one generated for them (AnchorFitGenerateLabelMap), or set AnchorFitNumClasses to {Text(id)}");

    /// <param name="classes">How many classes the objects have.</param>
    public static Diagnostic MoreClassesThanNumber(string projectFile, int classes, int numClasses) => new(
        IdAboveNumClassesRule, projectFile, LinePosition.None,
        $"the objects have {Text(classes)} classes, and num_classes is {Text(numClasses)}: objects of ids above it would be trained as no class; set AnchorFitNumClasses to auto, or leave classes out with AnchorFitIncludeClasses");

    /// <param name="path">The first file that has one of them.</param>
    /// <param name="line">The line of its first box there; 0 where it has none.</param>
    public static Diagnostic NumbersFarApart(string path, int line, int classes, int largest) => new(
        NumbersFarApartRule, path, new LinePosition(line, 0),
        $"all {Text(classes)} class names are numbers, so they are taken for ids, of which the largest is {Text(largest)}: set AnchorFitNumClasses to names if they are names, such as those of banknotes or speed limits ({Text(classes)} classes), or to {Text(largest)} if they are ids");

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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static Diagnostic NoClasses() => new(
        NoClassesRule, null, LinePosition.None,
        "AnchorFitGenerateLabelMap is true, but no object has a class: give the objects a 'name', set AnchorFitClassPattern, or remove AnchorFitGenerateLabelMap");
}
