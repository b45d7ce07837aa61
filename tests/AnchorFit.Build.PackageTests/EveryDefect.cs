using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>Every defect of a label, in a real build: one line with code, file, line, column, value and cure.</summary>
public class EveryDefect(PackedPackage package)
{
    private const string Size = "<size><width>400</width><height>300</height></size>";

    /// <summary>Name of the file, its content, and code, line, column, value and cure of the one line it must give.</summary>
    private static IReadOnlyList<(string Name, string Xml, string Code, int Line, int Column, string Value, string Cure)> OfBoxes { get; } =
    [
        ("no_box", Object("<name>cat</name>"), "AFB2011", 2, 1, "'bndbox'", "draw it"),
        ("no_corner", Object("<name>cat</name>\n<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax></bndbox>"), "AFB2012", 3, 1, "'ymax'", "it needs"),
        ("comma", Object(Box("1,5", "1", "9", "9")), "AFB2013", 3, 15, "'1,5'", "write it like"),
        ("twice", Object("<name>cat</name>\n<bndbox><xmin>1</xmin><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>9</ymax></bndbox>"), "AFB2014", 3, 23, "'xmin'", "remove one"),
        ("swapped", Object(Box("52", "1", "10", "9")), "AFB2015", 3, 1, "xmin 52 is greater than xmax 10", "exchange"),
        ("flat", Object(Box("5", "7", "9", "7")), "AFB2016", 3, 1, "ymin and ymax are both 7", "draw it again"),
        ("outside", Object(Box("500", "1", "600", "9")), "AFB2017", 3, 1, "500", "correct the box"),
        ("crossing", Object(Box("1", "1", "405", "9")), "AFB2018", 3, 1, "5 pixels", "correct the box"),
        ("no_name", Object("<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>19</ymax></bndbox>"), "AFB2019", 2, 1, "no class name", "give it a 'name'"),
        ("no_size", Object(Box("1", "1", "9", "29")).Replace(Size, "", StringComparison.Ordinal), "AFB2020", 1, 1, "'size' is missing", "write the image's width and height"),
        ("size_0", Object(Box("1", "1", "9", "29")).Replace("<width>400", "<width>0", StringComparison.Ordinal), "AFB2020", 1, 26, "'width' is 0", "write the image's width and height"),
    ];

    private static IReadOnlyList<(string Name, string Xml, string Code, int Line, int Column, string Value, string Cure)> OfFiles { get; } =
    [
        ("empty", "", "AFB2002", 1, 1, "empty", "export it again"),
        ("cut", "<annotation>\n<object>\n", "AFB2006", 3, 1, "broken", "Repair the file"),
        ("doctype", "<!DOCTYPE annotation>\n<annotation/>", "AFB2005", 1, 1, "<!DOCTYPE", "remove the declaration"),
        ("html", "<html><body/></html>", "AFB2004", 1, 1, "HTML", "export the boxes as PASCAL VOC"),
        ("latin", "<?xml version=\"1.0\" encoding=\"klingon\"?>\n<annotation/>", "AFB2003", 1, 31, "'klingon'", "save the file as UTF-8"),
    ];

    [Fact]
    public void OfABoxIsAWarningAndCostsNothingElse()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        foreach (var defect in OfBoxes)
        {
            project.Write($"data/{defect.Name}.xml", defect.Xml);
        }

        BuildResult build = project.Build("-t:AnchorFitGenerate");

        Assert.Equal(OfBoxes.Select(d => $"data/{d.Name}.xml {d.Code}").Order(StringComparer.Ordinal), build.Warnings.Select(w => $"{w.File} {w.Code}").Order(StringComparer.Ordinal));
        Assert.All(OfBoxes, d => AssertLine(d, build.Warnings.Single(w => w.File == $"data/{d.Name}.xml")));
        Assert.StartsWith("AnchorFit: 6 boxes in 14 files", build.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void OfAFileIsAnErrorAndLeavesTheLastResult()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();
        string config = project.Read("bin/Debug/net10.0/pipeline.config");
        foreach (var defect in OfFiles)
        {
            project.Write($"data/{defect.Name}.xml", defect.Xml);
        }

        BuildResult build = project.TryBuild();

        Assert.Equal(1, build.ExitCode);
        Assert.Equal(OfFiles.Select(d => $"data/{d.Name}.xml {d.Code}").Order(StringComparer.Ordinal), build.Errors.Select(e => $"{e.File} {e.Code}").Order(StringComparer.Ordinal));
        Assert.All(OfFiles, d => AssertLine(d, build.Errors.Single(e => e.File == $"data/{d.Name}.xml")));
        Assert.Equal(config, project.Read("bin/Debug/net10.0/pipeline.config"));
        Assert.Equal(config, project.Read("obj/Debug/net10.0/pipeline.config"));
    }

    private static void AssertLine(
        (string Name, string Xml, string Code, int Line, int Column, string Value, string Cure) expected, AbstractDiagnostic actual)
    {
        Assert.Equal((expected.Code, expected.Line, expected.Column), (actual.Code, actual.LineNumber, actual.ColumnNumber));
        Assert.Contains(expected.Value, actual.Text, StringComparison.Ordinal);
        Assert.Contains(expected.Cure, actual.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', actual.Text);
    }

    private static string Object(string content) => $"<annotation>{Size}\n<object>{content}</object></annotation>";

    private static string Box(string xmin, string ymin, string xmax, string ymax) =>
        $"<name>cat</name>\n<bndbox><xmin>{xmin}</xmin><ymin>{ymin}</ymin><xmax>{xmax}</xmax><ymax>{ymax}</ymax></bndbox>";
}
