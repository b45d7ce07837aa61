using System;
using System.Collections.Generic;

namespace AnchorFit.Hosting;

/// <summary>The lines of an <see cref="InputSnapshot"/>, taken apart.</summary>
internal sealed class InputListing
{
    private readonly Dictionary<string, string> _entries = new(StringComparer.Ordinal);

    private InputListing()
    {
    }

    /// <summary>
    /// Key and value of every line: <c>setting name</c> and the text, or <c>annotation path</c> and the file's state.
    /// </summary>
    public IReadOnlyDictionary<string, string> Entries => _entries;

    public static InputListing Parse(string text)
    {
        var listing = new InputListing();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            listing.Add(text.Substring(start, end - start));
            start = end + 1;
        }

        return listing;
    }

    public static bool IsSetting(string key) => key.StartsWith("setting ", StringComparison.Ordinal);

    /// <summary>The text of a setting; empty when it isn't there.</summary>
    public string Setting(string name) => _entries.TryGetValue("setting " + name, out string? value) ? value : string.Empty;

    /// <summary>All settings, in ordinal order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings()
    {
        List<KeyValuePair<string, string>> settings = [];
        foreach (KeyValuePair<string, string> entry in _entries)
        {
            if (IsSetting(entry.Key))
            {
                settings.Add(entry);
            }
        }

        settings.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return settings;
    }

    /// <summary>The state of a file when the snapshot was taken; null when it isn't in it.</summary>
    /// <param name="path">From the project's folder.</param>
    public string? StateOf(InputKind kind, string path) =>
        _entries.TryGetValue(InputKinds.Keyword(kind) + " " + path, out string? state) ? state : null;

    // "setting name=value" has the key "setting name"; "annotation 12 345 path" the key "annotation path".
    private void Add(string line)
    {
        if (IsSetting(line))
        {
            int equals = line.IndexOf('=');
            _entries[equals < 0 ? line : line.Substring(0, equals)] = equals < 0 ? string.Empty : line.Substring(equals + 1);
            return;
        }

        int kind = line.IndexOf(' ');
        int size = kind < 0 ? -1 : line.IndexOf(' ', kind + 1);
        int time = size < 0 ? -1 : line.IndexOf(' ', size + 1);
        if (time >= 0)
        {
            _entries[line.Remove(kind, time - kind)] = line.Substring(kind + 1, time - kind - 1);
        }
    }
}
