using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;

namespace AnchorFit.Run;

/// <summary>The config with the edits of a fit.</summary>
internal sealed class EditedConfig(ConfigDocument document, ConfigStyle style)
{
    private TrainEvalPipelineConfig? _message;

    /// <summary>What it says, as the trainer reads it.</summary>
    public TrainEvalPipelineConfig Message => _message ??= PipelineSchema.BindPipeline(document, UnknownFieldPolicy.Ignore).Message;

    /// <summary>The bytes to write.</summary>
    public byte[] Encode() => ConfigText.Encode(style == ConfigStyle.Canonical ? CanonicalPrinter.Print(Message) : document.Source.Content);
}
