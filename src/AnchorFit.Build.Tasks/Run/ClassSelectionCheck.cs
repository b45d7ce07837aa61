using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Schema;

namespace AnchorFit.Run;

/// <summary>Compares the lists of classes in the project with the classes of the annotations.</summary>
internal static class ClassSelectionCheck
{
    /// <summary>One warning for each listed class that no object is: a misspelt name would leave out, or let in, in silence.</summary>
    public static void ReportUnknown(ClassSelection selection, BoxPopulation boxes, string projectFile, DiagnosticBag diagnostics) =>
        ReportUnknown(selection.NamesAmong(Known(boxes)).Select(name => (selection.PropertyOf(name), name)), boxes, projectFile, diagnostics);

    /// <summary>The same for classes that have a weight.</summary>
    public static void ReportUnknown(ClassWeights weights, BoxPopulation boxes, string projectFile, DiagnosticBag diagnostics) =>
        ReportUnknown(weights.Names.Select(name => ("AnchorFitClassWeights", name)), boxes, projectFile, diagnostics);

    private static void ReportUnknown(
        IEnumerable<(string Property, string Name)> listed, BoxPopulation boxes, string projectFile, DiagnosticBag diagnostics)
    {
        string[] known = Known(boxes);
        foreach ((string property, string name) in listed)
        {
            if (Array.BinarySearch(known, name, StringComparer.Ordinal) < 0)
            {
                diagnostics.Add(ClassSettingDiagnostics.UnknownListedClass(
                    projectFile, property, name, WithSemicolons(name, known) ?? NearestName.Find(name, known)));
            }
        }
    }

    // A list with commas is one name to MSBuild.
    private static string? WithSemicolons(string name, string[] known)
    {
        string[] parts = [.. name.Split(',').Select(part => part.Trim())];
        return parts.Length > 1 && Array.TrueForAll(parts, part => Array.BinarySearch(known, part, StringComparer.Ordinal) >= 0) ? string.Join(";", parts) : null;
    }

    private static string[] Known(BoxPopulation boxes) =>
        [.. boxes.Classes.Names.Concat(boxes.OtherClasses).OrderBy(name => name, StringComparer.Ordinal)];
}
