using System.Collections.Generic;
using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>The texts of a file, whether or not the schema knows their fields.</summary>
internal static class StringFields
{
    /// <summary>Each text with the path of its field, <c>train_input_reader.label_map_path</c>, in the order of the file.</summary>
    public static IEnumerable<(string Path, StringSyntax Value)> Of(ConfigDocument document) => Of(document.Root, string.Empty);

    private static IEnumerable<(string Path, StringSyntax Value)> Of(MessageSyntax message, string prefix)
    {
        foreach (FieldSyntax field in message.Fields)
        {
            foreach ((string Path, StringSyntax Value) found in Of(field.Value, prefix + field.Name.Text))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(string Path, StringSyntax Value)> Of(ValueSyntax value, string path)
    {
        switch (value)
        {
            case StringSyntax text:
                yield return (path, text);
                break;
            case MessageSyntax message:
                foreach ((string Path, StringSyntax Value) found in Of(message, path + "."))
                {
                    yield return found;
                }

                break;
            case ListSyntax list:
                foreach (ValueSyntax item in list.Items)
                {
                    foreach ((string Path, StringSyntax Value) found in Of(item, path))
                    {
                        yield return found;
                    }
                }

                break;
        }
    }
}
