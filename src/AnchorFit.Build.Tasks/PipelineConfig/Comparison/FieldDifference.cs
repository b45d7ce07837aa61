using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Comparison;

/// <summary>A field that two configs give different values.</summary>
/// <param name="Path">The names of the messages and of the field, joined by dots.</param>
/// <param name="Before">The values in the first config as written; empty where it hasn't got the field.</param>
/// <param name="After">The values in the second one.</param>
/// <param name="Place">The first value of the first config that differs, or the last where the second has more; null where it has none.</param>
internal sealed record FieldDifference(string Path, IReadOnlyList<string> Before, IReadOnlyList<string> After, TextSpan? Place)
{
    /// <summary>
    /// The first difference, in the order of the first config, then of the second; null where only comments, layout or
    /// the order of different fields differ. All values of a path count as one list, whether or not they stand together.
    /// </summary>
    public static FieldDifference? FindFirst(ConfigDocument before, ConfigDocument after) => Differences(before, after).FirstOrDefault();

    /// <summary>All of them, in that order.</summary>
    public static IReadOnlyList<FieldDifference> FindAll(ConfigDocument before, ConfigDocument after) => [.. Differences(before, after)];

    private static IEnumerable<FieldDifference> Differences(ConfigDocument before, ConfigDocument after)
    {
        Dictionary<string, List<FieldValue>> old = Gather(before, out List<string> paths);
        Dictionary<string, List<FieldValue>> now = Gather(after, out List<string> newPaths);
        return paths.Union(newPaths, StringComparer.Ordinal).Select(path => Compare(path, ValuesOf(old, path), ValuesOf(now, path))).OfType<FieldDifference>();
    }

    /// <summary>The values of a field as written, separated by semicolons; empty where the config hasn't got it.</summary>
    public static string ValuesOf(ConfigDocument document, string path) =>
        string.Join(";", ValuesOf(Gather(document, out _), path).Select(value => value.Text));

    private static FieldDifference? Compare(string path, List<FieldValue> old, List<FieldValue> now)
    {
        int common = Math.Min(old.Count, now.Count);
        int index = 0;
        while (index < common && old[index].Text == now[index].Text)
        {
            index++;
        }

        if (index == old.Count && index == now.Count)
        {
            return null;
        }

        TextSpan? place = old.Count == 0 ? null : old[Math.Min(index, old.Count - 1)].Span;
        return new FieldDifference(path, [.. old.Select(v => v.Text)], [.. now.Select(v => v.Text)], place);
    }

    private static List<FieldValue> ValuesOf(Dictionary<string, List<FieldValue>> fields, string path) =>
        fields.TryGetValue(path, out List<FieldValue>? values) ? values : [];

    private static Dictionary<string, List<FieldValue>> Gather(ConfigDocument document, out List<string> paths)
    {
        var fields = new Dictionary<string, List<FieldValue>>(StringComparer.Ordinal);
        List<string> order = [];
        Add(document.Root, string.Empty);
        paths = order;
        return fields;

        void Add(ValueSyntax value, string path)
        {
            switch (value)
            {
                case MessageSyntax { Fields.Count: > 0 } message:
                    foreach (FieldSyntax field in message.Fields)
                    {
                        string name = field.Name.IsBracketed ? "[" + field.Name.Text + "]" : field.Name.Text;
                        Add(field.Value, path.Length == 0 ? name : path + "." + name);
                    }

                    break;
                case ListSyntax list:
                    foreach (ValueSyntax item in list.Items)
                    {
                        Add(item, path);
                    }

                    break;
                default:
                    if (!fields.TryGetValue(path, out List<FieldValue>? values))
                    {
                        values = fields[path] = [];
                        order.Add(path);
                    }

                    values.Add(new FieldValue(TextOf(value, document.Source), value.Span));
                    break;
            }
        }
    }

    private static string TextOf(ValueSyntax value, SourceText source) => value switch
    {
        MessageSyntax => "{}",
        LiteralSyntax literal => (literal.IsNegative ? "-" : string.Empty) + literal.Literal,
        _ => source.Slice(value.Span),
    };

    private readonly record struct FieldValue(string Text, TextSpan Span);
}
