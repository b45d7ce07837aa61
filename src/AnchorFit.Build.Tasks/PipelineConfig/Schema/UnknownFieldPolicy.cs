namespace AnchorFit.PipelineConfig.Schema;

/// <summary>What a field that the schema does not have is worth: <c>AnchorFitUnknownFields</c>.</summary>
internal enum UnknownFieldPolicy
{
    /// <summary>A warning: a fork's trainer may know the field, the original one refuses it.</summary>
    Warn,

    /// <summary>An error.</summary>
    Error,

    /// <summary>Nothing is said.</summary>
    Ignore,
}
