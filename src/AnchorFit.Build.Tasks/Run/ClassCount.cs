using System.Collections.Generic;
using AnchorFit.PipelineConfig.Schema;

namespace AnchorFit.Run;

/// <summary>
/// The value for <c>num_classes</c>: the setting's number, or the largest id that a class can have, because ids index
/// a vector of that length (<c>object_detection/inputs.py</c>). Ids are those of the label map or, without one, those
/// of <see cref="ClassIds"/>.
/// </summary>
/// <param name="Value">The value to write; null to leave the config as it is.</param>
/// <param name="Source"><c>annotations</c>, <c>label_map</c>, <c>base_config</c> or <c>setting</c>.</param>
internal readonly record struct ClassCount(int? Value, string Source)
{
    /// <param name="setting">What the user wants.</param>
    /// <param name="ids">The ids of the classes where there is no label map, ascending.</param>
    /// <param name="labelMap">The existing label map, where there is one.</param>
    public static ClassCount Decide(NumClassesSetting setting, IReadOnlyList<KeyValuePair<int, string>> ids, LabelMap? labelMap)
    {
        if (setting.Kind == NumClassesKind.Given)
        {
            return new ClassCount(setting.Number, "setting");
        }

        if (setting.Kind == NumClassesKind.Keep)
        {
            return new ClassCount(null, "base_config");
        }

        if (labelMap is not null)
        {
            return new ClassCount(labelMap.LargestId, "label_map");
        }

        return ids.Count == 0 ? new ClassCount(null, "base_config") : new ClassCount(ids[ids.Count - 1].Key, "annotations");
    }
}
