using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Yolo;

/// <summary>
/// Reads a <c>data.yaml</c> or <c>dataset.yaml</c> as YOLO trainers have it: <c>names</c>, as a list or by number, and
/// <c>kpt_shape</c>. They have no key for the size of images; <c>image_width</c> and <c>image_height</c> together are
/// taken as the size of every image (<c>imgsz</c> is what the trainer resizes to). Other keys may be anything.
/// </summary>
internal sealed class DatasetYaml
{
    private const int MostKeypoints = 10_000;

    private readonly SourceText _source;
    private readonly List<Diagnostic> _faults = [];
    private bool _isDescription;
    private KeypointShape? _keypoints;
    private Dictionary<int, string>? _names;
    private (int Pixels, int At)? _width;
    private (int Pixels, int At)? _height;

    private DatasetYaml(SourceText source) => _source = source;

    /// <summary>What a text says of a dataset; whatever is wrong is among the diagnostics.</summary>
    public static DatasetFile Read(Companion identity, string text)
    {
        var read = new DatasetYaml(new SourceText(identity.Path, text));
        foreach (YamlEntry entry in YamlReader.Read(text, key => key.ToLowerInvariant() is "names" or "kpt_shape" or "image_width" or "image_height"))
        {
            read.ReadKey(entry with { Key = entry.Key.ToLowerInvariant() });
        }

        read.CheckNested();

        return read.ToFile(identity);
    }

    private void ReadKey(YamlEntry entry)
    {
        (string key, YamlNode? value, _, _) = entry;
        _isDescription = true;
        if (key == "names")
        {
            _names = [];
            ReadNames(entry);
        }
        else if (key == "kpt_shape")
        {
            _keypoints = ReadKeypoints(entry);
        }
        else if (value?.Text is { } text && TryParseCount(text, int.MaxValue, out int pixels) && pixels > 0)
        {
            _ = key == "image_width" ? _width = (pixels, value.At) : _height = (pixels, value.At);
        }
        else
        {
            AddFault(entry, "it is no whole number above zero", "640");
        }
    }

    // Names that stand below another key would be lost without a word.
    private void CheckNested()
    {
        Match nested = _names is null ? Regex.Match(_source.Content, @"^[ \t]+names[ \t]*:", RegexOptions.Multiline, TimeSpan.FromSeconds(1)) : Match.Empty;
        if (nested.Success)
        {
            int at = nested.Index + nested.Value.IndexOf('n');
            _faults.Add(DatasetDiagnostics.NotUnderstood(_source.Path, _source.GetPosition(at), "'names' stands below another key"));
        }
    }

    private void ReadNames(YamlEntry entry)
    {
        YamlNode? value = entry.Value;
        string fault = value is null ? entry.Fault
            : value.Kind == YamlKind.Scalar ? "they are neither a list nor names by number"
            : value.Entries.Count == 0 ? "there are none"
            : string.Empty;
        int at = value?.At ?? entry.FaultAt;
        for (int i = 0; fault.Length == 0 && i < value!.Entries.Count; i++)
        {
            (YamlText key, YamlText name) = value.Entries[i];
            int number = i;
            if (value.Kind == YamlKind.Map && !TryParseCount(key.Text ?? string.Empty, int.MaxValue - 1, out number))
            {
                fault = $"{DisplayText.Quote(key.Text ?? string.Empty)} is not the number of a class";
                at = key.At;
                _names!.Clear();
            }
            else if (!string.IsNullOrWhiteSpace(name.Text))
            {
                _names![number] = name.Text!.Trim();
            }
        }

        if (fault.Length > 0)
        {
            _faults.Add(DatasetDiagnostics.NotUnderstood(_source.Path, _source.GetPosition(at), fault));
        }
    }

    private KeypointShape? ReadKeypoints(YamlEntry entry)
    {
        if (entry.Value is { } value && value is { Kind: YamlKind.List, Entries.Count: 2 }
            && TryParseCount(value.Entries[0].Value.Text ?? string.Empty, MostKeypoints, out int count) && count > 0
            && TryParseCount(value.Entries[1].Value.Text ?? string.Empty, 3, out int dimensions) && dimensions > 1)
        {
            return new KeypointShape(count, dimensions);
        }

        AddFault(entry, "it is no number of keypoints with 2 or 3 dimensions", "[17, 3]");
        return null;
    }

    private DatasetFile ToFile(Companion identity)
    {
        if (_width is null != _height is null)
        {
            (string key, int at) = _width is { } width ? ("image_width", width.At) : ("image_height", _height!.Value.At);
            string other = key == "image_width" ? "image_height" : "image_width";
            _faults.Add(DatasetDiagnostics.NoSetting(_source.Path, _source.GetPosition(at), key, $"there is no '{other}' with it", "640"));
        }

        return new DatasetFile
        {
            Identity = identity,
            Exists = true,
            HasNames = _names is not null,
            IsDescription = _isDescription,
            Names = _names ?? [],
            Keypoints = _keypoints,
            ImageSize = _width is { } w && _height is { } h ? new ImageSize(w.Pixels, h.Pixels) : null,
            Diagnostics = _faults,
        };
    }

    private void AddFault(YamlEntry entry, string reason, string good) => _faults.Add(DatasetDiagnostics.NoSetting(
        _source.Path, _source.GetPosition(entry.Value?.At ?? entry.FaultAt), entry.Key, entry.Value is null ? entry.Fault : reason, good));

    private static bool TryParseCount(string text, int limit, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count <= limit;
}
