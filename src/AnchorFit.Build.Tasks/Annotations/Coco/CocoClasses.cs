using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;

namespace AnchorFit.Annotations.Coco;

/// <summary>
/// The classes of a COCO file: the names of the categories that annotations name, in the order in which they first do.
/// Categories of one name are one class; a category without a name is named by its id; unused ones are no class.
/// </summary>
internal sealed class CocoClasses
{
    private readonly int[] _indices;
    private readonly List<string> _names = [];

    /// <param name="faults">Told of categories that are unknown or have no name.</param>
    public CocoClasses(CocoCategories categories, CocoFaults faults)
    {
        CocoIds ids = categories.Ids;
        _indices = new int[ids.Count];
        IOrderedEnumerable<int> used = Enumerable.Range(0, ids.Count).Where(slot => ids.ReferencesTo(slot) > 0)
            .OrderBy(slot => ids.FirstReference(slot).Line).ThenBy(slot => ids.FirstReference(slot).Column);
        Dictionary<string, int> indices = new(StringComparer.Ordinal);
        bool toldMissing = false;
        foreach (int slot in used)
        {
            string? name = categories.NameOf(slot);
            if (categories.IsEmpty && !toldMissing)
            {
                toldMissing = true;
                faults.Log.Add(CocoDiagnostics.NoCategories(faults.Path, ids.FirstReference(slot)));
            }
            else if (!categories.IsEmpty && name is null)
            {
                Tell(categories, slot, faults);
            }

            _indices[slot] = -1;
            if (name is null && !categories.IsEmpty && !categories.Has(slot))
            {
                continue;
            }

            name ??= ids.TextOf(slot);
            if (!indices.TryGetValue(name, out _indices[slot]))
            {
                _indices[slot] = _names.Count;
                indices.Add(name, _names.Count);
                _names.Add(name);
            }
        }
    }

    /// <summary>The names, each once.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The class of a category that an annotation names; -1 when there is none.</summary>
    /// <param name="slot">The category's; -1 where an annotation names none.</param>
    public int IndexOf(int slot) => slot < 0 ? -1 : _indices[slot];

    private static void Tell(CocoCategories categories, int slot, CocoFaults faults)
    {
        CocoIds ids = categories.Ids;
        if (categories.Has(slot))
        {
            faults.Log.Add(CocoDiagnostics.NamelessCategory(faults.Path, categories.PlaceOf(slot), ids.TextOf(slot)));
        }
        else
        {
            faults.Log.Add(CocoDiagnostics.UnknownCategory(faults.Path, ids.FirstReference(slot), ids.TextOf(slot), ids.ReferencesTo(slot)));
        }
    }
}
