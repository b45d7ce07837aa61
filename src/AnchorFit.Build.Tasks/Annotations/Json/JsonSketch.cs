using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace AnchorFit.Annotations.Json;

/// <summary>The names of a JSON file that show what kind of file it is: those at the top, and those of the first object within.</summary>
internal sealed class JsonSketch
{
    /// <summary>So many names tell any format.</summary>
    private const int MostNames = 32;

    private readonly List<string> _names = [];
    private readonly List<string> _innerNames = [];

    /// <summary>The file is a list of what stands at the top elsewhere.</summary>
    public bool IsList { get; private set; }

    /// <summary>The names of the members at the top, in their order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>There is a member at the top.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>All of the members are at the top.</summary>
    public bool Has(params string[] names) => Array.TrueForAll(names, _names.Contains);

    /// <summary>The first item of the list, or the first member at the top that is an object, has the member.</summary>
    public bool HasInner(string name) => _innerNames.Contains(name);

    /// <summary>Looks at a file from its beginning.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="isEnough">Asked after each member at the top, before its value is passed.</param>
    public static JsonSketch Of(JsonTokenizer json, Stream stream, Func<JsonSketch, bool> isEnough, CancellationToken cancellation)
    {
        var sketch = new JsonSketch();
        if (json.Begin(stream, cancellation))
        {
            sketch.IsList = json.Kind == JsonKind.List;
            json.Enter();
            if (!sketch.IsList)
            {
                sketch.PassMembers(json, isEnough);
            }
            else if (json.NextItem() && json.Kind == JsonKind.Object)
            {
                sketch.PassObject(json);
            }
        }

        json.Close();
        return sketch;
    }

    /// <summary>Notes the member at hand and passes its value.</summary>
    public void Pass(JsonTokenizer json)
    {
        Note(_names, json);
        PassValue(json);
    }

    /// <summary>Notes the members of the object at hand.</summary>
    public void PassObject(JsonTokenizer json)
    {
        json.Enter();
        while (json.NextMember())
        {
            Note(_innerNames, json);
            json.Skip();
        }
    }

    private void PassMembers(JsonTokenizer json, Func<JsonSketch, bool> isEnough)
    {
        while (_names.Count < MostNames && json.NextMember())
        {
            Note(_names, json);
            if (isEnough(this))
            {
                return;
            }

            PassValue(json);
            if (isEnough(this))
            {
                return;
            }
        }
    }

    private void PassValue(JsonTokenizer json)
    {
        if (json.Kind == JsonKind.Object && _innerNames.Count == 0)
        {
            PassObject(json);
        }
        else
        {
            json.Skip();
        }
    }

    private static void Note(List<string> names, JsonTokenizer json)
    {
        if (names.Count < MostNames)
        {
            names.Add(json.NameText);
        }
    }
}
