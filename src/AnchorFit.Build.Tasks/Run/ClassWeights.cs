using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace AnchorFit.Run;

/// <summary><c>AnchorFitClassWeights</c>: what boxes of a class count for in the objective of drawn anchors.</summary>
/// <param name="weights">Above zero, by the classes' names.</param>
internal sealed class ClassWeights(IReadOnlyDictionary<string, double> weights)
{
    private const double Most = 1_000_000;

    /// <summary>All count for the same.</summary>
    public static ClassWeights None { get; } = new(new Dictionary<string, double>(StringComparer.Ordinal));

    /// <summary>The classes that have a weight, in ordinal order.</summary>
    public IEnumerable<string> Names => weights.Keys.OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>The weights by the classes' numbers.</summary>
    /// <param name="numbered">The names of the classes at the places of their numbers.</param>
    public IReadOnlyDictionary<int, double> ByNumber(IReadOnlyList<string> numbered) => Enumerable.Range(0, numbered.Count)
        .Where(number => weights.ContainsKey(numbered[number]))
        .ToDictionary(number => number, number => weights[numbered[number]]);

    /// <summary>
    /// Reads <c>NAME=WEIGHT;NAME=WEIGHT</c>. The last <c>=</c> counts; a name with a <c>;</c> stands in double quotes, and
    /// double quotes in it twice.
    /// </summary>
    /// <returns>Null where the text isn't of that form, names a class twice, or a weight isn't above zero.</returns>
    public static ClassWeights? Parse(string text)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string entry in Split(text))
        {
            int equals = entry.LastIndexOf('=');
            string name = equals < 0 ? string.Empty : Unquote(entry.Substring(0, equals).Trim());
            bool isNumber = double.TryParse(
                entry.Substring(equals + 1).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double weight);
            if (name.Length == 0 || !isNumber || !(weight > 0) || weight > Most || found.ContainsKey(name))
            {
                return null;
            }

            found.Add(name, weight);
        }

        return found.Count == 0 ? None : new ClassWeights(found);
    }

    private static IEnumerable<string> Split(string text)
    {
        var entry = new StringBuilder();
        bool isQuoted = false;
        foreach (char c in text + ";")
        {
            isQuoted ^= c == '"';
            if (c != ';' || isQuoted)
            {
                entry.Append(c);
            }
            else
            {
                if (entry.ToString().Trim() is { Length: > 0 } whole)
                {
                    yield return whole;
                }

                entry.Clear();
            }
        }

        // Quotes without an end.
        if (isQuoted)
        {
            yield return string.Empty;
        }
    }

    private static string Unquote(string name) => name.Length > 1 && name[0] == '"' && name[name.Length - 1] == '"'
        ? name.Substring(1, name.Length - 2).Replace("\"\"", "\"")
        : name;
}
