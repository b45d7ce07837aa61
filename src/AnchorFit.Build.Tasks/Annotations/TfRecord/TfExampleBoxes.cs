using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;
using static AnchorFit.Annotations.TfRecord.TfExampleKey;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>Turns the records of a file into boxes that are right, and words about those that are not.</summary>
internal sealed class TfExampleBoxes
{
    private readonly TfClassNames _classNames = new();
    private readonly List<AnnotatedImage> _images = [];
    private readonly List<GroundTruthBox> _boxes = [];
    private readonly List<int> _classes = [];
    private string _path = string.Empty;
    private FaultLog _log = new(string.Empty);
    private long _objectCount;
    private int _sizeFaults;

    /// <summary>Boxes so far.</summary>
    public int Count => _boxes.Count;

    /// <summary>A record had a feature for edges, with or without boxes.</summary>
    public bool SawEdges { get; private set; }

    public void BeginFile(string path, FaultLog log)
    {
        (_path, _log, _objectCount, _sizeFaults, SawEdges) = (path, log, 0, 0, false);
        _images.Clear();
        _boxes.Clear();
        _classNames.BeginFile();
    }

    public AnnotationFile EndFile() => new()
    {
        Path = _path,
        Unit = BoxUnit.Fractions,
        Images = _images.ToArray(),
        ClassNames = _classNames.EndFile(),
        ClassesAreIds = _classNames.AreIds,
        Boxes = _boxes.ToArray(),
        ObjectCount = _objectCount,
        Diagnostics = _log.ToList(),
    };

    /// <summary>Takes the image and the boxes of one record.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public void Add(TfExample example, TfRecordPlace place)
    {
        ImageSize? size = TfExampleImage.FindSize(example);
        _images.Add(new AnnotatedImage(size, LinePosition.None)
        {
            Name = TfExampleImage.NameOf(example),
            SizeFault = size is null ? TfExampleImage.SizeFault(example, _sizeFaults++ < FaultLog.Shown ? place : null) : null,
        });
        SawEdges |= TfExampleLists.HasEdges(example);
        int count = TfExampleLists.CountOf(example);
        _objectCount += count;
        ReadClasses(example);
        if (TfExampleLists.FindFault(example, count) is not { } rule)
        {
            AddBoxes(example, count, place);
        }
        else if (_log.Tells(rule))
        {
            _log.Add(TfExampleLists.Explain(example, count, _path, place.ToString()));
        }
        else
        {
            _log.Count(rule);
        }
    }

    /// <summary>The class of each object, by name, else by number (as the API's decoder falls back).</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private void ReadClasses(TfExample example)
    {
        _classes.Clear();
        TfFeature texts = example[ClassText];
        for (int i = 0; texts.Kind == TfFeatureKind.BytesList && i < texts.Count; i++)
        {
            _classes.Add(_classNames.IndexOf(texts.Bytes(i)));
        }

        TfFeature labels = example[ClassLabel];
        for (int i = 0; texts.Count == 0 && labels.Kind == TfFeatureKind.Int64List && i < labels.Count; i++)
        {
            _classes.Add(_classNames.IndexOf(labels.Integer(i)));
        }
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private void AddBoxes(TfExample example, int count, TfRecordPlace place)
    {
        TfFeature xMin = example[XMin];
        TfFeature yMin = example[YMin];
        TfFeature xMax = example[XMax];
        TfFeature yMax = example[YMax];
        if (count > 0 && _classes.Count == 0 && Tells(AnnotationDiagnostics.NameMissing))
        {
            _log.Add(TfRecordDiagnostics.MissingClasses(_path, place.ToString(), count));
        }

        for (int i = 0; i < count; i++)
        {
            int classIndex = _classes.Count == 0 ? TfClassNames.Empty : _classes[i];
            var edges = new TfBoxEdges(xMin.Float(i), yMin.Float(i), xMax.Float(i), yMax.Float(i));
            if (classIndex < 0 && _classes.Count > 0)
            {
                TellName(example, i, classIndex, place);
            }

            if (!edges.IsInside && !TellEdges(edges, i, place))
            {
                continue;
            }

            BoxFlags flags = FlagOf(example, Difficult, i, BoxFlags.Difficult)
                | FlagOf(example, IsCrowd, i, BoxFlags.Crowd) | FlagOf(example, GroupOf, i, BoxFlags.GroupOf);
            var box = new PixelBox(edges.XMin, edges.YMin, edges.XMax, edges.YMax);
            _boxes.Add(new GroundTruthBox(box, classIndex < 0 ? -1 : classIndex, flags, place.Number, _images.Count - 1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static BoxFlags FlagOf(TfExample example, TfExampleKey key, int index, BoxFlags flag) =>
        example[key].Count > 0 && example[key].Integer(index) != 0 ? flag : BoxFlags.None;

    private void TellName(TfExample example, int index, int fault, TfRecordPlace place)
    {
        if (fault == TfClassNames.Empty && Tells(AnnotationDiagnostics.NameMissing))
        {
            _log.Add(TfRecordDiagnostics.MissingName(_path, PlaceOf(index, place)));
        }
        else if (fault == TfClassNames.Undecodable && Tells(TfRecordDiagnostics.ClassNameUndecodable))
        {
            _log.Add(TfRecordDiagnostics.UndecodableName(_path, PlaceOf(index, place), TfClassNames.Decode(example[ClassText].Bytes(index))));
        }
    }

    /// <summary>Says what is wrong with a box that isn't simply inside its image; false when it can't be used.</summary>
    private bool TellEdges(TfBoxEdges edges, int index, TfRecordPlace place)
    {
        DiagnosticRule rule = edges.Fault;
        if (Tells(rule))
        {
            _log.Add(edges.Explain(rule, _path, PlaceOf(index, place)));
        }

        return rule == AnnotationDiagnostics.BoxCrossesEdge;
    }

    /// <summary>"box 2 of 'dog' in record 12 (byte 34567)".</summary>
    private string PlaceOf(int index, TfRecordPlace place)
    {
        int classIndex = _classes.Count == 0 ? TfClassNames.Empty : _classes[index];
        string ofClass = classIndex < 0 ? string.Empty : " of " + DisplayText.Quote(_classNames.NameAt(classIndex));
        return FormattableString.Invariant($"box {index + 1}{ofClass} in {place}");
    }

    /// <summary>Whether one more fault of the kind is told; counts it where it isn't.</summary>
    private bool Tells(DiagnosticRule rule)
    {
        bool tells = _log.Tells(rule);
        if (!tells)
        {
            _log.Count(rule);
        }

        return tells;
    }
}
