using System;
using System.Collections.Generic;
using AnchorFit.Annotations.Json;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Coco;

/// <summary>
/// Faults of boxes, whose class and image may be explained later in the file: the first of each kind wait until their
/// words can name both.
/// </summary>
internal sealed class CocoFaults(string path)
{
    private readonly List<(int Image, int Category, Func<string, Diagnostic> Tell)> _waiting = [];
    private readonly Dictionary<DiagnosticRule, int> _counts = [];

    /// <summary>The file's path as the user wrote it.</summary>
    public string Path => path;

    /// <summary>The faults that are in words already.</summary>
    public FaultLog Log { get; } = new(path);

    /// <summary>Moves to the next object of a list; what else stands there is a fault. False at the end of the list.</summary>
    /// <param name="json">In the list.</param>
    /// <param name="list">Its name.</param>
    /// <param name="at">Where the object stands.</param>
    public bool NextObject(JsonTokenizer json, string list, out LinePosition at)
    {
        at = default;
        while (json.NextItem())
        {
            at = json.At;
            if (json.Kind == JsonKind.Object)
            {
                return true;
            }

            Log.Add(CocoDiagnostics.NoId(path, at, list, "is no object"));
            json.Skip();
        }

        return false;
    }

    /// <summary>Adds a fault of a box.</summary>
    /// <param name="image">Slot of the image; -1 when the annotation names none.</param>
    /// <param name="category">Slot of the category; -1 when the annotation names none.</param>
    /// <param name="tell">The words, from what the box is of: " of 'dog' in 'a.jpg'". Only called for those that are told.</param>
    public void Add(DiagnosticRule rule, int image, int category, Func<string, Diagnostic> tell)
    {
        int count = _counts.TryGetValue(rule, out int before) ? before + 1 : 1;
        _counts[rule] = count;
        if (count <= FaultLog.Shown)
        {
            _waiting.Add((image, category, tell));
        }
    }

    /// <summary>Puts what waits into words.</summary>
    /// <param name="owner">What a box is of, from the slots of its image and category.</param>
    public void TellAll(Func<int, int, string> owner)
    {
        foreach ((int image, int category, Func<string, Diagnostic> tell) in _waiting)
        {
            Log.Add(tell(owner(image, category)));
        }

        foreach (KeyValuePair<DiagnosticRule, int> kind in _counts)
        {
            for (int i = FaultLog.Shown; i < kind.Value; i++)
            {
                Log.Count(kind.Key);
            }
        }
    }
}
