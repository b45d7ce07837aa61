using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Yolo;

/// <summary>
/// Finds what says the classes of YOLO labels: the file that the user named, else the first of these that has names,
/// from the labels' folder upwards: <c>classes.txt</c> (labelImg, Label Studio), <c>data.yaml</c>, <c>data.yml</c>, <c>dataset.yaml</c>
/// (Ultralytics, Roboflow), <c>obj.names</c> (darknet, CVAT), <c>_darknet.labels</c> (Roboflow's darknet). The last is
/// looked for beside the labels, <c>classes.txt</c> in the folder above too, the others up to three folders above: CVAT
/// keeps the folders of images below its <c>obj_train_data</c>.
/// </summary>
internal sealed class YoloDatasets
{
    private const int HighestDescription = 3;
    private const int HighestList = 1;
    private const int MaxFolders = 1024;

    private readonly Dictionary<(string Folder, string? NamesFile), YoloDataset> _found = [];
    private Func<string, CompanionFile>? _find;
    private DatasetFiles _files = new(_ => default);

    /// <summary>The dataset of a label file; found once for all files of a folder.</summary>
    public YoloDataset Find(AnnotationSource source, ReadingOptions options)
    {
        if (!ReferenceEquals(_find, options.FindCompanion) || _found.Count > MaxFolders)
        {
            _found.Clear();
            _find = options.FindCompanion;
            _files = new DatasetFiles(_find);
        }

        (string Folder, string? NamesFile) key = (PathText.Folder(source.Path), source.NamesFile);
        if (!_found.TryGetValue(key, out YoloDataset? dataset))
        {
            dataset = key.NamesFile is { } named ? Assemble([_files.Get(named)], CheckNamed) : Assemble(Candidates(key.Folder), file => file.Diagnostics);
            _found.Add(key, dataset);
        }

        return dataset;
    }

    private IEnumerable<DatasetFile> Candidates(string labels)
    {
        string? folder = labels;
        for (int above = 0; above <= HighestDescription && folder is not null; above++, folder = PathText.Parent(folder))
        {
            if (above <= HighestList)
            {
                yield return _files.Get(folder + "classes.txt");
            }

            yield return _files.Get(folder + "data.yaml");
            yield return _files.Get(folder + "data.yml");
            yield return _files.Get(folder + "dataset.yaml");
            yield return _files.Get(folder + "obj.names");
            if (above == 0)
            {
                yield return _files.Get(folder + "_darknet.labels");
            }
        }
    }

    /// <summary>Takes the files as far as the one with names; the first description may come before it.</summary>
    private static YoloDataset Assemble(IEnumerable<DatasetFile> files, Func<DatasetFile, IEnumerable<Diagnostic>> faults)
    {
        List<Companion> companions = [];
        List<Diagnostic> diagnostics = [];
        DatasetFile? names = null;
        DatasetFile? description = null;
        foreach (DatasetFile file in files)
        {
            companions.Add(file.Identity);
            diagnostics.AddRange(faults(file));
            description ??= file.IsDescription ? file : null;
            if (file.HasNames)
            {
                names = file;
                break;
            }
        }

        return new YoloDataset
        {
            Companions = companions,
            Names = names is { Names.Count: > 0 } ? names.Names : null,
            NamesPath = names?.Identity.Path ?? string.Empty,
            Keypoints = description?.Keypoints,
            ImageSize = description?.ImageSize,
            Diagnostics = diagnostics,
        };
    }

    /// <summary>What the user named has to say the names.</summary>
    private static IEnumerable<Diagnostic> CheckNamed(DatasetFile file)
    {
        if (file.Diagnostics.Count == 0 && !file.HasNames)
        {
            string path = file.Identity.Path;
            Diagnostic fault = file.Exists
                ? DatasetDiagnostics.NotUnderstood(path, new LinePosition(1, 1), "there are none in the file")
                : DatasetDiagnostics.CannotRead(path, "it does not exist");
            return [fault with { Severity = DiagnosticSeverity.Error }];
        }

        return file.Diagnostics.Select(d => d.Rule == DatasetDiagnostics.SettingNotUnderstood ? d : d with { Severity = DiagnosticSeverity.Error });
    }
}
