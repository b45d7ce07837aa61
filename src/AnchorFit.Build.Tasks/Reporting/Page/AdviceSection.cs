using AnchorFit.Reporting.Html;

namespace AnchorFit.Reporting.Page;

/// <summary>What a person may want to do.</summary>
internal static class AdviceSection
{
    public static ReportSection Section { get; } = new(
        "advice", "Advice", _ => "Each line is something that the figures below suggest; none of them is an error.", model => model.Summary.Advice.Count > 0, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        page.Open("ul", ("class", "advice"));
        foreach (Advice advice in model.Summary.Advice)
        {
            page.Open("li").Element("bdi", Sentence(CutText.Middle(advice.Text, 600))).Close();
        }

        page.Close();
    }

    // In the log the line follows a colon.
    private static string Sentence(string text) => text.Length > 0 && char.IsLower(text[0])
        ? char.ToUpperInvariant(text[0]) + text.Substring(1) + "."
        : text + ".";
}
