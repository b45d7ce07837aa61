using System;
using AnchorFit.Annotations.Json;

namespace AnchorFit.Annotations;

/// <summary>What is seen of a file before its format is known.</summary>
/// <param name="path">As the user wrote it.</param>
/// <param name="head">Its first 4 KiB, or all of it.</param>
/// <param name="sketch">Looks at its names, should it be JSON.</param>
internal sealed class FileGlance(string path, ReadOnlyMemory<byte> head, Func<JsonSketch> sketch)
{
    private JsonSketch? _json;
    private string? _root;

    public string Path => path;

    public ReadOnlySpan<byte> Head => head.Span;

    /// <summary>What its names show; none of anything where it is no JSON.</summary>
    public JsonSketch Json => _json ??= JsonStart.IsLikely(Head) ? sketch() : new JsonSketch();

    /// <summary>The name of the root element; empty where the file is no XML, or that isn't to be seen.</summary>
    public string XmlRoot => _root ??= XmlText.RootOf(Head);
}
