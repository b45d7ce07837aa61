using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using AnchorFit.Annotations.Json;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Coco;

/// <summary>Joins the lists of a COCO file once all of it was read.</summary>
internal sealed class CocoFile(CocoImages images, CocoCategories categories, CocoAnnotations annotations, CocoFaults faults)
{
    private readonly CocoClasses _classes = new(categories, faults);

    /// <summary>Leaves out the boxes whose image is unknown or doesn't hold them, and puts all faults into words.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public AnnotationFile Assemble()
    {
        List<GroundTruthBox> boxes = annotations.Boxes;
        int kept = 0;
        for (int i = 0; i < boxes.Count; i++)
        {
            GroundTruthBox box = boxes[i];
            int image = images.IndexOf(box.Image);
            if (image >= 0 && IsInside(images.Images[image].Size, box, annotations.Columns[i]))
            {
                boxes[kept++] = box with { Image = image, ClassIndex = _classes.IndexOf(box.ClassIndex) };
            }
        }

        boxes.RemoveRange(kept, boxes.Count - kept);
        TellUnknownImages();
        faults.TellAll(Owner);
        return new AnnotationFile
        {
            Path = faults.Path,
            Images = images.Images,
            ClassNames = _classes.Names,
            ClassesAreIds = categories.IsEmpty,
            ListedClasses = categories.ToList(),
            Boxes = boxes,
            ObjectCount = annotations.Count,
            Diagnostics = faults.Log.ToList(),
        };
    }

    [MethodImpl(JsonBytes.Hot)]
    private bool IsInside(ImageSize? size, GroundTruthBox box, int column)
    {
        if (size is not { } image || CocoBounds.Check(image, box.Edges) is not { } rule)
        {
            return true;
        }

        TellBounds(rule, image, box, column);
        return rule == AnnotationDiagnostics.BoxCrossesEdge;
    }

    private void TellBounds(DiagnosticRule rule, ImageSize image, GroundTruthBox box, int column)
    {
        var at = new LinePosition(box.Line, column);
        string size = $"{image.Width} × {image.Height}";
        faults.Add(rule, box.Image, box.ClassIndex, of =>
            rule == AnnotationDiagnostics.BoxOutsideImage
                ? CocoDiagnostics.OutsideImage(faults.Path, at, of, CocoBounds.Edges(box.Edges), size)
                : rule == AnnotationDiagnostics.BoxCrossesEdge
                ? CocoDiagnostics.CrossesEdge(faults.Path, at, of, CocoBounds.Excess(image, box.Edges), size)
                : CocoDiagnostics.PastEdge(faults.Path, at, of, CocoBounds.Excess(image, box.Edges), size));
    }

    private void TellUnknownImages()
    {
        CocoIds ids = images.Ids;
        IEnumerable<int> unknown = Enumerable.Range(0, ids.Count)
            .Where(slot => images.IndexOf(slot) < 0 && ids.ReferencesTo(slot) > 0)
            .OrderBy(slot => ids.FirstReference(slot).Line).ThenBy(slot => ids.FirstReference(slot).Column);
        foreach (int slot in unknown)
        {
            faults.Add(CocoDiagnostics.ImageUnknown, -1, -1, _ => CocoDiagnostics.UnknownImage(
                faults.Path, ids.FirstReference(slot), DisplayText.Quote(ids.TextOf(slot)), ids.ReferencesTo(slot)));
        }
    }

    /// <summary>What a box is of: " of 'dog' in 'a.jpg'".</summary>
    private string Owner(int image, int category)
    {
        int index = images.IndexOf(image);
        string? name = index < 0 ? null : images.Images[index].Name;
        string of = _classes.IndexOf(category) is >= 0 and int known ? " of " + DisplayText.Quote(_classes.Names[known]) : string.Empty;
        return of + (name is not null ? " in " + DisplayText.Quote(name)
            : image >= 0 ? " in image " + DisplayText.Quote(images.Ids.TextOf(image))
            : string.Empty);
    }
}
