using System.IO;

namespace AnchorFit.Annotations;

/// <summary>
/// Paths as the user wrote them, taken apart by their letters alone. A folder is the part of a path up to and with its
/// last separator, so it may be empty.
/// </summary>
internal static class PathText
{
    /// <summary>The folder that a path begins with: <c>a/b/</c> of <c>a/b/c.txt</c>.</summary>
    public static string Folder(string path) => path.Substring(0, LastSeparator(path, path.Length) + 1);

    /// <summary>The name behind the folder.</summary>
    public static string FileName(string path) => path.Substring(LastSeparator(path, path.Length) + 1);

    /// <summary>The name behind the folder of a path from another machine, whose separators may be of either kind.</summary>
    public static string LastName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>The name behind the folder, without its extension.</summary>
    public static string Stem(string path)
    {
        string name = FileName(path);
        int dot = name.LastIndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }

    /// <summary>A folder as a user names it, with the separator that it may lack.</summary>
    public static string AsFolder(string folder) =>
        folder.Length == 0 || IsSeparator(folder[folder.Length - 1]) ? folder : folder + "/";

    /// <summary>The folder above: <c>a/</c> of <c>a/b/</c>, <c>../</c> of the empty one; null above a root.</summary>
    public static string? Parent(string folder)
    {
        if (folder.Length == 0)
        {
            return "../";
        }

        int end = folder.Length - 1;
        string name = folder.Substring(LastSeparator(folder, end) + 1, end - LastSeparator(folder, end) - 1);
        string rest = folder.Substring(0, end - name.Length);
        bool isRoot = name.Length == 0 || name[name.Length - 1] == ':' || IsServer(rest);
        return isRoot ? null
            : name == ".." ? folder + "../"
            : name == "." ? Parent(rest)
            : rest;
    }

    /// <summary>
    /// The folder with its last part of one name replaced: <c>data/images/train/</c> of <c>data/labels/train/</c>; null
    /// when it has no such part.
    /// </summary>
    public static string? Replace(string folder, string name, string replacement)
    {
        for (int end = folder.Length - 1; end >= 0; end = LastSeparator(folder, end))
        {
            int start = LastSeparator(folder, end) + 1;
            if (end - start == name.Length && string.CompareOrdinal(folder, start, name, 0, name.Length) == 0)
            {
                return folder.Remove(start, end - start).Insert(start, replacement);
            }
        }

        return null;
    }

    /// <summary>The last separator before an offset, or -1.</summary>
    private static int LastSeparator(string path, int before)
    {
        for (int i = before - 1; i >= 0; i--)
        {
            if (IsSeparator(path[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary><c>\\server\</c>, above which a share has nothing.</summary>
    private static bool IsServer(string folder) =>
        folder.Length > 2 && IsSeparator(folder[0]) && IsSeparator(folder[1]) && LastSeparator(folder, folder.Length - 1) == 1;

    private static bool IsSeparator(char c) => c == '/' || c == Path.DirectorySeparatorChar;
}
