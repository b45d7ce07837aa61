using System;
using System.Collections.Generic;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Yolo;

/// <summary>Files that describe a dataset, each looked for and read once.</summary>
internal sealed class DatasetFiles(Func<string, CompanionFile> find)
{
    /// <summary>Names of a hundred thousand classes have room in it.</summary>
    private const int MaxLength = 4 << 20;

    /// <summary>A set with a folder for each image would else fill memory.</summary>
    private const int MaxFiles = 4096;

    private readonly Dictionary<string, DatasetFile> _files = new(StringComparer.Ordinal);

    /// <summary>What stands in a file; nothing where there is none.</summary>
    public DatasetFile Get(string path)
    {
        if (!_files.TryGetValue(path, out DatasetFile? file))
        {
            if (_files.Count == MaxFiles)
            {
                _files.Clear();
            }

            file = Look(find(path));
            _files[path] = file;
        }

        return file;
    }

    private static DatasetFile Look(CompanionFile found)
    {
        Companion identity = found.Identity;
        if (found.Open is null)
        {
            return new DatasetFile { Identity = identity };
        }

        string? reason = CompanionReading.TryRead(found.Open, stream => CompanionReading.ReadAll(stream, MaxLength), out byte[]? bytes);
        if (reason is not null || bytes is null)
        {
            reason ??= "it is larger than 4 MiB";
            return new DatasetFile { Identity = identity, Exists = true, Diagnostics = [DatasetDiagnostics.CannotRead(identity.Path, reason)] };
        }

        return GitLfsPointer.Is(bytes)
            ? new DatasetFile { Identity = identity, Exists = true, HasNames = true, Diagnostics = [AnnotationDiagnostics.LfsPointer(identity.Path)] }
            : Read(identity, bytes);
    }

    private static DatasetFile Read(Companion identity, byte[] bytes)
    {
        int malformed = Utf8.FindMalformed(bytes);
        int bad = malformed >= 0 ? malformed : Array.IndexOf(bytes, (byte)0);
        if (bad >= 0)
        {
            string before = Encoding.UTF8.GetString(bytes, 0, bad);
            LinePosition at = new SourceText(identity.Path, before).GetPosition(before.Length);
            return new DatasetFile
            {
                Identity = identity,
                Exists = true,
                HasNames = true,
                Diagnostics = [DatasetDiagnostics.NotUnderstood(identity.Path, at, "the file is not UTF-8 text")],
            };
        }

        string text = Encoding.UTF8.GetString(bytes);
        return IsYaml(identity.Path) ? DatasetYaml.Read(identity, text) : ClassNameList.Read(identity, text);
    }

    private static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
