using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>Takes the boxes of one file into the population, as far as the settings let them.</summary>
internal sealed class FileBoxes
{
    private const BoxFlags Doubtful = BoxFlags.Difficult | BoxFlags.Crowd | BoxFlags.GroupOf;

    private readonly BoxPopulation _population;
    private readonly AnnotationFile _file;
    private readonly IReadOnlyList<ListedClass> _listed;
    private readonly double _weight;
    private readonly ImageSize? _givenSize;
    private readonly FileClasses _classes;
    private readonly BoxScaling _scaling;
    private readonly FitSettings _settings;
    private readonly DiagnosticBag _diagnostics;
    private readonly FaultLog _faults;
    private readonly bool _needsImageSize;
    private bool[]? _imagesWithoutSize;
    private bool _missesPlaces;

    private FileBoxes(BoxPopulation population, WeightedFile file, FileClasses classes, BoxScaling scaling, FitSettings settings, DiagnosticBag diagnostics)
    {
        _population = population;
        _file = file.Content;
        _listed = settings.ClassPattern is null ? file.ListedClasses : [];
        _weight = file.Weight;
        _givenSize = file.ImageSize;
        _classes = classes;
        _scaling = scaling;
        _settings = settings;
        _diagnostics = diagnostics;
        _faults = new FaultLog(_file.Path);
        _needsImageSize = scaling.NeedsImageSize(_file.Unit);
    }

    /// <summary>The file's boxes; null, with an error, where finding their classes takes too long.</summary>
    public static FileBoxes? Find(
        BoxPopulation population, WeightedFile file, BoxScaling scaling, FitSettings settings, DiagnosticBag diagnostics) =>
        FileClasses.Find(file.Content, settings.ClassPattern, diagnostics) is { } classes
            ? new FileBoxes(population, file, classes, scaling, settings, diagnostics)
            : null;

    /// <summary>Reports the file's faults after policy, counts its classes, and adds its boxes.</summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public void Gather()
    {
        foreach (Diagnostic diagnostic in _file.Diagnostics)
        {
            if (_classes.Concerns(diagnostic) && (diagnostic.Path == _file.Path || _population.IsNewFault(diagnostic)))
            {
                Report(diagnostic);
            }
        }

        _population.Reserve(_file.Boxes.Count + _file.Shapes.Count);
        ClassCensus.Tally?[] tallies = Meet();
        bool takesNameless = _settings.Classes.Takes(null);
        for (int i = 0; i < _file.Boxes.Count; i++)
        {
            GroundTruthBox box = _file.Boxes[i];
            int index = _classes.Of(box);
            double count = _file.BoxCounts.Count == 0 ? 1 : _file.BoxCounts[i];
            Add(box, count, index < 0 ? null : tallies[index], index < 0 ? takesNameless : tallies[index] is not null);
        }

        for (int i = 0; i < _file.Shapes.Count; i++)
        {
            CountedShape shape = _file.Shapes[i];
            int index = shape.ClassIndex;
            Add(shape, index < 0 ? null : tallies[index], index < 0 ? takesNameless : tallies[index] is not null);
        }

        foreach (Diagnostic fault in _faults.ToList())
        {
            Report(fault);
        }
    }

