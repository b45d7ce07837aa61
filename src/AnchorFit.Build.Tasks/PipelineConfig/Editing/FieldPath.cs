using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>
/// The way from the file to a field: <c>model.ssd.num_classes</c>, <c>train_config.data_augmentation_options[1]</c>,
/// <c>a.b[+].c</c>, <c>graph_rewriter.[my.extension].c</c>. All steps but the last are messages; a step without index
/// through a repeated message means all its elements as one.
/// </summary>
internal sealed class FieldPath
{
    public FieldPath(IReadOnlyList<FieldStep> steps) => Steps = steps;

    /// <summary>At least one.</summary>
    public IReadOnlyList<FieldStep> Steps { get; }

    /// <summary>The field that the path names.</summary>
    public FieldStep Last => Steps[Steps.Count - 1];

    /// <summary>The path of names joined by dots.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static FieldPath Parse(string text) => TryParse(text, out FieldPath? path, out FieldPathFault? fault)
        ? path
        : throw new FormatException($"'{text}' is no path: {fault.Rule} (position {fault.Position}).");

    /// <summary>The path, or what is wrong with the text.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out FieldPath? path, [NotNullWhen(false)] out FieldPathFault? fault)
    {
        path = null;
        List<FieldStep> steps = [];
        for (int at = 0; ; at++)
        {
            if (!TryParseStep(text, ref at, out FieldStep step, out fault))
            {
                return false;
            }

            steps.Add(step);
            if (at == text.Length)
            {
                path = new FieldPath(steps);
                return true;
            }

            if (text[at] != '.')
            {
                fault = new FieldPathFault(at + 1, "a dot must stand between two names");
                return false;
            }
        }
    }

    /// <summary>The same way with another element, or the whole, of the last field.</summary>
    public FieldPath WithLast(FieldStep last) => new([.. Steps.Take(Steps.Count - 1), last]);

    public override string ToString() => string.Join(".", Steps.Select(step => step.ToString()));

    private static bool TryParseStep(string text, ref int at, out FieldStep step, [NotNullWhen(false)] out FieldPathFault? fault)
    {
        step = default;
        bool isExtension = at < text.Length && text[at] == '[';
        int start = isExtension ? ++at : at;
        while (at < text.Length && (IsNameCharacter(text[at], at > start) || (isExtension && at > start && text[at] is '.' or '/')))
        {
            at++;
        }

        string name = text.Substring(start, at - start);
        if (name.Length == 0)
        {
            fault = new FieldPathFault(at + 1, "a field's name of letters, digits and underscores must stand there");
            return false;
        }

        if (isExtension && (at == text.Length || text[at++] != ']'))
        {
            fault = new FieldPathFault(at == text.Length ? at + 1 : at, "']' must end the extension's name");
            return false;
        }

        return TryParseIndex(text, ref at, new FieldStep(name, isExtension, null, Appends: false), out step, out fault);
    }

    private static bool TryParseIndex(string text, ref int at, FieldStep field, out FieldStep step, [NotNullWhen(false)] out FieldPathFault? fault)
    {
        step = field;
        fault = null;
        if (at == text.Length || text[at] != '[')
        {
            return true;
        }

        int start = at + 1;
        int close = text.IndexOf(']', start);
        string inside = close < 0 ? string.Empty : text.Substring(start, close - start);
        bool isNumber = inside.Length is > 0 and < 10 && inside.All(c => c is >= '0' and <= '9');
        if (!isNumber && inside != "+")
        {
            fault = new FieldPathFault(start + 1, "the number of an element, from 0, or + for a new one must stand between the brackets, as in [0] or [+]");
            return false;
        }

        step = isNumber ? field with { Index = int.Parse(inside, System.Globalization.CultureInfo.InvariantCulture) } : field with { Appends = true };
        at = close + 1;
        return true;
    }

    private static bool IsNameCharacter(char c, bool isInside)
        => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' || (isInside && c is >= '0' and <= '9');
}
