using System;
using AnchorFit.Anchors;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Geometry;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>
/// Finds the images of the worst-covered boxes, where annotation formats look for them. The report holds the files as they
/// are, so they are bounded in number and bytes; nothing here is an input of the fit, and a missing image is no fault.
/// </summary>
internal sealed class WorstPictures(FitRequest request, BoxPopulation boxes, BoxScaling scaling)
{
    private const int MostPictures = 6;
    private const int MostBytesOfOne = 512 << 10;
    private const int MostBytes = 2 << 20;

    private int _pictures;
    private int _bytes;

    /// <summary>The image with the box; null where there is none, or no room for it.</summary>
    /// <param name="index">The box's index in <see cref="PlacedPopulation.Boxes"/>.</param>
    public BoxPicture? Of(int index)
    {
        PlacedBox box = boxes.Placed.Boxes.Boxes[index];
        if (_pictures == MostPictures || !boxes.Placed.Images.IsComplete || box.File >= request.Annotations.Count)
        {
            return null;
        }

        if (ImageFiles.Find(request.Annotations[box.File], boxes.Placed.Images.Of(index), request.FindCompanion) is not { } found
            || !Locate(box.Edges, found.Size, out PixelBox edges)
            || Read(found.Path) is not { } content || MediaTypeOf(content) is not { } mediaType)
        {
            return null;
        }

        _pictures++;
        _bytes += content.Length;
        return new BoxPicture(mediaType, content, found.Size, edges);
    }

    // Back from the network's input: by where it sees the whole image.
    private bool Locate(PixelBox placed, ImageSize image, out PixelBox edges)
    {
        edges = default;
        if (!scaling.TryPlace(new PixelBox(0, 0, image.Width, image.Height), BoxUnit.Pixels, image, out PixelBox whole, out _))
        {
            return false;
        }

        (double x, double y) = (image.Width / whole.Width, image.Height / whole.Height);
        edges = new PixelBox((placed.XMin - whole.XMin) * x, (placed.YMin - whole.YMin) * y, (placed.XMax - whole.XMin) * x, (placed.YMax - whole.YMin) * y);

        // Another image than the one that was annotated.
        return edges.XMax > 0 && edges.YMax > 0 && edges.XMin < image.Width && edges.YMin < image.Height;
    }

    private byte[]? Read(string path)
    {
        int most = Math.Min(MostBytesOfOne, MostBytes - _bytes);
        return request.FindCompanion(path).Open is { } open
            && CompanionReading.TryRead(open, stream => CompanionReading.ReadAll(stream, most), out byte[]? content) is null
                ? content
                : null;
    }

    // By content: what is no picture stays out of the page, whatever it is called.
    private static string? MediaTypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? "image/jpeg"
        : content.StartsWith("GIF8"u8) ? "image/gif"
        : content.StartsWith("BM"u8) ? "image/bmp"
        : content.StartsWith("RIFF"u8) ? "image/webp"
        : null;
}
