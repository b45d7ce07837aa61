using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Schema;

namespace AnchorFit.Run;

/// <summary>Compares the classes of the annotations with an existing label map.</summary>
internal static class LabelMapCheck
{
    /// <summary>One diagnostic for each class name that the map hasn't got, at the first file that has it.</summary>
    public static void ReportUnknown(ClassCensus classes, LabelMap labelMap, UnknownClassPolicy policy, DiagnosticBag diagnostics)
    {
        if (policy == UnknownClassPolicy.Ignore)
        {
            return;
        }

        DiagnosticSeverity severity = policy == UnknownClassPolicy.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        foreach (KeyValuePair<string, ClassCensus.Tally> entry in classes.Tallies)
        {
            if (!labelMap.Knows(entry.Key, mayBeId: !classes.IsListed(entry.Key)))
            {
                diagnostics.Add(AnnotationClassDiagnostics.UnknownClass(
                    entry.Value.FirstPath, entry.Value.FirstLine, entry.Key, entry.Value.Boxes, labelMap.Path,
                    NearestName.Find(entry.Key, labelMap.Names), severity));
            }
        }
    }

    /// <summary>The classes of the map that no object has, in the order of the map; the background aside.</summary>
    public static IReadOnlyList<string> WithoutObjects(ClassCensus classes, LabelMap labelMap)
    {
        HashSet<string> used = [.. classes.Names];
        return
        [
            .. labelMap.Items
                .Where(item => item.Id > 0 && !used.Contains(item.Name) && !(item.DisplayName is { } shown && used.Contains(shown))
                    && !(item.Id.ToString(CultureInfo.InvariantCulture) is var number && used.Contains(number) && !classes.IsListed(number)))
                .Select(item => item.Name),
        ];
    }

    /// <summary>Says where a fixed number of classes and the largest id differ.</summary>
    /// <param name="classes">The decision on <c>num_classes</c>.</param>
    /// <param name="baseNumber">The base config's number; null where it has none.</param>
    /// <param name="largestId">The largest id of the label map, given or generated.</param>
    /// <param name="labelMap">How to call the map.</param>
    /// <param name="projectFile">The place of the message.</param>
    /// <param name="diagnostics">Receives it.</param>
    public static void CompareNumber(
        ClassCount classes, int? baseNumber, int largestId, string labelMap, string projectFile, DiagnosticBag diagnostics)
    {
        bool given = classes.Value is not null;
        string origin = given ? "AnchorFitNumClasses" : "the base config (AnchorFitNumClasses is keep)";
        if ((classes.Value ?? baseNumber) is not { } number)
        {
            return;
        }

        if (number < largestId)
        {
            diagnostics.Add(ClassSettingDiagnostics.TooFewClasses(projectFile, origin, number, largestId, labelMap));
        }
        else if (number > largestId && given)
        {
            diagnostics.Add(ClassSettingDiagnostics.MoreClassesThanIds(projectFile, origin, number, largestId, labelMap));
        }
    }
}
