using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Schema;
using static AnchorFit.Run.SettingForms;

namespace AnchorFit.Run;

/// <summary>
/// Every property that projects may set, a row each, in README's order. A new one is a row here and its member of
/// <see cref="FitSettings"/>; with ANCHORFIT_UPDATE_GOLDEN=1 the tests write the rest.
/// </summary>
internal static class SettingTable
{
    // Before the rows, which enter themselves.
    private static readonly List<Setting> s_all = [];

    public static Setting AnnotationsFormat { get; } = Row(
        "AnchorAnnotationsFormat", "Format", SettingCategory.Annotations, "–",
        "the `Format` of annotations that name none: `PascalVoc`, `Coco`, `Yolo`, `Csv`, `TfRecord`, `Kitti`, `OpenImages`, `Via`, `LabelStudio`, `Cvat`, `LabelMe`, `CreateMl`, `Vott` or `Datumaro`",
        Format, (fit, value) => fit with { AnnotationsFormat = value });

    public static Setting AnnotationsDirectory { get; } = Row(
        "AnchorAnnotationsDirectory", "Annotations folder", SettingCategory.Annotations, "–",
        "a folder instead of items, or beside them: every file in it and below it that is named as its format's files are, `.xml` unless `AnchorAnnotationsFormat` says another (links to folders are not followed; hidden files and folders, whose names begin with a dot, are passed over). For very large sets",
        Anything, (fit, _) => fit, SettingUse.Targets);

    public static Setting AnnotationsExclude { get; } = Row(
        "AnchorAnnotationsExclude", "Not in that folder", SettingCategory.Annotations, "–",
        "files of that folder to pass over: patterns that count from it, with `;` between them, such as `test/**;**/*_old.xml`",
        Patterns, (fit, value) => fit with { AnnotationsExclude = value });

    public static Setting FromInputReader { get; } = Row(
        "AnchorFitFromInputReader", "Read the config's records", SettingCategory.Annotations, "`false`",
        "`true` reads the records that the config's own `train_input_reader` names",
        Switch, (fit, value) => fit with { FromInputReader = value });

    public static Setting BaseConfig { get; } = Row(
        "AnchorFitBaseConfig", "Base config", SettingCategory.Fit, "`builtin:ssdlite_mobiledet_edgetpu_320x320`",
        "the config to start from, up to 4 MiB; or `builtin:` and a name, in any case: `ssdlite_mobiledet_edgetpu_320x320`, `ssd_mobilenet_v2_300x300`, `ssd_mobilenet_v1_fpn_640x640`",
        SettingForms.BaseConfig, (fit, value) => fit with { BaseConfig = value });

    public static Setting AspectRatioCount { get; } = Row(
        "AnchorFitAspectRatioCount", "Number of aspect ratios", SettingCategory.Fit, "`4`",
        "how many aspect ratios: 1 to 100, or `auto`, the fewest (up to 10) that draw as good anchors as any ([how to choose](docs/guides/choosing-k.md))",
        SettingForms.RatioCount, (fit, value) => value > 0 ? fit with { AspectRatioCount = value } : fit with { TargetIoU = FitSettings.DefaultTargetIoU });

    public static Setting TargetIoU { get; } = Row(
        "AnchorFitTargetIoU", "Average IoU to reach", SettingCategory.Fit, "`90` where drawn anchors aren't known",
        "with `auto`: the average IoU of shapes to reach, in percent, in place of what is drawn",
        Percentage, (fit, value) => fit.TargetIoU is null ? fit : fit with { TargetIoU = value });

    public static Setting Objective { get; } = Row(
        "AnchorFitObjective", "Objective", SettingCategory.Fit, "`KMeans`",
        "what is fitted: `KMeans`, the notebook's; [`MeanIoU`](#how-to-read-the-average-iou), the average IoU itself; or [`DrawnAnchors`](docs/guides/drawn-anchors.md), the overlap with the anchors that the model draws",
        Words(("KMeans", FitObjective.KMeans, "k-means, as the notebook"), ("MeanIoU", FitObjective.MeanIoU, "Average IoU"), ("DrawnAnchors", FitObjective.DrawnAnchors, "Anchors as the model draws them")),
        (fit, value) => fit with { Objective = value });

