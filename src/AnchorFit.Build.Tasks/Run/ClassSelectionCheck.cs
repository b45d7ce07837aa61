using System;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Schema;

namespace AnchorFit.Run;

/// <summary>Compares the lists of classes in the project with the classes of the annotations.</summary>
internal static class ClassSelectionCheck
{
    /// <summary>One warning for each listed class that no object is: a misspelt name would leave out, or let in, in silence.</summary>
    public static void ReportUnknown(ClassSelection selection, BoxPopulation boxes, string projectFile, DiagnosticBag diagnostics)
    {
        string[] known = [.. boxes.Classes.Names.Concat(boxes.OtherClasses).OrderBy(name => name, StringComparer.Ordinal)];
        foreach (string name in selection.NamesAmong(known))
        {
            if (Array.BinarySearch(known, name, StringComparer.Ordinal) < 0)
            {
                diagnostics.Add(ClassSettingDiagnostics.UnknownListedClass(
                    projectFile, selection.PropertyOf(name), name, NearestName.Find(name, known)));
            }
        }
    }
}
