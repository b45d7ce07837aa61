using System;
using System.Collections.Generic;
using System.Globalization;

namespace AnchorFit.Run;

/// <summary>
/// The value for <c>num_classes</c>: the setting's number, the number of class names in the annotations, or, where all
/// names are numbers from 1, the largest of them, because ids index a vector of that length
/// (<c>object_detection/inputs.py</c>).
/// </summary>
/// <param name="Value">The value to write; null to leave the config as it is.</param>
/// <param name="Source"><c>annotations</c>, <c>base_config</c> or <c>setting</c>.</param>
internal readonly record struct ClassCount(int? Value, string Source)
{
    public static ClassCount Decide(NumClassesSetting setting, IReadOnlyCollection<KeyValuePair<string, int>> classes)
    {
        if (setting.Kind == NumClassesKind.Given)
        {
            return new ClassCount(setting.Number, "setting");
        }

        return setting.Kind == NumClassesKind.Keep || classes.Count == 0
            ? new ClassCount(null, "base_config")
            : new ClassCount(LargestId(classes) ?? classes.Count, "annotations");
    }

    private static int? LargestId(IReadOnlyCollection<KeyValuePair<string, int>> classes)
    {
        int largest = 0;
        foreach (KeyValuePair<string, int> entry in classes)
        {
            if (!int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int id) || id < 1)
            {
                return null;
            }

            largest = Math.Max(largest, id);
        }

        return largest;
    }
}
