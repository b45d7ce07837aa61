using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Annotations;

namespace AnchorFit.Hosting;

/// <summary>
/// The lines of an <see cref="InputSnapshot"/>, taken apart as far as somebody asks. Not for several threads.
/// </summary>
internal sealed class InputListing
{
    private readonly string _text;
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private Dictionary<string, string>? _entries;
    private int _next;

    private InputListing(string text) => _text = text;

    /// <summary>
    /// Key and value of every line: <c>setting name</c> and the text, or <c>annotation path</c> and the file's state.
    /// </summary>
    public IReadOnlyDictionary<string, string> Entries => _entries ??= ParseAll();

    /// <summary>All settings, in ordinal order of their keys.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings
    {
        get
        {
            List<KeyValuePair<string, string>> settings = [.. _settings];
            settings.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
            return settings;
        }
    }

    public static InputListing Parse(string text)
    {
        var listing = new InputListing(text);
        while (listing._next < text.Length && string.CompareOrdinal(text, listing._next, SettingKey, 0, SettingKey.Length) == 0)
        {
            int end = EndOfLine(text, listing._next);
            (string key, string value) = Split(text.Substring(listing._next, end - listing._next));
            listing._settings[key] = value;
            listing._next = end + 1;
        }

        return listing;
    }

    public static bool IsSetting(string key) => key.StartsWith(SettingKey, StringComparison.Ordinal);

    /// <summary>The text of a setting; empty when it isn't there.</summary>
    public string Setting(string name) => _settings.TryGetValue(SettingKey + name, out string? value) ? value : string.Empty;

    /// <summary>
    /// The state of a file when the snapshot was taken; null when it isn't in it. Quickest when the files are asked for
    /// in the order of the lines.
    /// </summary>
    /// <param name="kind">What the file is to the fit.</param>
    /// <param name="path">From the project's folder.</param>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public string? StateOf(InputKind kind, string path)
    {
        string keyword = InputKinds.Keyword(kind);
        if (_next < _text.Length)
        {
            int end = EndOfLine(_text, _next);
            int state = _next + keyword.Length + 1;
            int name = end - path.Length;
            if (name - 1 > state && _text[name - 1] == ' '
                && string.CompareOrdinal(_text, _next, keyword, 0, keyword.Length) == 0 && _text[state - 1] == ' '
                && string.CompareOrdinal(_text, name, path, 0, path.Length) == 0
                && IsState(state, name - 1))
            {
                _next = end + 1;
                return _text.Substring(state, name - 1 - state);
            }
        }

        return Entries.TryGetValue(keyword + " " + path, out string? found) ? found : null;
    }

    private const string SettingKey = "setting ";

    // Two words: a path that ends like another one, after a space, must not be taken for it.
    private bool IsState(int start, int end)
    {
        int space = _text.IndexOf(' ', start, end - start);
        return space >= 0 && _text.IndexOf(' ', space + 1, end - space - 1) < 0;
    }

    private Dictionary<string, string> ParseAll()
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int start = 0; start < _text.Length;)
        {
            int end = EndOfLine(_text, start);
            (string key, string value) = Split(_text.Substring(start, end - start));
            entries[key] = value;
            start = end + 1;
        }

        return entries;
    }

    private static int EndOfLine(string text, int start)
    {
        int end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }

    // "setting name=value" has the key "setting name"; "annotation 12 345 path" the key "annotation path".
    private static (string Key, string Value) Split(string line)
    {
        if (IsSetting(line))
        {
            int equals = line.IndexOf('=');
            return equals < 0 ? (line, string.Empty) : (line.Substring(0, equals), line.Substring(equals + 1));
        }

        int kind = line.IndexOf(' ');
        int size = kind < 0 ? -1 : line.IndexOf(' ', kind + 1);
        int time = size < 0 ? -1 : line.IndexOf(' ', size + 1);
        return time < 0 ? (line, string.Empty) : (line.Remove(kind, time - kind), line.Substring(kind + 1, time - kind - 1));
    }
}
