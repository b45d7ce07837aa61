using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>
/// Where a path leads in a document. A singular message may stand several times and counts as merged, so one path
/// can lead into several blocks.
/// </summary>
internal sealed class FieldOccurrences
{
    private FieldOccurrences(IReadOnlyList<MessageSyntax> blocks, IReadOnlyList<string> missing, string name)
    {
        Blocks = blocks;
        MissingParents = missing;
        ByBlock = missing.Count > 0
            ? []
            : blocks.Select(block => block.Fields.Where(field => IsNamed(field, name)).ToArray()).Where(fields => fields.Length > 0).ToArray();
    }

    /// <summary>The innermost messages on the way that exist, in the order of the text; at least the file itself.</summary>
    public IReadOnlyList<MessageSyntax> Blocks { get; }

    /// <summary>The names of the messages on the way that don't exist in any block.</summary>
    public IReadOnlyList<string> MissingParents { get; }

    /// <summary>The field's occurrences, one array for each block that has any, in the order of the text.</summary>
    public IReadOnlyList<FieldSyntax[]> ByBlock { get; }

    public static FieldOccurrences Find(ConfigDocument document, FieldPath path)
    {
        List<MessageSyntax> blocks = [document.Root];
        for (int i = 0; i < path.Parents.Count; i++)
        {
            string name = path.Parents[i];
            List<MessageSyntax> inner = blocks
                .SelectMany(block => block.Fields)
                .Where(field => IsNamed(field, name))
                .Select(field => field.Value)
                .OfType<MessageSyntax>()
                .ToList();
            if (inner.Count == 0)
            {
                return new FieldOccurrences(blocks, path.Parents.Skip(i).ToArray(), path.Name);
            }

            blocks = inner;
        }

        return new FieldOccurrences(blocks, [], path.Name);
    }

    private static bool IsNamed(FieldSyntax field, string name) => !field.Name.IsBracketed && field.Name.Text == name;
}
