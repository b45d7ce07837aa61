using System;
using AnchorFit.PipelineConfig.Schema;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

public class CheckpointUseReaderTests
{
    [Theory]
    [InlineData("", nameof(CheckpointUse.NoDetector))]
    [InlineData("batch_size: 1", nameof(CheckpointUse.NoDetector))]
    [InlineData("fine_tune_checkpoint_type: \"detection\"", nameof(CheckpointUse.NoDetector))]
    [InlineData("fine_tune_checkpoint: \"\" fine_tune_checkpoint_type: \"full\"", nameof(CheckpointUse.NoDetector))]
    [InlineData("fine_tune_checkpoint: \"a\"", nameof(CheckpointUse.NoDetector))]
    [InlineData("fine_tune_checkpoint: \"a\" fine_tune_checkpoint_type: \"classification\"", nameof(CheckpointUse.NoDetector))]
    [InlineData("fine_tune_checkpoint: \"a\" fine_tune_checkpoint_type: \"classification\" from_detection_checkpoint: true", nameof(CheckpointUse.NoDetector))]
    [InlineData("fine_tune_checkpoint: \"PATH_TO_BE_CONFIGURED\" fine_tune_checkpoint_type: \"detection\"", nameof(CheckpointUse.FeatureExtractor))]
    [InlineData("fine_tune_checkpoint: \"a\" from_detection_checkpoint: true", nameof(CheckpointUse.FeatureExtractor))]
    [InlineData("fine_tune_checkpoint: \"a\" from_detection_checkpoint: true load_all_detection_checkpoint_vars: true", nameof(CheckpointUse.WholeDetector))]
    [InlineData("fine_tune_checkpoint: \"a\" fine_tune_checkpoint_type: \"detection\" load_all_detection_checkpoint_vars: true", nameof(CheckpointUse.WholeDetector))]
    [InlineData("fine_tune_checkpoint: \"a\" load_all_detection_checkpoint_vars: true", nameof(CheckpointUse.NoDetector))]
    [InlineData("fine_tune_checkpoint: \"a\" fine_tune_checkpoint_type: \"full\"", nameof(CheckpointUse.WholeDetector))]
    public void IsWhatTheTrainerTakes(string training, string expected) => Assert.Equal(
        Enum.Parse<CheckpointUse>(expected),
        CheckpointUseReader.Read(PipelineSchema.BindPipeline(Binding.Parse($"train_config {{ {training} }}")).Message));
}
