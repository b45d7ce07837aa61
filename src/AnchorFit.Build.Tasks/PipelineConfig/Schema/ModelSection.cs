using AnchorFit.Geometry;
using AnchorFit.Protos;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// The model of a pipeline: what the rest of the product asks of it, whatever its kind
/// (<c>object_detection/protos/model.proto</c>). Read with <see cref="ModelSectionReader"/>.
/// </summary>
/// <param name="Path">The full path of the model's message, as in <c>model.ssd</c>.</param>
/// <param name="ImageResize">What the trainer does to images; null where the config doesn't say it in a usable way.</param>
internal abstract record ModelSection(string Path, ImageResize? ImageResize)
{
    /// <summary>The full path of <c>num_classes</c>; null where the kind has none.</summary>
    public virtual string? NumClassesPath => Path + ".num_classes";

    /// <summary>The number of classes in the config; null where it isn't set.</summary>
    public abstract int? NumClasses { get; }

    /// <summary>The full path of the message whose member says how images are resized.</summary>
    public string ImageResizerPath => Path + ".image_resizer";

    /// <summary>SSD and its descendants: RetinaNet, EfficientDet.</summary>
    /// <param name="Generator">Null where the config has none.</param>
    public sealed record SingleShot(string Path, ImageResize? ImageResize, Ssd Settings, AnchorGeneratorSection? Generator)
        : ModelSection(Path, ImageResize), IAnchorBased
    {
        public override int? NumClasses => Settings.HasNumClasses ? Settings.NumClasses : null;
    }

    /// <summary>Faster R-CNN, R-FCN, Mask R-CNN: the anchors are those of the first stage.</summary>
    /// <param name="Generator">Null where the config has none.</param>
    public sealed record TwoStage(string Path, ImageResize? ImageResize, FasterRcnn Settings, AnchorGeneratorSection? Generator)
        : ModelSection(Path, ImageResize), IAnchorBased
    {
        public override int? NumClasses => Settings.HasNumClasses ? Settings.NumClasses : null;
    }

    /// <summary>CenterNet: classes, but no anchors.</summary>
    public sealed record KeypointBased(string Path, ImageResize? ImageResize, CenterNet Settings) : ModelSection(Path, ImageResize)
    {
        public override int? NumClasses => Settings.HasNumClasses ? Settings.NumClasses : null;
    }

    /// <summary>A model of somebody's own, of which the schema has only the name.</summary>
    public sealed record Experimental(string Path, ExperimentalModel Settings) : ModelSection(Path, ImageResize: null)
    {
        public override string? NumClassesPath => null;

        public override int? NumClasses => null;
    }
}

/// <summary>A model that matches boxes with anchors.</summary>
internal interface IAnchorBased
{
    AnchorGeneratorSection? Generator { get; }
}
