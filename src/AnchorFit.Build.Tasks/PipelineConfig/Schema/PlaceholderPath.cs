using System.Collections.Generic;
using System.Text;
using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>A path that the config leaves to be filled in: nearly every sample config of the API has some.</summary>
/// <param name="Path">The field: <c>train_input_reader.label_map_path</c>.</param>
/// <param name="Value">The string.</param>
internal sealed record PlaceholderPath(string Path, StringSyntax Value)
{
    /// <summary>What the sample configs write where a path is missing.</summary>
    public const string Marker = "PATH_TO_BE_CONFIGURED";

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<PlaceholderPath> Find(ConfigDocument document)
    {
        List<PlaceholderPath> found = [];
        Collect(document.Root, string.Empty, found);
        return found;
    }

    private static void Collect(MessageSyntax message, string prefix, List<PlaceholderPath> found)
    {
        foreach (FieldSyntax field in message.Fields)
        {
            Collect(field.Value, prefix + field.Name.Text, found);
        }
    }

    private static void Collect(ValueSyntax value, string path, List<PlaceholderPath> found)
    {
        switch (value)
        {
            case StringSyntax text when Encoding.UTF8.GetString(text.Bytes).Contains(Marker):
                found.Add(new PlaceholderPath(path, text));
                break;
            case MessageSyntax message:
                Collect(message, path + ".", found);
                break;
            case ListSyntax list:
                foreach (ValueSyntax item in list.Items)
                {
                    Collect(item, path, found);
                }

                break;
        }
    }
}
