using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Run;

/// <summary>Which classes the annotations have, how often, and where each stands first.</summary>
internal sealed class ClassCensus
{
    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly List<string> _numbered = [];

    /// <summary>Every class at the place that its <see cref="Tally.Number"/> gives it: in order of meeting.</summary>
    public IReadOnlyList<string> Numbered => _numbered;

    /// <summary>Every class of every object, in ordinal order; those whose boxes were all left out too.</summary>
    public IEnumerable<string> Names => Tallies.Select(entry => entry.Key);

    /// <summary>The classes in ordinal order, each with the number of its boxes that were fitted.</summary>
    public IEnumerable<KeyValuePair<string, double>> FittedBoxes =>
        Tallies.Select(entry => new KeyValuePair<string, double>(entry.Key, entry.Value.FittedBoxes));

    /// <summary>The figures of each class, in ordinal order of the names.</summary>
    public IEnumerable<KeyValuePair<string, Tally>> Tallies => _tallies.OrderBy(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>The figures of a class that a file has objects of, with or without a usable box.</summary>
    public Tally Meet(string name, string path)
    {
        if (!_tallies.TryGetValue(name, out Tally? tally))
        {
            tally = new Tally(path, _numbered.Count);
            _numbered.Add(name);
            _tallies.Add(name, tally);
        }

        return tally;
    }

    /// <summary>The figures of one class.</summary>
    /// <param name="firstPath">The first file that has it.</param>
    /// <param name="number">Its place in <see cref="Numbered"/>.</param>
    internal sealed class Tally(string firstPath, int number)
    {
        public int Number => number;

        public string FirstPath => firstPath;

        /// <summary>The line of its first usable box in that file; 0 where there is none.</summary>
        public int FirstLine { get; private set; }

        /// <summary>Boxes as the files have them, whether or not the settings leave them out.</summary>
        public double Boxes { get; private set; }

        public double FittedBoxes { get; private set; }

        /// <summary>A file has usable boxes of the class.</summary>
        public void Count(double boxes, string path, int line)
        {
            if (Boxes == 0 && path == firstPath)
            {
                FirstLine = line;
            }

            Boxes += boxes;
        }

        public void CountFitted(double boxes) => FittedBoxes += boxes;
    }
}
