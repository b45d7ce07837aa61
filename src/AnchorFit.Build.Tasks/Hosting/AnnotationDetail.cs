using AnchorFit.Annotations;
using AnchorFit.Geometry;

namespace AnchorFit.Hosting;

/// <summary>What the metadata of an item says of its file.</summary>
internal sealed record AnnotationDetail
{
    /// <summary>Says nothing.</summary>
    public static AnnotationDetail None { get; } = new();

    public AnnotationFormat? Format { get; init; }

    public double Weight { get; init; } = 1;

    public string? NamesFile { get; init; }

    public string? ImagesDirectory { get; init; }

    public ImageSize? ImageSize { get; init; }

    /// <summary>The source with all that.</summary>
    public AnnotationSource Apply(AnnotationSource source) => source with
    {
        Format = Format,
        Weight = Weight,
        NamesFile = NamesFile,
        ImagesDirectory = ImagesDirectory,
        ImageSize = ImageSize,
    };
}