    public static Setting Scales { get; } = Row(
        "AnchorFitScales", "Fit scales", SettingCategory.Fit, "`false`",
        "with `DrawnAnchors`: `true` fits the anchors' sizes, too",
        Switch, (fit, value) => fit with { Search = fit.Search with { Scales = value } });

    public static Setting LowestLayer { get; } = Row(
        "AnchorFitLowestLayer", "Reduce the finest layer", SettingCategory.Fit, "`keep`",
        "`reduce_boxes_in_lowest_layer`: `keep`, `true`, `false`, or with `DrawnAnchors` `auto`, whichever serves the boxes better",
        Words(
            ("keep", Anchors.Search.LowestLayer.Keep, "As the base config"), ("auto", Anchors.Search.LowestLayer.Auto, "Whichever serves the boxes better (drawn anchors)"),
            ("true", Anchors.Search.LowestLayer.Reduced, "Yes: three anchors of its own"), ("false", Anchors.Search.LowestLayer.Full, "No: the anchors of every layer")),
        (fit, value) => fit with { Search = fit.Search with { LowestLayer = value } });

    public static Setting MaxAnchors { get; } = Row(
        "AnchorFitMaxAnchors", "Most anchors", SettingCategory.Fit, "–",
        "with `DrawnAnchors`: so many anchors in all at most; the number of ratios is then an upper bound",
        Whole(1, int.MaxValue, "a whole number from 1"), (fit, value) => fit with { Search = fit.Search with { MaxAnchors = value } });

    public static Setting Protect { get; } = Row(
        "AnchorFitProtect", "Protected groups", SettingCategory.Fit, "`classes;sizes`",
        "with `DrawnAnchors`: what isn't served worse than by the base config's anchors: `classes;sizes`, `classes`, `sizes`, or `none`",
        Protection, (fit, value) => fit with { Search = fit.Search with { Protection = value } });

    public static Setting ClassWeights { get; } = Row(
        "AnchorFitClassWeights", "Weights of classes", SettingCategory.Fit, "–",
        "with `DrawnAnchors`: what classes count for, such as `cat=3;dog=0.5`; others 1",
        SettingForms.ClassWeights, (fit, value) => fit with { ClassWeights = value });

    public static Setting Budget { get; } = Row(
        "AnchorFitBudget", "Search budget", SettingCategory.Fit, "`20000`",
        "with `DrawnAnchors`: how many candidates are scored for each set of numbers that is free, 100 to 100,000,000",
        Whole(100, 100_000_000, "a whole number from 100 to 100000000"), (fit, value) => fit with { Search = fit.Search with { Budget = value } });

    public static Setting FeatureMaps { get; } = Row(
        "AnchorFitFeatureMaps", "Feature maps", SettingCategory.Fit, "those of the feature extractor",
        "the feature maps on which anchors are drawn, the finest first: `HEIGHTxWIDTH` with `;` between them, such as `20x20;10x10`; only for a [feature extractor](#the-anchors-that-the-trainer-draws) whose maps aren't known",
        SettingForms.FeatureMaps, (fit, value) => fit with { FeatureMaps = value });

    public static Setting PipelineConfig { get; } = Row(
        "AnchorFitPipelineConfig", "Fitted config", SettingCategory.Fit, "`pipeline.config` below `obj`",
        "where the result goes; from there it is copied to the output folder. A link stays a link: the file that it leads to is written",
        Anything, (fit, _) => fit, SettingUse.Targets);

    public static Setting GenerateDependsOn { get; } = Row(
        "AnchorFitGenerateDependsOn", "Targets before the fit", SettingCategory.Build, "–",
        "targets of yours that run [before the fit](#annotations-that-a-target-makes)",
        Anything, (fit, _) => fit, SettingUse.Targets);

