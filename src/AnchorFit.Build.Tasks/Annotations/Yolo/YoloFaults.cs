using System;
using System.Collections.Generic;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Yolo;

/// <summary>What is wrong with the lines of one label file after another; costs nothing for files without faults.</summary>
internal sealed class YoloFaults
{
    /// <summary>More of a field is never shown.</summary>
    private const int ShownLength = 400;

    private string _path = string.Empty;
    private FaultLog? _log;

    /// <summary>The line that is being read, from 1.</summary>
    public int Line { get; set; }

    public void BeginFile(string path)
    {
        _path = path;
        _log = null;
        Line = 0;
    }

    public IReadOnlyList<Diagnostic> ToList() => _log?.ToList() ?? [];

    /// <summary>Where a field of the line begins.</summary>
    public LinePosition At(ReadOnlySpan<byte> line, int start) => new(Line, Utf8.CountUtf16(line.Slice(0, start)) + 1);

    /// <summary>A field as it is shown; bytes that are no UTF-8 are replaced.</summary>
    public static string Show(ReadOnlySpan<byte> field) =>
        Encoding.UTF8.GetString(field.Slice(0, Math.Min(field.Length, ShownLength)).ToArray());

    public void AddFieldCount(ReadOnlySpan<byte> line, YoloFields first, int count, KeypointShape? keypoints)
    {
        if (Tells(YoloDiagnostics.FieldCountWrong))
        {
            _log!.Add(YoloDiagnostics.FieldCount(_path, At(line, first.Start), count, keypoints?.ToString()));
        }
    }

    public void AddClass(ReadOnlySpan<byte> line, YoloFields first)
    {
        if (Tells(YoloDiagnostics.ClassNotAnIndex))
        {
            _log!.Add(YoloDiagnostics.NoClass(_path, At(line, first.Start), Show(first.Current)));
        }
    }

    public void AddNameless(ReadOnlySpan<byte> line, YoloFields first, int number, string namesPath)
    {
        if (Tells(YoloDiagnostics.ClassWithoutName))
        {
            _log!.Add(YoloDiagnostics.NoName(_path, At(line, first.Start), number, namesPath));
        }
    }

    /// <param name="name">Which number of the line it is.</param>
    public void AddNotANumber(ReadOnlySpan<byte> line, YoloFields field, string name, string className)
    {
        if (Tells(AnnotationDiagnostics.CornerNotANumber))
        {
            _log!.Add(YoloDiagnostics.NotANumber(_path, At(line, field.Start), className, name, Show(field.Current)));
        }
    }

    /// <param name="name">Which number of the line it is.</param>
    public void AddPixels(ReadOnlySpan<byte> line, YoloFields field, string name, string className)
    {
        if (Tells(YoloDiagnostics.PixelsFound))
        {
            _log!.Add(YoloDiagnostics.Pixels(_path, At(line, field.Start), className, name, Show(field.Current)));
        }
    }

    public void AddBounds(DiagnosticRule fault, PixelBox box, ReadOnlySpan<byte> line, int start, string className)
    {
        if (Tells(fault))
        {
            _log!.Add(YoloBounds.Describe(fault, box, _path, At(line, start), className));
        }
    }

    /// <summary>Whether a fault of the kind is still told; otherwise it is counted.</summary>
    private bool Tells(DiagnosticRule rule)
    {
        _log ??= new FaultLog(_path);
        if (_log.Tells(rule))
        {
            return true;
        }

        _log.Count(rule);
        return false;
    }
}
