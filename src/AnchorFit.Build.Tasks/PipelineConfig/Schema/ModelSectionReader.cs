using AnchorFit.Diagnostics;
using AnchorFit.Protos;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>Finds in a bound pipeline what a fit needs to know of its model.</summary>
internal static class ModelSectionReader
{
    /// <summary>
    /// The model; null, with a diagnostic, where the config has none. A missing or unusable image resizer and a missing
    /// anchor generator are reported, too, and stand as null in the result.
    /// </summary>
    public static ModelSection? Read(BoundConfig<TrainEvalPipelineConfig> bound, DiagnosticBag diagnostics)
    {
        DetectionModel? model = bound.Message.Model;
        var resizers = new ImageResizerReader(bound, diagnostics);
        var generators = new AnchorGeneratorReader(bound, diagnostics);
        switch (model?.ModelCase ?? DetectionModel.ModelOneofCase.None)
        {
            case DetectionModel.ModelOneofCase.Ssd:
                return new ModelSection.SingleShot(
                    "model.ssd",
                    resizers.Read(model!.Ssd.ImageResizer, "model.ssd.image_resizer"),
                    model.Ssd,
                    generators.Read(model.Ssd.AnchorGenerator, "model.ssd.anchor_generator", "ssd_anchor_generator { }"));
            case DetectionModel.ModelOneofCase.FasterRcnn:
                return new ModelSection.TwoStage(
                    "model.faster_rcnn",
                    resizers.Read(model!.FasterRcnn.ImageResizer, "model.faster_rcnn.image_resizer"),
                    model.FasterRcnn,
                    generators.Read(model.FasterRcnn.FirstStageAnchorGenerator, "model.faster_rcnn.first_stage_anchor_generator", "grid_anchor_generator { scales: [0.25, 0.5, 1.0, 2.0] }"));
            case DetectionModel.ModelOneofCase.CenterNet:
                return new ModelSection.KeypointBased(
                    "model.center_net",
                    resizers.Read(model!.CenterNet.ImageResizer, "model.center_net.image_resizer"),
                    model.CenterNet);
            case DetectionModel.ModelOneofCase.ExperimentalModel:
                return new ModelSection.Experimental("model.experimental_model", model!.ExperimentalModel);
            default:
                diagnostics.Add(ModelDiagnostics.NoModel(bound.Document.Source, bound.Place("model")));
                return null;
        }
    }
}
