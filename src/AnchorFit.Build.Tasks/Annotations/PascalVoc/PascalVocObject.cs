using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>
/// One <c>object</c> as it was read, before anything is known to be right: the elements may come in any order, and
/// what is said about the box names the class, which may come last.
/// </summary>
internal sealed class PascalVocObject
{
    private static readonly string[] CornerNames = ["xmin", "ymin", "xmax", "ymax"];

    private readonly PascalVocLeaf?[] _corners = new PascalVocLeaf?[4];
    private readonly List<(string Element, string Parent, LinePosition At)> _repeated = [];

    public PascalVocObject(LinePosition at) => At = at;

    public LinePosition At { get; }

    /// <summary>The class; null when the object has none.</summary>
    public string? Name { get; private set; }

    /// <summary>Where its <c>bndbox</c> stands; line 0 when it has none.</summary>
    public LinePosition BoxAt { get; private set; }

    public BoxFlags Flags { get; set; }

    /// <summary>Counts where the object has no <c>bndbox</c>; of several the first.</summary>
    public (PascalVocShape Shape, LinePosition At)? Shape { get; set; }

    public void AddName(PascalVocLeaf leaf, LinePosition at)
    {
        if (Name is not null)
        {
            _repeated.Add(("name", "object", at));
        }
        else if (leaf.Text.Length > 0)
        {
            Name = leaf.Text;
        }
    }

    /// <summary>Begins a box; the corners of a second one are not wanted, and the answer is false.</summary>
    public bool AddBox(LinePosition at)
    {
        if (BoxAt.Line > 0)
        {
            _repeated.Add(("bndbox", "object", at));
            return false;
        }

        BoxAt = at;
        return true;
    }

    /// <param name="corner">0 to 3: xmin, ymin, xmax, ymax.</param>
    public void AddCorner(int corner, PascalVocLeaf leaf, LinePosition at)
    {
        if (_corners[corner] is not null)
        {
            _repeated.Add((CornerNames[corner], "bndbox", at));
        }
        else
        {
            _corners[corner] = leaf;
        }
    }

    /// <summary>The box, or null after every fault in it was reported.</summary>
    /// <param name="path">The file.</param>
    /// <param name="image">The image's size; null where it isn't known.</param>
    /// <param name="faults">Receives the faults.</param>
    public PixelBox? Check(string path, ImageSize? image, FaultLog faults)
    {
        if (Name is null)
        {
            faults.Add(AnnotationDiagnostics.MissingName(path, At));
        }

        foreach ((string element, string parent, LinePosition at) in _repeated)
        {
            faults.Add(AnnotationDiagnostics.Repeated(path, at, Name, element, parent));
        }

        if (BoxAt.Line == 0 && Shape is { } shape)
        {
            BoxAt = shape.At;
            return CheckShape(shape.Shape, path, image, faults);
        }

        if (BoxAt.Line == 0)
        {
            faults.Add(AnnotationDiagnostics.MissingBox(path, At, Name));
            return null;
        }

        if (!TryReadCorners(path, faults, out PixelBox box) || _repeated.Count > 0)
        {
            return null;
        }

        if (CheckExtent(path, image, box) is { } fault)
        {
            faults.Add(fault);
            return null;
        }

        return box;
    }

    private PixelBox? CheckShape(PascalVocShape shape, string path, ImageSize? image, FaultLog faults)
    {
        PixelBox? box = shape.Extent(
            (name, leaf) => faults.Add(AnnotationDiagnostics.NotANumber(path, leaf.At, Name, name, leaf.Text)), out string missing);
        if (missing.Length > 0)
        {
            faults.Add(AnnotationDiagnostics.MissingOfShape(path, BoxAt, Name, missing));
        }
        else if (box is { } extent && CheckExtent(path, image, extent) is { } fault)
        {
            faults.Add(fault);
            return null;
        }

        return _repeated.Count > 0 ? null : box;
    }

    private bool TryReadCorners(string path, FaultLog faults, out PixelBox box)
    {
        bool good = true;
        Span<double> values = stackalloc double[4];
        for (int i = 0; i < 4; i++)
        {
            if (_corners[i] is { } leaf && !PixelNumber.TryParse(leaf.Text, out values[i]))
            {
                faults.Add(AnnotationDiagnostics.NotANumber(path, leaf.At, Name, CornerNames[i], leaf.Text));
                good = false;
            }
        }

        if (Array.IndexOf(_corners, null) >= 0)
        {
            string missing = string.Join(", ", CornerNames.Where((_, i) => _corners[i] is null).Select(n => $"'{n}'"));
            faults.Add(AnnotationDiagnostics.MissingCorner(path, BoxAt, Name, missing));
            good = false;
        }

        box = new PixelBox(values[0], values[1], values[2], values[3]);
        return good;
    }

    private Diagnostic? CheckExtent(string path, ImageSize? image, PixelBox box)
    {
        if (BoxExtent.OfCorners.IsGood(box))
        {
            return BoxExtent.AreFractions(box)
                ? AnnotationDiagnostics.Fractions(path, BoxAt, Name, BoxExtent.OfCorners.Edges(box))
                : null;
        }

        return !BoxExtent.OfCorners.IsSwapped(box)
            ? AnnotationDiagnostics.NoExtent(path, BoxAt, Name, BoxExtent.OfCorners.Fault(box))
            : image is { } size && ImageBounds.EdgesBeyond(size, box) is { } beyond
            ? AnnotationDiagnostics.EdgeBeyondImage(path, BoxAt, Name, beyond, $"{size.Width} × {size.Height}")
            : AnnotationDiagnostics.Swapped(path, BoxAt, Name, BoxExtent.OfCorners.Fault(box));
    }
}
