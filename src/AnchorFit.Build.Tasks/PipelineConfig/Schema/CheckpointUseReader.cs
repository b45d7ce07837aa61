using AnchorFit.Protos;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// Reads from <c>train_config</c> what is taken over of a checkpoint, as <c>update_fine_tune_checkpoint_type</c> of
/// <c>utils/config_util.py</c> and <c>restore_map</c> and <c>restore_from_objects</c> of
/// <c>meta_architectures/ssd_meta_arch.py</c> do.
/// </summary>
internal static class CheckpointUseReader
{
    /// <summary>A checkpoint whose path is still to be filled in counts.</summary>
    public static CheckpointUse Read(TrainEvalPipelineConfig config)
    {
        if (config.TrainConfig is not { FineTuneCheckpoint.Length: > 0 } training)
        {
            return CheckpointUse.NoDetector;
        }

#pragma warning disable CS0612 // Configs of the API's first years have nothing but the deprecated field, and it is still obeyed.
        bool isDetector = training.FineTuneCheckpointType == "detection" || (training.FineTuneCheckpointType.Length == 0 && training.FromDetectionCheckpoint);
#pragma warning restore CS0612
        return training.FineTuneCheckpointType == "full" || (isDetector && training.LoadAllDetectionCheckpointVars)
            ? CheckpointUse.WholeDetector
            : isDetector ? CheckpointUse.FeatureExtractor : CheckpointUse.NoDetector;
    }
}
