namespace AnchorFit.PipelineConfig.Editing;

/// <summary>A field to be written.</summary>
/// <param name="Name">Its name; an extension's in brackets.</param>
/// <param name="Value">Its value.</param>
internal sealed record NewField(string Name, NewValue Value)
{
    /// <param name="text">The value as it shall stand in the file.</param>
    public static NewField Scalar(string name, string text) => new(name, new NewValue.Scalar(text, null));
}
