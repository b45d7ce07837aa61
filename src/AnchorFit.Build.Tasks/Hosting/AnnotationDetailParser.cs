using System;
using System.Collections.Generic;
using System.Globalization;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;

namespace AnchorFit.Hosting;

/// <summary>Turns the metadata of one item after another into details; items of one glob share theirs.</summary>
internal sealed class AnnotationDetailParser(string projectFile, DiagnosticBag diagnostics)
{
    private const double MaxWeight = 1e9;

    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private string[] _lastValues = [];
    private AnnotationDetail _last = AnnotationDetail.None;

    /// <param name="item">The item, for diagnostics.</param>
    /// <param name="values">Format, weight, names of classes, folder of images, size of images; empty where not said.</param>
    public AnnotationDetail Parse(string item, string[] values)
    {
        if (!((ReadOnlySpan<string>)values).SequenceEqual(_lastValues))
        {
            _lastValues = [.. values];
            _last = new AnnotationDetail
            {
                Format = ParseFormat(item, values[0].Trim()),
                Weight = ParseWeight(item, values[1].Trim()),
                NamesFile = values[2].Trim() is { Length: > 0 } names ? names : null,
                ImagesDirectory = values[3].Trim() is { Length: > 0 } images ? images : null,
                ImageSize = ParseSize(item, values[4].Trim()),
            };
        }

        return _last;
    }

    private AnnotationFormat? ParseFormat(string item, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        AnnotationFormat? format = AnnotationFormats.Find(text);
        if (format is null)
        {
            Refuse(item, "Format", text, AnnotationFormats.Accepted);
        }

        return format;
    }

    private double ParseWeight(string item, string text)
    {
        if (text.Length == 0)
        {
            return 1;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double weight) && weight is > 1e-9 and <= MaxWeight)
        {
            return weight;
        }

        Refuse(item, "Weight", text, "a number above zero, such as 2 or 0.5");
        return 1;
    }

    private ImageSize? ParseSize(string item, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        string[] sides = text.Split('x', 'X', '×');
        if (sides.Length == 2 && TryParseSide(sides[0], out int width) && TryParseSide(sides[1], out int height))
        {
            return new ImageSize(width, height);
        }

        Refuse(item, "ImageSize", text, "WIDTHxHEIGHT in pixels, such as 640x480");
        return null;
    }

    private static bool TryParseSide(string text, out int pixels) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out pixels) && pixels > 0;

    // A glob of thousands of files has one fault.
    private void Refuse(string item, string name, string value, string accepted)
    {
        if (_refused.Add(name + "=" + value))
        {
            diagnostics.Add(SettingDiagnostics.InvalidMetadata(projectFile, item, name, value, accepted));
        }
    }
}
