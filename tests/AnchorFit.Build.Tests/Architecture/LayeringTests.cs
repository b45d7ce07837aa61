using System;
using System.Collections.Generic;
using System.IO;
using Xunit;

namespace AnchorFit.Tests.Architecture;

/// <summary>The directions between the folders of the task assembly, read from what was compiled.</summary>
public class LayeringTests
{
    private const string Root = "AnchorFit.Build.Tasks";
    private const string Hosting = "AnchorFit.Hosting";
    private const string Run = "AnchorFit.Run";
    private const string Text = "AnchorFit.Text";
    private const string Diagnostics = "AnchorFit.Diagnostics";
    private const string Geometry = "AnchorFit.Geometry";
    private const string Fitting = "AnchorFit.Fitting";
    private const string Anchors = "AnchorFit.Anchors";
    private const string Search = "AnchorFit.Anchors.Search";
    private const string Annotations = "AnchorFit.Annotations";
    private const string PascalVoc = "AnchorFit.Annotations.PascalVoc";
    private const string Coco = "AnchorFit.Annotations.Coco";
    private const string Yolo = "AnchorFit.Annotations.Yolo";
    private const string Tables = "AnchorFit.Annotations.Tables";
    private const string TfRecord = "AnchorFit.Annotations.TfRecord";
    private const string Json = "AnchorFit.Annotations.Json";
    private const string Images = "AnchorFit.Annotations.Images";
    private const string Shapes = "AnchorFit.Annotations.Shapes";
    private const string Via = "AnchorFit.Annotations.Via";
    private const string LabelStudio = "AnchorFit.Annotations.LabelStudio";
    private const string Cvat = "AnchorFit.Annotations.Cvat";
    private const string LabelMe = "AnchorFit.Annotations.LabelMe";
    private const string CreateMl = "AnchorFit.Annotations.CreateMl";
    private const string Vott = "AnchorFit.Annotations.Vott";
    private const string Datumaro = "AnchorFit.Annotations.Datumaro";
    private const string Reading = "AnchorFit.Annotations.Reading";
    private const string Syntax = "AnchorFit.PipelineConfig.Syntax";
    private const string Schema = "AnchorFit.PipelineConfig.Schema";
    private const string Editing = "AnchorFit.PipelineConfig.Editing";
    private const string Overriding = "AnchorFit.PipelineConfig.Overriding";
    private const string Comparison = "AnchorFit.PipelineConfig.Comparison";
    private const string BuiltIn = "AnchorFit.PipelineConfig.BuiltIn";
    private const string Reporting = "AnchorFit.Reporting";
    private const string Html = "AnchorFit.Reporting.Html";
    private const string Charts = "AnchorFit.Reporting.Charts";
    private const string Page = "AnchorFit.Reporting.Page";
    private const string Protos = "AnchorFit.Protos";

    private static readonly string TasksAssembly = Path.Combine(AppContext.BaseDirectory, "AnchorFit.Build.Tasks.dll");

    private static readonly LayerTable Table = new()
    {
        OwnPrefix = "AnchorFit",
        Directions = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            [Text] = [],
            [Geometry] = [],
            [Protos] = [],
            [Diagnostics] = [Text],
            [Fitting] = [Geometry],
            [Anchors] = [Geometry, Fitting, Protos],
            [Search] = [Anchors, Geometry, Fitting, Protos],
            [Annotations] = [Json, Text, Diagnostics, Geometry],
            [Shapes] = [Annotations, Json, Text, Diagnostics, Geometry],
            [PascalVoc] = [Annotations, Shapes, Text, Diagnostics, Geometry],
            [Coco] = [Annotations, Json, Text, Diagnostics, Geometry],
            [Yolo] = [Annotations, Images, Text, Diagnostics, Geometry],
            [Tables] = [Annotations, Text, Diagnostics, Geometry],
            [TfRecord] = [Annotations, Text, Diagnostics, Geometry],
            [Json] = [Text],
            [Images] = [Annotations, Text, Geometry],
            [Via] = [Annotations, Shapes, Json, Tables, Text, Diagnostics, Geometry],
            [LabelStudio] = [Annotations, Shapes, Json, Text, Geometry],
            [Cvat] = [Annotations, Shapes, Text, Diagnostics, Geometry],
            [LabelMe] = [Annotations, Shapes, Json, Text, Geometry],
            [CreateMl] = [Annotations, Shapes, Json, Text, Geometry],
            [Vott] = [Annotations, Shapes, Json, Text, Geometry],
            [Datumaro] = [Annotations, Shapes, Json, Text, Geometry],
            [Reading] =
            [
                Annotations, PascalVoc, Coco, Yolo, Tables, TfRecord, Via, LabelStudio, Cvat, LabelMe, CreateMl, Vott, Datumaro,
                Shapes, Json, Images, Text, Diagnostics, Geometry,
            ],
            [Syntax] = [Text, Diagnostics],
            [Schema] = [Syntax, Text, Diagnostics, Geometry, Protos],
            [Editing] = [Syntax, Text, Diagnostics, Geometry, Protos],
            [Comparison] = [Syntax, Text, Diagnostics],
            [Overriding] = [Syntax, Schema, Editing, Text, Diagnostics, Geometry, Protos],
            [BuiltIn] = [],
            [Reporting] = [Text, Geometry, Fitting, Anchors, Diagnostics],
            [Html] = [Text],
            [Charts] = [Reporting, Html, Text, Geometry],
            [Page] = [Reporting, Charts, Html, Text, Geometry, Fitting, Anchors, Diagnostics],
            [Run] = [Text, Geometry, Protos, Diagnostics, Fitting, Anchors, Search, Annotations, Reading, Syntax, Schema, Editing, Overriding, Comparison, BuiltIn, Reporting, Page],
            [Hosting] = [Run, Text, Diagnostics, Annotations, Reading, Geometry],
            [Root] = [Run, Hosting, Diagnostics],
        },
        ForeignUsers = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["YamlDotNet"] = [Yolo],
            ["MathNet.Numerics"] = [Fitting, Anchors, Reporting],
            ["Microsoft.Build"] = [Root, Hosting],
        },
        DiskUsers = [Root, Hosting],
        Copies = [new TypeName("Microsoft.Build.Framework", "MSBuildMultiThreadableTaskAttribute")],
    };

    [Fact]
    public void Every_namespace_has_its_place() =>
        AssertNone(Table.FindUnknown(TypeUse.ReadTypes(TasksAssembly)));

    [Fact]
    public void Every_folder_uses_only_what_it_may() =>
        AssertNone(Table.FindViolations(TypeUse.ReadAll(TasksAssembly)));

    [Fact]
    public void The_walk_sees_the_uses_there_are()
    {
        IReadOnlyList<TypeUse> uses = TypeUse.ReadAll(TasksAssembly);
        Assert.Contains(uses, use => use.User.Namespace == Fitting && use.Used.Namespace == Geometry);
        Assert.Contains(uses, use => use.User.Namespace == Diagnostics && use.Used.Namespace == Text);
    }

    private static void AssertNone(IEnumerable<string> faults)
    {
        string lines = string.Join('\n', faults);
        Assert.True(lines.Length == 0, lines);
    }
}
