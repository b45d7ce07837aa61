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
        switch (model?.ModelCase ?? DetectionModel.ModelOneofCase.None)
        {
            case DetectionModel.ModelOneofCase.Ssd:
                return new ModelSection.SingleShot(
                    "model.ssd",
                    resizers.Read(model!.Ssd.ImageResizer, "model.ssd.image_resizer"),
                    model.Ssd,
                    ReadGenerator(model.Ssd.AnchorGenerator, "model.ssd.anchor_generator", bound, diagnostics));
            case DetectionModel.ModelOneofCase.FasterRcnn:
                return new ModelSection.TwoStage(
                    "model.faster_rcnn",
                    resizers.Read(model!.FasterRcnn.ImageResizer, "model.faster_rcnn.image_resizer"),
                    model.FasterRcnn,
                    ReadGenerator(model.FasterRcnn.FirstStageAnchorGenerator, "model.faster_rcnn.first_stage_anchor_generator", bound, diagnostics));
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

    private static AnchorGeneratorSection? ReadGenerator(
        AnchorGenerator? generator, string path, BoundConfig<TrainEvalPipelineConfig> bound, DiagnosticBag diagnostics)
    {
        switch (generator?.AnchorGeneratorOneofCase ?? AnchorGenerator.AnchorGeneratorOneofOneofCase.None)
        {
            case AnchorGenerator.AnchorGeneratorOneofOneofCase.SsdAnchorGenerator:
                return new AnchorGeneratorSection.Ssd(path + ".ssd_anchor_generator", generator!.SsdAnchorGenerator);
            case AnchorGenerator.AnchorGeneratorOneofOneofCase.MultiscaleAnchorGenerator:
                return new AnchorGeneratorSection.Multiscale(path + ".multiscale_anchor_generator", generator!.MultiscaleAnchorGenerator);
            case AnchorGenerator.AnchorGeneratorOneofOneofCase.GridAnchorGenerator:
                return new AnchorGeneratorSection.Grid(path + ".grid_anchor_generator", generator!.GridAnchorGenerator);
            case AnchorGenerator.AnchorGeneratorOneofOneofCase.FlexibleGridAnchorGenerator:
                return ReadFlexibleGrid(new(path + ".flexible_grid_anchor_generator", generator!.FlexibleGridAnchorGenerator), bound, diagnostics);
            default:
                diagnostics.Add(ModelDiagnostics.NoAnchorGenerator(bound.Document.Source, bound.Place(path), path));
                return null;
        }
    }

    private static AnchorGeneratorSection.FlexibleGrid ReadFlexibleGrid(
        AnchorGeneratorSection.FlexibleGrid generator, BoundConfig<TrainEvalPipelineConfig> bound, DiagnosticBag diagnostics)
    {
        if (generator.Settings.AnchorGrid.Count == 0)
        {
            diagnostics.Add(ModelDiagnostics.NoGrids(bound.Document.Source, bound.Place(generator.Path), generator.Path));
        }

        foreach (string grid in generator.GridsWithoutSizes)
        {
            diagnostics.Add(ModelDiagnostics.NoBaseSizes(bound.Document.Source, bound.Place(grid), grid));
        }

        return generator;
    }
}
