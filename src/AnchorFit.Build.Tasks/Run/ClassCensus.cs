using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Run;

/// <summary>Which classes the annotations have, how often, and where each stands first.</summary>
internal sealed class ClassCensus
{
    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <summary>Every class of every object, in ordinal order; those whose boxes were all left out too.</summary>
    public IEnumerable<string> Names => Tallies.Select(entry => entry.Key);

    /// <summary>The classes in ordinal order, each with the number of its boxes that were fitted.</summary>
    public IEnumerable<KeyValuePair<string, int>> FittedBoxes =>
        Tallies.Select(entry => new KeyValuePair<string, int>(entry.Key, entry.Value.FittedBoxes));

    /// <summary>The figures of each class, in ordinal order of the names.</summary>
    public IEnumerable<KeyValuePair<string, Tally>> Tallies => _tallies.OrderBy(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>A file has objects of a class, with or without a usable box.</summary>
    public void Meet(string name, string path)
    {
        if (!_tallies.ContainsKey(name))
        {
            _tallies.Add(name, new Tally(path));
        }
    }

    /// <summary>A file has a usable box of a class that was met, whether or not the settings leave it out.</summary>
    public void CountBox(string name, string path, int line)
    {
        Tally tally = _tallies[name];
        if (tally.Boxes == 0 && path == tally.FirstPath)
        {
            tally.FirstLine = line;
        }

        tally.Boxes++;
    }

    /// <summary>A box of a class that was met is fitted.</summary>
    public void CountFitted(string name) => _tallies[name].FittedBoxes++;

    /// <summary>The figures of one class.</summary>
    /// <param name="firstPath">The first file that has it.</param>
    internal sealed class Tally(string firstPath)
    {
        public string FirstPath => firstPath;

        /// <summary>The line of its first usable box in that file; 0 where there is none.</summary>
        public int FirstLine { get; set; }

        /// <summary>Boxes as the files have them.</summary>
        public int Boxes { get; set; }

        public int FittedBoxes { get; set; }
    }
}
