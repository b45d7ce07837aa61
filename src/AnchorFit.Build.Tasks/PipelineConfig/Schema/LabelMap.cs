using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>The classes that training knows, with their ids (<c>object_detection/protos/string_int_label_map.proto</c>).</summary>
internal sealed class LabelMap
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<int> _ids = [];

    /// <param name="path">The file as the user named it.</param>
    /// <param name="items">At least one has an id from 1; ids may have gaps.</param>
    public LabelMap(string path, IReadOnlyList<LabelMapItem> items)
    {
        Path = path;
        Items = items;
        LargestId = items.Max(item => item.Id);
        foreach (LabelMapItem item in items)
        {
            _ids.Add(item.Id);
            _known.Add(item.Name);
            if (item.DisplayName is not null)
            {
                _known.Add(item.DisplayName);
            }
        }
    }

    public string Path { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<LabelMapItem> Items { get; }

    /// <summary>What <c>num_classes</c> must be at least: the ids index a vector of that length (<c>object_detection/inputs.py</c>).</summary>
    public int LargestId { get; }

    /// <summary>All names, by which a class may be known: those of the items, and their display names.</summary>
    public IReadOnlyCollection<string> Names => _known;

    /// <summary>
    /// Whether an object of that class can be given an id: by an item's name, by its display name (the decoder of
    /// records tries both), or, where the name is a number, by the id itself.
    /// </summary>
    /// <param name="className">What the annotations call the class.</param>
    /// <param name="mayBeId">A number may be meant as an id, since nothing says that it is a name.</param>
    public bool Knows(string className, bool mayBeId = true) =>
        _known.Contains(className)
        || (mayBeId && int.TryParse(className, NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id >= 1 && _ids.Contains(id));
}
