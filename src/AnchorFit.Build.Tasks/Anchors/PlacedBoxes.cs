using System;
using System.Collections.Generic;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>Ground-truth boxes with their places in the network's input, as packed arrays; in order of addition.</summary>
internal sealed class PlacedBoxes
{
    // Of an array there can be no more.
    private const int MaxLength = 0x7FFFFFC7;

    private readonly Dictionary<ImageSize, int> _inputIndexes = [];
    private readonly List<ImageSize> _inputs = [];
    private PlacedBox[] _boxes = [];

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>The sizes of the network's input, padding included; each once.</summary>
    public IReadOnlyList<ImageSize> Inputs => _inputs;

    /// <summary>The boxes, in order of addition.</summary>
    public ReadOnlySpan<PlacedBox> Boxes => _boxes.AsSpan(0, Count);

    /// <summary>The index of an input size, which it gets on its first use.</summary>
    public int IndexOf(ImageSize input)
    {
        if (!_inputIndexes.TryGetValue(input, out int index))
        {
            index = _inputs.Count;
            _inputs.Add(input);
            _inputIndexes.Add(input, index);
        }

        return index;
    }

    /// <summary>Makes room for more boxes, so that a large file doesn't leave arrays of all sizes behind.</summary>
    public void Reserve(int boxes)
    {
        if (boxes > _boxes.Length - Count)
        {
            Array.Resize(ref _boxes, Math.Max(Count + boxes, (int)Math.Min(2L * Count, MaxLength)));
        }
    }

    /// <summary>Adds a box.</summary>
    public void Add(in PlacedBox box)
    {
        Reserve(1);
        _boxes[Count++] = box;
    }
}
