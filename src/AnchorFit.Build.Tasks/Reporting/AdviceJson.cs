using System.Collections.Generic;

namespace AnchorFit.Reporting;

/// <summary>The member <c>advice</c> of anchorfit.json.</summary>
internal static class AdviceJson
{
    /// <summary>Writes the member; an empty list where there is no advice.</summary>
    public static void Write(JsonText json, IReadOnlyList<Advice> advice)
    {
        json.Open("advice", '[');
        foreach (Advice item in advice)
        {
            json.Open('{').Member("id", item.Id).Member("text", item.Text).Close('}');
        }

        json.Close(']');
    }
}
