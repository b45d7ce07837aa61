using System.Collections.Generic;

namespace AnchorFit.Annotations.Yolo;

/// <summary>
/// Reads a list of class names, one a line, as <c>classes.txt</c> and <c>obj.names</c> have it. A blank line takes a
/// number and names nothing.
/// </summary>
internal static class ClassNameList
{
    /// <summary>A file without any name doesn't say which classes there are.</summary>
    public static DatasetFile Read(Companion identity, string text)
    {
        Dictionary<int, string> names = [];
        string[] lines = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Split('\n', '\r');
        for (int i = 0; i < lines.Length; i++)
        {
            string name = lines[i].Trim();
            if (name.Length > 0)
            {
                names[i] = name;
            }
        }

        return new DatasetFile { Identity = identity, Exists = true, HasNames = names.Count > 0, Names = names };
    }
}
