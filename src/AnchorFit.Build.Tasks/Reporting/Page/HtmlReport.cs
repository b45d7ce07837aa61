using System.Collections.Generic;
using System.Linq;
using AnchorFit.Reporting.Html;

namespace AnchorFit.Reporting.Page;

/// <summary>
/// anchorfit.html: one file that needs nothing else, no script and no network. docs/guides/report.md tells what each
/// figure means.
/// </summary>
internal static class HtmlReport
{
    private static readonly IReadOnlyList<ReportSection> s_sections =
    [
        AdviceSection.Section,
        ScoreSection.Section,
        ClassSection.Section,
        ChoiceSection.Section,
        RatioSection.Section,
        ShapeSection.Section,
        CoverageSection.Section,
        CurveSection.Section,
        WorstBoxSection.Section,
        DiagnosticSection.Section,
        InputSection.Section,
    ];

    /// <summary>The page; the same model gives the same text, on every machine and in every culture.</summary>
    public static string Write(ReportModel model)
    {
        IReadOnlyList<ReportSection> sections = [.. s_sections.Where(section => section.Applies(model))];
        HtmlText page = new HtmlText().DocType().Open("html", ("lang", "en"), ("xmlns", "http://www.w3.org/1999/xhtml"));
        WriteHead(page, model);
        page.Open("body").Element("a", "Skip to the figures", ("class", "skip"), ("href", "#main"));
        WriteHeader(page, model, sections);
        page.Open("main", ("id", "main"));
        foreach (ReportSection section in sections)
        {
            page.Open("section", ("id", section.Id), ("aria-labelledby", section.Id + "-heading"))
                .Element("h2", section.Heading, ("id", section.Id + "-heading"));
            page.Element("p", section.HowToRead(model), ("class", "how"));
            section.Write(page, model);
            page.Close();
        }

        page.Close()
            .Open("footer").Open("p").Text("Written by AnchorFit.Build ").Text(model.Summary.PackageVersion)
            .Text(". The same figures for programs are in anchorfit.json beside this file. Light or dark follows your system.").Close().Close();
        return page.Close().Close() + "\n";
    }

    private static void WriteHead(HtmlText page, ReportModel model) => page
        .Open("head")
        .Empty("meta", ("charset", "utf-8"))
        .Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", Stylesheet.Policy))
        .Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
        .Empty("meta", ("name", "color-scheme"), ("content", "light dark"))
        .Empty("meta", ("name", "referrer"), ("content", "no-referrer"))
        .Empty("meta", ("name", "generator"), ("content", "AnchorFit.Build " + model.Summary.PackageVersion))
        .Element("title", $"{CutText.Middle(model.Project.Length > 0 ? model.Project : model.Summary.BaseConfig, CutText.NameLength)} - AnchorFit")
        .Style(Stylesheet.Text)
        .Close();

    private static void WriteHeader(HtmlText page, ReportModel model, IReadOnlyList<ReportSection> sections)
    {
        page.Open("header").Open("h1").Text("Anchor fit");
        if (model.Project.Length > 0)
        {
            page.Text(" of ").Name(model.Project);
        }

        page.Close();
        Lead.Write(page, model);
        page.Open("nav", ("aria-label", "Sections")).Open("ul");
        foreach (ReportSection section in sections)
        {
            page.Open("li").Element("a", section.Heading, ("href", "#" + section.Id)).Close();
        }

        page.Close().Close().Close();
    }
}
