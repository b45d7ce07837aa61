using System;
using System.Collections.Generic;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>Ground-truth boxes with their places in the network's input, as packed arrays; in order of addition.</summary>
internal sealed class PlacedBoxes
{
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

    /// <summary>Adds a box.</summary>
    public void Add(in PlacedBox box)
    {
        if (Count == _boxes.Length)
        {
            Array.Resize(ref _boxes, Math.Max(64, 2 * Count));
        }

        _boxes[Count++] = box;
    }
}
