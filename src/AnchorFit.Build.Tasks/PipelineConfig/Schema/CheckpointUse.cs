namespace AnchorFit.PipelineConfig.Schema;

/// <summary>What training takes over of the checkpoint that the config starts from.</summary>
internal enum CheckpointUse
{
    /// <summary>There is none, or it is one of a classifier.</summary>
    NoDetector,

    /// <summary>One of a detector, whose feature extractor alone is taken over.</summary>
    FeatureExtractor,

    /// <summary>One of a detector, with its box predictor.</summary>
    WholeDetector,
}
