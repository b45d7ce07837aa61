using System.Collections.Generic;

namespace AnchorFit.Run;

/// <summary>
/// Which images placed boxes stand in, as far as annotation files name them: a run of boxes of one image is one entry.
/// Only the report asks, so of very large sets nothing is kept.
/// </summary>
internal sealed class BoxImages
{
    /// <summary>Some 20 MB of names; a set of more images has no pictures.</summary>
    private const int MostRuns = 200_000;

    private readonly List<int> _firsts = [];
    private readonly List<string?> _names = [];

    /// <summary>Whether every box's image is known.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The next box stands in this image.</summary>
    /// <param name="box">Its index; each one greater than the one before.</param>
    /// <param name="name">As the annotation file names it; null where the file stands for its one image.</param>
    public void Add(int box, string? name)
    {
        if (!IsComplete || name == (_names.Count > 0 ? _names[_names.Count - 1] : null))
        {
            return;
        }

        if (_firsts.Count == MostRuns)
        {
            IsComplete = false;
            _firsts.Clear();
            _names.Clear();
            return;
        }

        _firsts.Add(box);
        _names.Add(name);
    }

    /// <summary>The name of the image that a box stands in; null where its annotation file stands for the image.</summary>
    public string? Of(int box)
    {
        int run = _firsts.BinarySearch(box);
        run = run < 0 ? ~run - 1 : run;
        return run < 0 ? null : _names[run];
    }
}
