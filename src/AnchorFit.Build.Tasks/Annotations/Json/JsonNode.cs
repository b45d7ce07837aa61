using System;
using System.Collections.Generic;
using System.Globalization;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Json;

/// <summary>
/// A value of a JSON file with all that is in it, for formats whose images have few shapes each: such a reader walks
/// the list of images and takes one of them at a time.
/// </summary>
internal sealed class JsonNode
{
    private readonly List<(string? Name, JsonNode Value)>? _children;
    private readonly string? _text;

    private JsonNode(JsonTokenizer json, Predicate<string>? wanted)
    {
        At = json.At;
        Kind = json.Kind;
        if (Kind is JsonKind.Object or JsonKind.List)
        {
            _children = [];
            ReadChildren(json, wanted);
        }
        else if (json.Read())
        {
            Kind = json.Kind;
            Number = Kind == JsonKind.Number && JsonNumber.TryReadDouble(json.Bytes, out double number) ? number : double.NaN;
            _text = Kind is JsonKind.Text || double.IsNaN(Number) ? json.Text : null;
        }
    }

    public JsonKind Kind { get; }

    public LinePosition At { get; }

    /// <summary>The value of a number; of anything else not a number.</summary>
    public double Number { get; } = double.NaN;

    /// <summary>The content of a text; null of anything else.</summary>
    public string? Text => Kind == JsonKind.Text ? _text : null;

    /// <summary>The items of a list, or the values of an object, in their order; none of anything else.</summary>
    public IEnumerable<JsonNode> Items
    {
        get
        {
            foreach ((_, JsonNode value) in _children ?? [])
            {
                yield return value;
            }
        }
    }

    /// <summary>The members of an object, in their order; none of anything else.</summary>
    public IEnumerable<(string Name, JsonNode Value)> Members
    {
        get
        {
            foreach ((string? name, JsonNode value) in _children ?? [])
            {
                if (name is not null)
                {
                    yield return (name, value);
                }
            }
        }
    }

    /// <summary>How many items or members there are.</summary>
    public int Count => _children?.Count ?? 0;

    /// <summary>The member of an object with a name, the last of several as in Python's json; null where there is none.</summary>
    public JsonNode? this[string name] => _children?.FindLast(child => child.Name == name).Value;

    /// <summary>Reads the value at hand.</summary>
    /// <param name="wanted">The names of members that are kept, at any depth; null for all.</param>
    public static JsonNode Read(JsonTokenizer json, Predicate<string>? wanted = null) => new(json, wanted);

    /// <summary>What a value is that isn't what it should be, for messages: as it stands, a text in quotes, or "a list".</summary>
    public string Show() => Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.List => "a list",
        JsonKind.Text => "the text " + DisplayText.Quote(_text ?? string.Empty),
        JsonKind.Number => Number.ToString("0.######", CultureInfo.InvariantCulture),
        _ => DisplayText.Clean(_text ?? string.Empty),
    };

    private void ReadChildren(JsonTokenizer json, Predicate<string>? wanted)
    {
        bool isObject = Kind == JsonKind.Object;
        json.Enter();
        while (isObject ? json.NextMember() : json.NextItem())
        {
            string? name = isObject ? json.NameText : null;
            if (name is null || wanted is null || wanted(name))
            {
                _children!.Add((name, new JsonNode(json, wanted)));
            }
            else
            {
                json.Skip();
            }
        }
    }
}