    // Of classes that take no part there is nothing to count.
    private ClassCensus.Tally?[] Meet()
    {
        foreach (ListedClass listed in _listed)
        {
            if (_settings.Classes.Takes(listed.Name))
            {
                _population.Classes.List(listed);
            }
        }

        var tallies = new ClassCensus.Tally?[_classes.Names.Count];
        for (int i = 0; i < tallies.Length; i++)
        {
            string name = _classes.Names[i];
            if (_settings.Classes.Takes(name))
            {
                tallies[i] = _population.Classes.Meet(name, _file.Path, _classes.AreIds);
            }
            else
            {
                _population.OtherClasses.Add(name);
            }
        }

        return tallies;
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private void Add(GroundTruthBox box, double count, ClassCensus.Tally? tally, bool takesPart)
    {
        if (!takesPart)
        {
            _population.LeaveOut(new LeftOutBoxes(OtherClasses: count, 0, 0));
            return;
        }

        tally?.Count(count, _file.Path, box.Line);
        if (!_settings.IncludeDifficult && (box.Flags & Doubtful) != BoxFlags.None)
        {
            _population.LeaveOut(new LeftOutBoxes(0, Difficult: count, 0));
            return;
        }

        ImageSize image = _file.Images[box.Image].Size ?? _givenSize ?? default;
        if (_needsImageSize && !image.IsKnown)
        {
            MissSize(box.Image);
        }
        else if (Fit(_scaling.Scale(box.Edges.Size, _file.Unit, image), count, box.Line, tally))
        {
            Place(box, image, count, tally);
        }
    }

    private void Add(CountedShape shape, ClassCensus.Tally? tally, bool takesPart)
    {
        if (takesPart && _settings.NeedsPlaces)
        {
            MissPlaces(shape.Line);
            return;
        }

        if (!takesPart)
        {
            _population.LeaveOut(new LeftOutBoxes(OtherClasses: shape.Count, 0, 0));
            return;
        }

        tally?.Count(shape.Count, _file.Path, shape.Line);
        if (Fit(shape.Size, shape.Count, shape.Line, tally))
        {
            _population.Placed.AddUnplaced(shape.Count);
        }
    }

    /// <returns>Whether the box is one to fit.</returns>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private bool Fit(BoxSize size, double count, int line, ClassCensus.Tally? tally)
    {
        if (!WeightedRatios.IsUsable(size.AspectRatio))
        {
            _faults.Add(FittingDiagnostics.UnusableAspectRatio(_file.Path, new LinePosition(line, 0), size.Width, size.Height));
        }
        else if (_scaling.IsTooSmall(size))
        {
            _population.LeaveOut(new LeftOutBoxes(0, 0, TooSmall: count));
        }
        else
        {
            _population.Add(size, count, _weight);
            tally?.CountFitted(count);
            return true;
        }

        return false;
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private void Place(GroundTruthBox box, ImageSize image, double count, ClassCensus.Tally? tally)
    {
        if (_scaling.TryPlace(box.Edges, _file.Unit, image, out PixelBox placed, out ImageSize input))
        {
            _population.Placed.Add(placed, input, count * _weight, tally?.Number ?? -1, box.Line, _file.Images[box.Image].Name);
        }
        else
        {
            _population.Placed.AddUnplaced(count);
        }
    }

    private void MissPlaces(int line)
    {
        if (!_missesPlaces)
        {
            _missesPlaces = true;
            _faults.Add(SearchDiagnostics.ShapesWithoutPlaces(_file.Path, line));
        }
    }

    private void MissSize(int image)
    {
        _imagesWithoutSize ??= new bool[_file.Images.Count];
        if (_imagesWithoutSize[image])
        {
            return;
        }

        _imagesWithoutSize[image] = true;
        AnnotatedImage missing = _file.Images[image];
        string fault = missing.SizeFault ?? "the image's size is not known";
        _faults.Add(AnnotationDiagnostics.ImageSizeNeeded(_file.Path, missing.SizeAt, missing.Name, fault, _scaling.ResizerName, (_file.Format ?? AnnotationFormats.PascalVoc).SizeAdvice));
    }

    private void Report(Diagnostic diagnostic)
    {
        if (!diagnostic.Rule.ConcernsInvalidBox || _settings.InvalidBoxes == InvalidBoxPolicy.Warn)
        {
            _diagnostics.Add(diagnostic);
        }
        else if (_settings.InvalidBoxes == InvalidBoxPolicy.Error)
        {
            _diagnostics.Add(diagnostic with { Severity = DiagnosticSeverity.Error });
        }
    }
}
