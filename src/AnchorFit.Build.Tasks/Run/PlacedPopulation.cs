using System.Collections.Generic;
using AnchorFit.Anchors;
using AnchorFit.Geometry;

namespace AnchorFit.Run;

/// <summary>The boxes of all files where the network sees them. Every box that takes part in the fit is here or counted as unplaced.</summary>
internal sealed class PlacedPopulation
{
    private readonly List<string> _files = [];
    private ImageSize _input;
    private int _inputIndex;
    private int _expected;

    /// <summary>
    /// The boxes, in order of the files. <see cref="PlacedBox.Class"/> is the class's place in
    /// <see cref="ClassCensus.Numbered"/>, <see cref="PlacedBox.File"/> the file's in <see cref="Files"/>.
    /// </summary>
    public PlacedBoxes Boxes { get; } = new();

    /// <summary>The names of all files, the same on every machine, in order.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>The images that <see cref="Boxes"/> stand in.</summary>
    public BoxImages Images { get; } = new();

    /// <summary>Boxes of which only the shape is known: their image's size isn't known, or a table counts shapes. Counted as often as they occur.</summary>
    public double UnplacedCount { get; private set; }

    /// <summary>The boxes that come next stand in this file.</summary>
    /// <param name="name">As <see cref="ReportPaths"/> names it.</param>
    /// <param name="boxes">How many there may be.</param>
    public void MeetFile(string name, int boxes)
    {
        _files.Add(name);
        _expected = boxes;
    }

    /// <summary>Takes a box of the file that was met last.</summary>
    /// <param name="edges">In pixels of the input.</param>
    /// <param name="input">The size of the input, padding included.</param>
    /// <param name="weight">How many boxes it counts for; above zero.</param>
    /// <param name="number">The number of its class; -1 when it has none.</param>
    /// <param name="line">Its line or record in the file.</param>
    /// <param name="image">The image as the file names it; null where the file stands for its one image.</param>
    public void Add(PixelBox edges, ImageSize input, double weight, int number, int line, string? image = null)
    {
        // Where no box has a place there is nothing to keep.
        Boxes.Reserve(_expected);
        _expected = 0;

        // Most boxes have the input of the box before.
        if (input != _input)
        {
            _input = input;
            _inputIndex = Boxes.IndexOf(input);
        }

        Images.Add(Boxes.Count, image);
        Boxes.Add(new PlacedBox(edges, weight, _inputIndex, number, _files.Count - 1, line));
    }

    /// <summary>Counts boxes that have no place.</summary>
    public void AddUnplaced(double count) => UnplacedCount += count;
}
