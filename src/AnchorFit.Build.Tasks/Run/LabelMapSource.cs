namespace AnchorFit.Run;

/// <summary>The text of an existing label map.</summary>
/// <param name="Name">The path as the user named it.</param>
/// <param name="Content">The bytes of the file.</param>
internal sealed record LabelMapSource(string Name, byte[] Content);
