using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>Writes new fields in a given style.</summary>
/// <param name="Open">The bracket that opens a message: <c>{</c> or <c>&lt;</c>.</param>
/// <param name="Close">The one that closes it.</param>
/// <param name="NewLine">The line break.</param>
/// <param name="IndentUnit">One step of indentation.</param>
internal sealed record NewFieldText(string Open, string Close, string NewLine, string IndentUnit)
{
    /// <summary>Each line with its line break before it.</summary>
    /// <param name="indent">Of the outermost fields.</param>
    /// <param name="separator">Behind every field; may be empty.</param>
    public string Lines(IEnumerable<NewField> fields, string indent, string separator)
        => string.Concat(fields.Select(field => NewLine + indent + field.Name + Gap(field.Value) + OnLines(field.Value, indent, separator) + separator));

    /// <summary>A value that begins on a line with this indentation; a message is spread over lines, its brackets on the first and the last.</summary>
    public string OnLines(NewValue value, string indent, string separator = "") => value is NewValue.Message message
        ? Open + Lines(message.Fields, indent + IndentUnit, separator) + NewLine + indent + Close
        : OnOneLine(value);

    public string OnOneLine(NewField field) => field.Name + Gap(field.Value) + OnOneLine(field.Value);

    public string OnOneLine(NewValue value) => value switch
    {
        NewValue.Scalar scalar => scalar.Text,
        NewValue.List list => "[" + string.Join(", ", list.Items.Select(OnOneLine)) + "]",
        NewValue.Message { Fields.Count: 0 } => Open + " " + Close,
        _ => Open + " " + string.Join(" ", ((NewValue.Message)value).Fields.Select(OnOneLine)) + " " + Close,
    };

    /// <summary>What stands between a name and such a value.</summary>
    public static string Gap(NewValue value) => value is NewValue.Message ? " " : ": ";
}
