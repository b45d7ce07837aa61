using System;
using System.Collections.Generic;
using AnchorFit.Diagnostics;

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
