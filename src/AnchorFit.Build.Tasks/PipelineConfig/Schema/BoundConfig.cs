using System.Collections.Generic;
using System.Globalization;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Google.Protobuf;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>A text-format file, read into a message of the schema.</summary>
/// <typeparam name="T">The message that the file holds.</typeparam>
/// <param name="Document">The tree, which keeps what the message cannot hold.</param>
/// <param name="Message">What was understood; faulty fields are left out.</param>
/// <param name="Root">The same message with the places in the file.</param>
/// <param name="UnknownFields">Fields that the schema does not have, whatever the policy says of them.</param>
/// <param name="Diagnostics">Faults against the schema in the order of the file; those of the syntax are the document's.</param>
internal sealed record BoundConfig<T>(
    ConfigDocument Document,
    T Message,
    BoundMessage Root,
    IReadOnlyList<UnknownField> UnknownFields,
    IReadOnlyList<Diagnostic> Diagnostics)
    where T : IMessage
{
    /// <summary>
    /// The effective (last) occurrence of a field, or null where the file does not set it. In the path,
    /// <c>[1]</c> picks an element of a repeated message; without it the last one is meant.
    /// </summary>
    public FieldSyntax? Find(string path)
    {
        int dot = path.LastIndexOf('.');
        BoundMessage? message = dot < 0 ? Root : FindMessage(path.Substring(0, dot));
        return message?.Field(ParseStep(path.Substring(dot + 1)).Name);
    }

    /// <summary>
    /// The name of a field (of an element the bracket that opens it) or, where the file does not set it, of the nearest
    /// field around it; null where it has none of them.
    /// </summary>
    public TextSpan? Place(string path)
    {
        for (string at = path; ; at = at.Substring(0, at.LastIndexOf('.')))
        {
            if (at is [.., ']'] && FindMessage(at) is { } element)
            {
                return element.Syntax.Open.Span;
            }

            if (Find(at) is { } field)
            {
                return field.Name.Span;
            }

            if (at.IndexOf('.') < 0)
            {
                return null;
            }
        }
    }

    private BoundMessage? FindMessage(string path)
    {
        BoundMessage message = Root;
        foreach (string step in path.Split('.'))
        {
            (string name, int? index) = ParseStep(step);
            IReadOnlyList<BoundMessage> found = message.Messages(name);
            int at = index ?? found.Count - 1;
            if (at < 0 || at >= found.Count)
            {
                return null;
            }

            message = found[at];
        }

        return message;
    }

    private static (string Name, int? Index) ParseStep(string step)
    {
        int bracket = step.IndexOf('[');
        return bracket < 0
            ? (step, null)
            : (step.Substring(0, bracket), int.Parse(step.Substring(bracket + 1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
