using System;
using System.Globalization;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Protos;
using ConditionProto = AnchorFit.Protos.ConditionalShapeResizer.Types.ResizeCondition;
using Kind = AnchorFit.Protos.ImageResizer.ImageResizerOneofOneofCase;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// Turns an <c>image_resizer</c> into what it does to boxes. Refuses what the trainer's builder refuses
/// (<c>object_detection/builders/image_resizer_builder.py</c>) and sizes that make no image.
/// </summary>
internal sealed class ImageResizerReader(BoundConfig<TrainEvalPipelineConfig> bound, DiagnosticBag diagnostics)
{
    /// <summary>The resize, or null with a diagnostic.</summary>
    /// <param name="resizer">The message; null where the config has none.</param>
    /// <param name="path">Its full path.</param>
    public ImageResize? Read(ImageResizer? resizer, string path)
    {
        switch (resizer?.ImageResizerOneofCase ?? Kind.None)
        {
            case Kind.FixedShapeResizer:
                return Read(resizer!.FixedShapeResizer, path + ".fixed_shape_resizer");
            case Kind.KeepAspectRatioResizer:
                return Read(resizer!.KeepAspectRatioResizer, path + ".keep_aspect_ratio_resizer");
            case Kind.ConditionalShapeResizer:
                return Read(resizer!.ConditionalShapeResizer, path + ".conditional_shape_resizer");
            case Kind.PadToMultipleResizer:
                int multiple = resizer!.PadToMultipleResizer.Multiple;
                return IsPositive(multiple, path + ".pad_to_multiple_resizer.multiple") ? new ImageResize.PadToMultiple(multiple) : null;
            case Kind.IdentityResizer:
                return new ImageResize.Identity();
            default:
                diagnostics.Add(ModelDiagnostics.NoImageResizer(bound.Document.Source, bound.Place(path), path));
                return null;
        }
    }

    private ImageResize.FixedShape? Read(FixedShapeResizer resizer, string path)
        => IsPositive(resizer.Height, path + ".height") & IsPositive(resizer.Width, path + ".width")
            ? new ImageResize.FixedShape(resizer.Height, resizer.Width)
            : null;

    private ImageResize.KeepAspectRatio? Read(KeepAspectRatioResizer resizer, string path)
    {
        if (!IsPositive(resizer.MinDimension, path + ".min_dimension"))
        {
            return null;
        }

        if (resizer.MaxDimension < resizer.MinDimension)
        {
            Refuse(Text(resizer.MaxDimension), path + ".max_dimension", FormattableString.Invariant($"must not be below min_dimension ({resizer.MinDimension})"));
            return null;
        }

        return new ImageResize.KeepAspectRatio(resizer.MinDimension, resizer.MaxDimension, resizer.PadToMaxDimension);
    }

    private ImageResize.Conditional? Read(ConditionalShapeResizer resizer, string path)
    {
        if (resizer.Condition == ConditionProto.Invalid)
        {
            Refuse("INVALID", path + ".condition", "must be GREATER or SMALLER");
            return null;
        }

        ResizeCondition condition = resizer.Condition == ConditionProto.Greater ? ResizeCondition.Greater : ResizeCondition.Smaller;
        return IsPositive(resizer.SizeThreshold, path + ".size_threshold") ? new ImageResize.Conditional(condition, resizer.SizeThreshold) : null;
    }

    private bool IsPositive(int value, string path)
    {
        if (value <= 0)
        {
            Refuse(Text(value), path, "must be above zero");
        }

        return value > 0;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private void Refuse(string value, string path, string rule)
        => diagnostics.Add(ModelDiagnostics.UnusableResizer(bound.Document.Source, bound.Place(path), path, value, rule));
}
