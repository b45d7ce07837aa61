using System.Collections.Generic;

namespace AnchorFit.Reporting;

/// <summary>The member <c>search</c> of anchorfit.json.</summary>
internal static class SearchJson
{
    /// <summary>Writes the member; nothing where there was no search.</summary>
    public static void Write(JsonText json, SearchFigures? search)
    {
        if (search is null)
        {
            return;
        }

        json.Open("search", '{').Member("result", search.KeptBase ? "base_config" : "fitted").Member("evaluations", search.Evaluations).Open("written", '[');
        foreach (KeyValuePair<string, string> field in search.Written)
        {
            json.Open('{').Member("field", field.Key).Member("value", field.Value).Close('}');
        }

        json.Close(']').Close('}');
    }
}