    public static Setting OutputSubfolder { get; } = Row(
        "AnchorFitOutputSubfolder", "Output subfolder", SettingCategory.Fit, "–",
        "where below the output folder the copy goes ([two models in one app](docs/guides/two-models.md))",
        Subfolder, (fit, value) => fit with { OutputSubfolder = value }, SettingUse.Output);

    public static Setting NumClasses { get; } = Row(
        "AnchorFitNumClasses", "Number of classes", SettingCategory.Fit, "`auto`",
        "`auto` (the largest id of the label map; without one the number of class names, those of a list included; the largest where all names are numbers of no list: [how they are counted](docs/guides/label-maps.md#neither-how-num_classes-is-counted)), `names` (the same, where numbers are names), `keep` the base config's, or a number",
        SettingForms.NumClasses, (fit, value) => fit with { NumClasses = value });

    public static Setting LabelMap { get; } = Row(
        "AnchorFitLabelMap", "Label map", SettingCategory.Fit, "–",
        "the label map that you have: the annotations' classes are checked against it",
        Anything, (fit, value) => fit with { LabelMap = value });

    public static Setting UnknownClasses { get; } = Row(
        "AnchorFitUnknownClasses", "Unknown classes", SettingCategory.Annotations, "`error`",
        "a class that this map hasn't got: `error`, `warn` or `ignore`",
        Words(("error", UnknownClassPolicy.Error, "Fail the build"), ("warn", UnknownClassPolicy.Warn, "Warn"), ("ignore", UnknownClassPolicy.Ignore, "Ignore")),
        (fit, value) => fit with { UnknownClasses = value });

    public static Setting GenerateLabelMap { get; } = Row(
        "AnchorFitGenerateLabelMap", "Write a label map", SettingCategory.Fit, "`false`",
        "`true` writes `label_map.pbtxt` beside the config and copies it along",
        Switch, (fit, value) => fit with { GenerateLabelMap = value });

    public static Setting ClassPattern { get; } = Row(
        "AnchorFitClassPattern", "Class in the file's name", SettingCategory.Annotations, "–",
        "regular expression over the image's file name without extension (the annotation's, where it stands for its one image) that gives the class of its objects: group 1, else the whole match",
        SettingForms.ClassPattern, (fit, value) => fit with { ClassPattern = value });

    public static Setting InvalidBoxes { get; } = Row(
        "AnchorFitInvalidBoxes", "Invalid boxes", SettingCategory.Annotations, "`warn`",
        "a box that can't be used is skipped: `warn`, `ignore`, or `error`",
        Words(("warn", InvalidBoxPolicy.Warn, "Skip with a warning"), ("error", InvalidBoxPolicy.Error, "Fail the build"), ("ignore", InvalidBoxPolicy.Ignore, "Skip silently")),
        (fit, value) => fit with { InvalidBoxes = value });

    public static Setting Difficult { get; } = Row(
        "AnchorFitDifficult", "Difficult boxes", SettingCategory.Annotations, "`include`",
        "boxes marked difficult, as a crowd or as a group: `include` or `exclude`",
        Words(("include", true, "Include"), ("exclude", false, "Exclude")), (fit, value) => fit with { IncludeDifficult = value });

    public static Setting MinBoxSize { get; } = Row(
        "AnchorFitMinBoxSize", "Smallest box", SettingCategory.Annotations, "`0`",
        "leave out boxes whose shorter side has fewer pixels than this, as the network sees it",
        Pixels, (fit, value) => fit with { MinBoxSize = value });

    public static Setting IncludeClasses { get; } = Row(
        "AnchorFitIncludeClasses", "Only these classes", SettingCategory.Annotations, "all",
        "the only classes that take part; names with `;` between them",
        Names, (fit, value) => fit with { Classes = fit.Classes.WithIncluded(value) });

    public static Setting ExcludeClasses { get; } = Row(
        "AnchorFitExcludeClasses", "Not these classes", SettingCategory.Annotations, "–",
        "classes that don't take part; names with `;` between them",
        Names, (fit, value) => fit with { Classes = fit.Classes.WithExcluded(value) });

