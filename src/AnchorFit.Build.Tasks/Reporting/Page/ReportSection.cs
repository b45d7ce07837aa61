using System;
using AnchorFit.Reporting.Html;

namespace AnchorFit.Reporting.Page;

/// <summary>A section of the report.</summary>
/// <param name="Id">Where links in the page lead.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="HowToRead">A sentence or two below the heading.</param>
/// <param name="Applies">Whether the model has anything to show in it.</param>
/// <param name="Write">Writes what stands below.</param>
internal sealed record ReportSection(
    string Id, string Heading, Func<ReportModel, string> HowToRead, Func<ReportModel, bool> Applies, Action<HtmlText, ReportModel> Write);
