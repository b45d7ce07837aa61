using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Annotations;

namespace AnchorFit.Run;

/// <summary>Which classes the annotations have, how often, and where each stands first.</summary>
internal sealed class ClassCensus
{
    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly List<string> _numbered = [];
    private readonly Dictionary<string, int> _listed = new(StringComparer.Ordinal);

    /// <summary>Every class at the place that its <see cref="Tally.Number"/> gives it: in order of meeting.</summary>
    public IReadOnlyList<string> Numbered => _numbered;

    /// <summary>Every class of every object, in ordinal order; those whose boxes were all left out too.</summary>
    public IEnumerable<string> Names => Tallies.Select(entry => entry.Key);

    /// <summary>There is a list of names, so what a class is called is a name, be it a number.</summary>
    public bool HasList => _listed.Count > 0;

    /// <summary>Every class of an object or of a list, in no particular order; some twice.</summary>
    public IEnumerable<string> AllNames => _tallies.Keys.Concat(_listed.Keys);

    /// <summary>The classes of lists that no object has, in ordinal order.</summary>
    public IReadOnlyList<string> ListedWithoutObjects =>
        [.. _listed.Keys.Where(name => !_tallies.ContainsKey(name)).OrderBy(name => name, StringComparer.Ordinal)];

    /// <summary>The classes in ordinal order, each with the number of its boxes that were fitted.</summary>
    public IEnumerable<KeyValuePair<string, double>> FittedBoxes =>
        Tallies.Select(entry => new KeyValuePair<string, double>(entry.Key, entry.Value.FittedBoxes));

    /// <summary>The figures of each class, in ordinal order of the names.</summary>
    public IEnumerable<KeyValuePair<string, Tally>> Tallies => _tallies.OrderBy(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>The figures of a class that a file has objects of, with or without a usable box.</summary>
    /// <param name="isId">The file has a number there and no name.</param>
    public Tally Meet(string name, string path, bool isId = false)
    {
        if (!_tallies.TryGetValue(name, out Tally? tally))
        {
            tally = new Tally(path, _numbered.Count);
            _numbered.Add(name);
            _tallies.Add(name, tally);
        }

        tally.IsText |= !isId;
        return tally;
    }

    /// <summary>A list names a class.</summary>
    public void List(ListedClass listed)
    {
        if (!_listed.TryGetValue(listed.Name, out int id) || id == 0 || (listed.Id > 0 && listed.Id < id))
        {
            _listed[listed.Name] = listed.Id;
        }
    }

    /// <summary>A list names the class.</summary>
    public bool IsListed(string name) => _listed.ContainsKey(name);

    /// <summary>The smallest number that a list gives the class, counted from 1; 0 where none does.</summary>
    public int ListedIdOf(string name) => _listed.TryGetValue(name, out int id) ? id : 0;

    /// <summary>The figures of one class.</summary>
    /// <param name="firstPath">The first file that has it.</param>
    /// <param name="number">Its place in <see cref="Numbered"/>.</param>
    internal sealed class Tally(string firstPath, int number)
    {
        public int Number => number;

        public string FirstPath => firstPath;

        /// <summary>An object has it as text, which may be a name though it is a number.</summary>
        public bool IsText { get; set; }

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
