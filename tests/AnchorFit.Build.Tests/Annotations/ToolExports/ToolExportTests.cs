using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Annotations.ToolExports;

/// <summary>What label tools write is read as they mean it: one scene, one result, whatever the tool.</summary>
public sealed class ToolExportTests
{
    public static TheoryData<string> Tools => [.. ToolExportTable.All.Select(export => export.Tool)];

    public static TheoryData<string> RefusedTools => [.. ToolExportTable.Refused.Select(export => export.Tool)];

    [Theory]
    [MemberData(nameof(Tools))]
    public void AnExportIsFittedWithoutAWord(string tool)
    {
        ToolExport export = ToolExportTable.All.Single(e => e.Tool == tool);
        FitOutcome outcome = export.Fit();

        Assert.Equal([], outcome.Diagnostics.Select(d => d.ToString()));
        JsonElement json = Fit.Json(outcome);
        Assert.Equal(export.Classes, string.Join(", ", json.GetProperty("classes").EnumerateArray().Select(c => $"{c.GetProperty("name").GetString()} ({c.GetProperty("boxes").GetDouble()})")));
        Assert.Contains("aspect_ratios: 0.25", Fit.Text(outcome), StringComparison.Ordinal);
        Assert.Contains("aspect_ratios: 2.0", Fit.Text(outcome), StringComparison.Ordinal);
        Assert.Contains("num_classes: 2", Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void AnExportShowsItsFormat(string tool)
    {
        ToolExport export = ToolExportTable.All.Single(e => e.Tool == tool);
        string item = export.Items[0];
        AnnotationFile file = Assert.Single(AnnotationReading.ReadAll(
            [new AnnotationSource(item, () => new MemoryStream(export.Binary ?? Encoding.UTF8.GetBytes(export.Files.Single(f => f.Path == item).Content)))], 1, new ReadingOptions()));

        Assert.Equal(export.Format, file.Format?.Name);
        Assert.Equal(2, file.ObjectCount);
    }

    /// <summary>Of these the length of the list counts, whether or not an object has the class.</summary>
    [Theory]
    [InlineData("VGG Image Annotator 2.0.12, project", "cat 0, dog 0")]
    [InlineData("CVAT 2.20, CVAT for images 1.1", "cat 0, dog 0")]
    [InlineData("VoTT 2.2, VoTT JSON", "cat 0, dog 0")]
    [InlineData("Datumaro 1.6, JSON", "cat 1, dog 2")]
    [InlineData("CVAT 2.20, COCO 1.0", "cat 1, dog 2")]
    [InlineData("labelme 5.4, JSON", "")]
    public void AnExportListsItsClasses(string tool, string classes)
    {
        ToolExport export = ToolExportTable.All.Single(e => e.Tool == tool);
        AnnotationFile file = Assert.Single(AnnotationReading.ReadAll(
            [new AnnotationSource(export.Items[0], () => new MemoryStream(Encoding.UTF8.GetBytes(export.Files[0].Content)))], 1, new ReadingOptions()));

        Assert.Equal(classes, string.Join(", ", file.ListedClasses.Select(c => $"{c.Name} {c.Id}")));
    }

    [Theory]
    [MemberData(nameof(RefusedTools))]
    public void WhatIsNotReadIsNamedInOneLine(string tool)
    {
        (_, string path, string content, string says) = ToolExportTable.Refused.Single(e => e.Tool == tool);
        AnnotationFile file = Assert.Single(AnnotationReading.ReadAll(
            [new AnnotationSource(path, () => new MemoryStream(Encoding.UTF8.GetBytes(content)))], 1, new ReadingOptions()));

        Assert.Contains(says, Assert.Single(file.Diagnostics).ToString(), StringComparison.Ordinal);
        Assert.Empty(file.Boxes);
    }

    [Fact]
    public void EveryFormatHasAnExport() =>
        Assert.Equal(AnnotationFormats.All.Select(f => f.Name).Order(StringComparer.Ordinal), ToolExportTable.All.Select(e => e.Format).Distinct().Order(StringComparer.Ordinal));
}
