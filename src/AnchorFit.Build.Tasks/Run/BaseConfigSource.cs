using System.IO;
using AnchorFit.PipelineConfig.BuiltIn;

namespace AnchorFit.Run;

/// <summary>The text to start from.</summary>
/// <param name="Name">The path as the user named it, or <c>builtin:NAME</c>.</param>
/// <param name="RelativeName">The same, the path from the project's folder with forward slashes: equal on every machine.</param>
/// <param name="Content">The bytes of the file.</param>
/// <param name="IsBuiltIn">The package brought it.</param>
internal sealed record BaseConfigSource(string Name, string RelativeName, byte[] Content, bool IsBuiltIn)
{
    /// <summary>The built-in config of that name; null when there is none.</summary>
    public static BaseConfigSource? FromBuiltIn(BaseConfigName name)
    {
        using Stream? stream = BuiltInConfigs.TryOpen(name.Value);
        if (stream is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        stream.CopyTo(content);
        return new BaseConfigSource(name.ToString(), name.ToString(), content.ToArray(), IsBuiltIn: true);
    }
}
