using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// The boxes in groups that a candidate must serve as well as the base config does: all of them, each class and each size
/// band as far as they are protected and have boxes enough. Each box belongs to a cell, which is its class and its band.
/// </summary>
internal sealed class BoxGroups
{
    private const int Bands = 16;

    private readonly Dictionary<int, int> _ranks;
    private readonly Dictionary<int, int> _classes = [];
    private readonly Dictionary<int, int> _bands = [];
    private readonly List<double> _weights = [];

    /// <param name="all">All boxes.</param>
    /// <param name="protection">Which groups are protected.</param>
    public BoxGroups(BoxSample all, Protection protection)
    {
        // What numbers classes have is chance; where their first box stands isn't.
        _ranks = [];
        var classes = new Dictionary<int, double>();
        var bands = new SortedDictionary<int, double>();
        double total = 0;
        foreach (PlacedBox box in all.Boxes)
        {
            _ranks[box.Class] = _ranks.TryGetValue(box.Class, out int rank) ? rank : _ranks.Count;
            classes[box.Class] = (classes.TryGetValue(box.Class, out double weight) ? weight : 0) + box.Weight;
            int band = DrawnScore.BandOf(box.Edges.Size);
            bands[band] = (bands.TryGetValue(band, out weight) ? weight : 0) + box.Weight;
            total += box.Weight;
        }

        ClassWeights = classes;
        _weights.Add(total);
        if ((protection & Protection.Classes) != Protection.None)
        {
            Add(_classes, classes.OrderBy(entry => _ranks[entry.Key]));
        }

        if ((protection & Protection.Sizes) != Protection.None)
        {
            Add(_bands, bands);
        }
    }

    /// <summary>How many boxes each class has, weights included.</summary>
    public IReadOnlyDictionary<int, double> ClassWeights { get; }

    /// <summary>How many boxes each group has, weights included; all boxes are the first.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Of two boxes of different cells always the same comes first, in whatever order they were met.</summary>
    public int Cell(in PlacedBox box) => (_ranks[box.Class] * Bands) + DrawnScore.BandOf(box.Edges.Size);

    /// <summary>The groups of a box beside all; 0 where it has none.</summary>
    public (int Class, int Band) Of(in PlacedBox box) => (
        _classes.TryGetValue(box.Class, out int its) ? its : 0,
        _bands.TryGetValue(DrawnScore.BandOf(box.Edges.Size), out int band) ? band : 0);

    private void Add(Dictionary<int, int> groups, IEnumerable<KeyValuePair<int, double>> weights)
    {
        foreach (KeyValuePair<int, double> entry in weights.Where(entry => entry.Value >= GroupRegression.LeastBoxes))
        {
            groups.Add(entry.Key, _weights.Count);
            _weights.Add(entry.Value);
        }
    }
}