    public static Setting CheckRecords { get; } = Row(
        "AnchorFitCheckRecords", "Check records", SettingCategory.Annotations, "`false`",
        "`true` compares the checksum of every record with its content, and so reads the images in it, too",
        Switch, (fit, value) => fit with { CheckRecords = value });

    public static Setting UnknownFields { get; } = Row(
        "AnchorFitUnknownFields", "Unknown fields", SettingCategory.Build, "`warn`",
        "fields of the base config that the API's schema doesn't know: `warn`, `error` or `ignore`",
        Words(("warn", UnknownFieldPolicy.Warn, "Warn"), ("error", UnknownFieldPolicy.Error, "Fail the build"), ("ignore", UnknownFieldPolicy.Ignore, "Ignore")),
        (fit, value) => fit with { UnknownFields = value });

    public static Setting ConfigStyle { get; } = Row(
        "AnchorFitConfigStyle", "Layout of the config", SettingCategory.Fit, "`preserve`",
        "`preserve` every byte outside the fitted fields, or `canonical`: printed anew as Python's `text_format.MessageToString` does, without comments",
        Words(("preserve", Run.ConfigStyle.Preserve, "As the base config"), ("canonical", Run.ConfigStyle.Canonical, "Printed anew")),
        (fit, value) => fit with { ConfigStyle = value });

    public static Setting ContentHash { get; } = Row(
        "AnchorFitContentHash", "Compare contents", SettingCategory.Build, "`false`",
        "notice changed files by content instead of by size and time",
        Switch, (fit, value) => fit with { ContentHash = value }, SettingUse.Build);

    public static Setting UpToDateCheckMode { get; } = Row(
        "AnchorFitUpToDateCheckMode", "Fast up-to-date check", SettingCategory.Build, "`Files`",
        "what [Visual Studio's fast check](docs/guides/visual-studio.md) sees: `Files`, `Directories` or `None`",
        Words(("Files", 0, "Every annotation file"), ("Directories", 0, "The folders of the annotations"), ("None", 0, "Nothing of the fit")), (fit, _) => fit, SettingUse.Build);

    public static Setting WatchAnnotations { get; } = Row(
        "AnchorFitWatchAnnotations", "Watch annotations", SettingCategory.Build, "`false`",
        "`dotnet watch` reacts to annotations, not to the base config alone",
        Switch, (fit, _) => fit, SettingUse.Build);

    public static Setting Report { get; } = Row(
        "AnchorFitReport", "Write the report", SettingCategory.Build, "`true`",
        "`false` writes no [report](#the-report), and removes that of an earlier fit",
        Switch, (fit, value) => fit with { Report = value }, SettingUse.Report);

    public static Setting Verify { get; } = Row(
        "AnchorFitVerify", "Verify the committed config", SettingCategory.Build, "`false`",
        "write nothing, and fail when the committed file that `AnchorFitPipelineConfig` names is not what a fit gives",
        Switch, (fit, _) => fit, SettingUse.Build);

    public static Setting Enabled { get; } = Row(
        "AnchorFitEnabled", "Fit during build", SettingCategory.Fit, "`true`",
        "`false` switches the package off",
        Switch, (fit, _) => fit, SettingUse.Build);

    /// <summary>All rows.</summary>
    public static IReadOnlyList<Setting> All => s_all;

    /// <summary>The row of a property; null where there is none.</summary>
    public static Setting? Find(string name) => s_all.FirstOrDefault(setting => setting.Name == name);

    private static Setting<T> Row<T>(
        string name, string title, SettingCategory category, string byDefault, string meaning, SettingForm<T> form, Func<FitSettings, T, FitSettings> keep, SettingUse use = SettingUse.Fit)
    {
        var row = new Setting<T>(form, keep) { Name = name, Title = title, Category = category, Use = use, Default = byDefault, Meaning = meaning, Words = form.Words };
        s_all.Add(row);
        return row;
    }
}
