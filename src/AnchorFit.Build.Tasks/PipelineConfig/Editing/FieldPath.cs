using System;
using System.Collections.Generic;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>
/// The way from the file to a field, by field names: <c>model.ssd.num_classes</c>. All but the last are singular
/// messages; a path through a repeated message means all its elements as one.
/// </summary>
internal sealed class FieldPath
{
    private readonly string[] _names;

    private FieldPath(string[] names) => _names = names;

    /// <summary>The messages on the way, outermost first; none for a field of the file itself.</summary>
    public IReadOnlyList<string> Parents => new ArraySegment<string>(_names, 0, _names.Length - 1);

    /// <summary>The field's own name.</summary>
    public string Name => _names[_names.Length - 1];

    /// <summary>The path of names joined by dots.</summary>
    /// <exception cref="FormatException">A name is empty or not a word of letters, digits and underscores.</exception>
    public static FieldPath Parse(string text)
    {
        string[] names = text.Split('.');
        foreach (string name in names)
        {
            if (!IsName(name))
            {
                throw new FormatException($"'{text}' is no path of field names joined by dots.");
            }
        }

        return new FieldPath(names);
    }

    public override string ToString() => string.Join(".", _names);

    private static bool IsName(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            bool isLetter = name[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
            if (!isLetter && (i == 0 || name[i] is < '0' or > '9'))
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
