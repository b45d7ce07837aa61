using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>
/// Where among the fields of a message a new one belongs: where one of some orders puts it, if the fields there are in
/// that order; else behind the last.
/// </summary>
/// <param name="Orders">Names of fields, the preferred order first.</param>
internal sealed record SiblingOrder(IReadOnlyList<IReadOnlyList<string>> Orders)
{
    /// <summary>Behind the last field, always.</summary>
    public static readonly SiblingOrder None = new([]);

    /// <summary>The field behind which the new one belongs; false when it belongs before all others.</summary>
    /// <param name="block">A message with at least one field.</param>
    /// <param name="name">The name of the new field.</param>
    /// <param name="predecessor">The field before it; null with false.</param>
    public bool TryFindPredecessor(MessageSyntax block, string name, out FieldSyntax? predecessor)
    {
        foreach (IReadOnlyList<string> order in Orders)
        {
            int own = IndexOf(order, name);
            (FieldSyntax Field, int Rank)[] known = block.Fields
                .Where(field => !field.Name.IsBracketed)
                .Select(field => (Field: field, Rank: IndexOf(order, field.Name.Text)))
                .Where(item => item.Rank >= 0)
                .ToArray();
            if (own >= 0 && known.Length > 0 && known.Zip(known.Skip(1), (a, b) => a.Rank <= b.Rank).All(inOrder => inOrder))
            {
                predecessor = known.LastOrDefault(item => item.Rank <= own).Field;
                return predecessor is not null;
            }
        }

        predecessor = block.Fields[block.Fields.Count - 1];
        return true;
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
