using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using AnchorFit.Anchors;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.Reporting;
using AnchorFit.Reporting.Page;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>Gathers what the report shows of a finished fit.</summary>
/// <param name="request">What the fit started from.</param>
/// <param name="settings">What was understood of it.</param>
/// <param name="boxes">The boxes that were fitted.</param>
/// <param name="scaling">Brought the boxes to the network's input.</param>
/// <param name="diagnostics">What was told.</param>
internal sealed class ReportContent(FitRequest request, FitSettings settings, BoxPopulation boxes, BoxScaling scaling, IReadOnlyList<Diagnostic> diagnostics)
{
    private const int WorstCount = 20;

    private readonly ReportPaths _paths = new(request);

    /// <summary>The bytes of anchorfit.html.</summary>
    /// <param name="summary">The figures.</param>
    /// <param name="ratios">The boxes' aspect ratios; null for a model without anchors.</param>
    /// <param name="baseRatios">The base config's aspect ratios, ascending; none for a model without anchors.</param>
    public byte[] Write(FitSummary summary, WeightedRatios? ratios, IReadOnlyList<float> baseRatios)
    {
        var model = new ReportModel
        {
            Summary = summary,
            Project = ProjectName(request.Settings.ProjectFile),
            Classes = Classes(summary),
            Diagnostics = Groups(),
            Settings = SettingsInEffect.Of(request, settings.Overrides),
        };
        if (ratios is not null && summary.Anchors is { } anchors)
        {
            model = WithShapes(model, ratios, anchors.AspectRatios, [.. baseRatios.Where(ratio => WeightedRatios.IsUsable(ratio))]);
        }

        return Encoding.UTF8.GetBytes(HtmlReport.Write(summary.Drawn is { } drawn ? WithPlaces(model, drawn) : model));
    }

    private static ReportModel WithShapes(ReportModel model, WeightedRatios ratios, IReadOnlyList<float> fitted, float[] before) => model with
    {
        BaseAspectRatios = before,
        BaseCoverage = before.Length == 0 ? null : UnitAreaCoverage.Measure(ratios, before),
        Ratios = RatioHistogram.Of(ratios),
        OverlapsBefore = before.Length == 0 ? [] : OverlapHistogram.OfShapes(ratios, before),
        OverlapsAfter = OverlapHistogram.OfShapes(ratios, fitted.ToArray()),
    };

    private ReportModel WithPlaces(ReportModel model, DrawnFigures drawn)
    {
        PlacedBoxes placed = boxes.Placed.Boxes;
        var pictures = new WorstPictures(request, boxes, scaling);
        return model with
        {
            Shapes = ShapeDensity.Of(placed),
            LayersBefore = Layers(placed, drawn),
            OverlapsBefore = OverlapHistogram.Of(placed, drawn.Before.Matches),
            OverlapsAfter = OverlapHistogram.Of(placed, drawn.After.Matches),
            WorstBoxes = [.. WorstBoxes.Find(drawn.After.Matches, WorstCount).Select(index => Describe(placed.Boxes[index], index, drawn) with { Picture = pictures.Of(index) })],
        };
    }

    private static GroupChange[] Layers(PlacedBoxes placed, DrawnFigures drawn)
    {
        (GroupSums before, GroupSums after) = (new GroupSums(new MatchRule(drawn.MatchedThreshold, ForcesMatches: false)), new GroupSums(new MatchRule(drawn.MatchedThreshold, ForcesMatches: false)));
        for (int i = 0; i < placed.Count; i++)
        {
            int layer = drawn.Before.Matches.Grid[i];
            if (layer >= 0)
            {
                before.Add(layer, drawn.Before.Matches.IoU[i], placed.Boxes[i].Weight);
                after.Add(layer, drawn.After.Matches.IoU[i], placed.Boxes[i].Weight);
            }
        }

        return [.. before.Scores.Zip(after.Scores, (a, b) => new GroupChange(Protection.None, a.Key, FormattableString.Invariant($"layer {a.Key + 1}"), a.Score, b.Score))];
    }

    /// <summary>The file's name without its last extension.</summary>
    private static string ProjectName(string projectFile)
    {
        string name = PathText.FileName(projectFile.Replace('\\', '/'));
        return name.LastIndexOf('.') is var dot and > 0 ? name.Substring(0, dot) : name;
    }

    private WorstBox Describe(PlacedBox box, int index, DrawnFigures drawn) => new(
        new FilePlace(boxes.Placed.Files[box.File], new LinePosition(box.Line, 0)),
        drawn.ClassName(box.Class),
        box.Edges.Size,
        drawn.Before.Matches.IoU[index],
        drawn.After.Matches.IoU[index])
    {
        FileFromReport = AddressOf(boxes.Placed.Files[box.File]),
    };

    // Of a file outside the project, named by an absolute path, only the name is known.
    private string? AddressOf(string name) =>
        request.ProjectFromReport is { } way && request.Annotations.Any(source => source.Name == name && ReportPaths.Of(source) == name) && name is not (['/', ..] or [_, ':', ..])
            ? way + name
            : null;

    private static ReportedClass[] Classes(FitSummary summary)
    {
        Dictionary<string, MatchingScore> before = ByName(summary.Drawn, summary.Drawn?.Before);
        Dictionary<string, MatchingScore> after = ByName(summary.Drawn, summary.Drawn?.After);
        return
        [
            .. summary.Classes.Select(entry => new ReportedClass(
                entry.Key,
                entry.Value,
                before.TryGetValue(entry.Key, out MatchingScore? was) ? was : null,
                after.TryGetValue(entry.Key, out MatchingScore? now) ? now : null)),
        ];
    }

    private static Dictionary<string, MatchingScore> ByName(DrawnFigures? drawn, DrawnScore? score)
    {
        var scores = new Dictionary<string, MatchingScore>(StringComparer.Ordinal);
        foreach (GroupScore group in score?.Classes ?? [])
        {
            if (drawn!.ClassName(group.Key) is { } name)
            {
                scores.Add(name, group.Score);
            }
        }

        return scores;
    }

    private DiagnosticGroup[] Groups() =>
    [
        .. diagnostics.GroupBy(diagnostic => diagnostic.Rule)
            .OrderBy(all => all.Key.Code, StringComparer.Ordinal)
            .Select(all => new DiagnosticGroup(all.Key, all.Sum(diagnostic => (long)diagnostic.FaultCount), Place(all.First()))),
    ];

    private FilePlace? Place(Diagnostic diagnostic) => diagnostic.Path is { } path ? new FilePlace(_paths.Of(path), diagnostic.Start) : null;
}
