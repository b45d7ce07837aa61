using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using AnchorFit.Diagnostics;
using AnchorFit.Run;
using AnchorFit.Text;

namespace AnchorFit.Hosting;

/// <summary>
/// The names in a project, in the <c>Directory.Build</c> files above it and in what these import from the tree, that are
/// meant for the package, those among the directives of a file-based app, and those among the global properties. MSBuild tells tasks values, not what a person wrote, so
/// the files are read again.
/// </summary>
internal sealed class ProjectNames
{
    private const string PackageName = "AnchorFit.Build";

    // Attributes of items that are no metadata.
    private static readonly string[] s_reserved =
        ["Include", "Exclude", "Remove", "Update", "Condition", "Label", "KeepDuplicates", "KeepMetadata", "RemoveMetadata", "MatchOnMetadata", "MatchOnMetadataOptions"];

    private readonly List<WrittenName> _names = [];
    private readonly HashSet<string> _references = new(ProjectPaths.Comparer);

    private ProjectNames()
    {
    }

    /// <summary>Every file that was read.</summary>
    public IReadOnlyList<string> Files { get; private init; } = [];

    /// <summary>Every file that was read or looked for: with another one the names may be others.</summary>
    public IReadOnlyList<string> Looked { get; private init; } = [];

    /// <param name="projectFiles">Absolute paths; one that can't be read has no names.</param>
    /// <param name="projectFile">The place of what no file says.</param>
    /// <param name="globalProperties">Names of properties given to the whole build.</param>
    public static ProjectNames Read(IEnumerable<string> projectFiles, string projectFile, IEnumerable<string> globalProperties)
    {
        List<string> looked = [];
        IReadOnlyList<string> files = ProjectImports.Follow(projectFiles, looked);
        var names = new ProjectNames { Files = files, Looked = looked };
        foreach (string file in files)
        {
            names.ReadFile(file);
        }

        var place = new FilePlace(projectFile, LinePosition.None);
        names._names.AddRange(globalProperties.Where(OptionNames.IsProperty).Select(name => new WrittenName(NameKind.Property, name, string.Empty, place)));
        return names;
    }

    /// <summary>Whether this file says anything to the package; a file that can't be read may.</summary>
    public bool IsMentionedBy(string file) => !File.Exists(file) || _names.Exists(name => name.Place.Path == file && name.Place.Position != LinePosition.None);

    /// <summary>Whether this file itself references the package.</summary>
    public bool IsReferencedBy(string file) => _references.Contains(file);

    /// <summary>A warning for each name that nothing reads.</summary>
    public IReadOnlyList<Diagnostic> Unknown() => [.. _names.Select(Judge).OfType<Diagnostic>()];

    private static Diagnostic? Judge(WrittenName name) => name.Kind switch
    {
        NameKind.Property when OptionNames.IsKnownItem(name.Name) => NameDiagnostics.ItemAsProperty(name.Place, name.Name),
        NameKind.Property => OptionNames.IsKnownProperty(name.Name) ? null : NameDiagnostics.UnknownProperty(name.Place, name.Name, OptionNames.NearestProperty(name.Name)),
        NameKind.Item when OptionNames.IsKnownProperty(name.Name) => NameDiagnostics.PropertyAsItem(name.Place, name.Name),
        NameKind.Item => OptionNames.IsKnownItem(name.Name) ? null : NameDiagnostics.UnknownItem(name.Place, name.Name, OptionNames.NearestItem(name.Name)),
        _ when OptionNames.IsKnownMetadata(name.Item, name.Name) => null,
        _ => NameDiagnostics.UnknownMetadata(name.Place, name.Item, name.Name, OptionNames.NearestMetadata(name.Item, name.Name), string.Join(", ", OptionNames.MetadataOf(name.Item))),
    };

    private void ReadFile(string file)
    {
        try
        {
            if (file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            {
                ReadDirectives(file);
                return;
            }

            using XmlReader reader = ProjectXml.Open(file);
            var parents = new Stack<string>();
            while (reader.Read())
            {
                while (parents.Count > reader.Depth)
                {
                    parents.Pop();
                }

                if (reader.NodeType == XmlNodeType.Element)
                {
                    Add(reader, file, parents);
                    parents.Push(reader.LocalName);
                }
            }
        }
        catch (Exception exception) when (exception is XmlException || DiskFault.Is(exception))
        {
            // MSBuild itself reads the file, and tells.
        }
    }

    // A file-based app has its properties in lines before its code.
    private void ReadDirectives(string file)
    {
        const string Directive = "#:property ";
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            string name = line.StartsWith(Directive, StringComparison.Ordinal) ? line.Substring(Directive.Length).Split('=')[0].Trim() : string.Empty;
            if (OptionNames.IsProperty(name))
            {
                _names.Add(new WrittenName(NameKind.Property, name, string.Empty, new FilePlace(file, new LinePosition(number, line.IndexOf(name, StringComparison.Ordinal) + 1))));
            }
        }
    }

    private void Add(XmlReader reader, string file, Stack<string> parents)
    {
        string name = reader.LocalName;
        string parent = parents.Count > 0 ? parents.Peek() : string.Empty;
        if (parent == "PropertyGroup" && OptionNames.IsProperty(name))
        {
            _names.Add(new WrittenName(NameKind.Property, name, string.Empty, ProjectXml.Place(reader, file)));
        }
        else if (name == "PackageReference" && string.Equals(reader.GetAttribute("Include")?.Trim(), PackageName, StringComparison.OrdinalIgnoreCase))
        {
            _references.Add(file);
        }
        else if (IsItemGroup(parent) && OptionNames.IsItem(name))
        {
            _names.Add(new WrittenName(NameKind.Item, name, string.Empty, ProjectXml.Place(reader, file)));
            AddAttributes(reader, file, name);
        }
        else if (OptionNames.IsKnownItem(parent) && parents.Count > 1 && IsItemGroup(parents.ElementAt(1)))
        {
            _names.Add(new WrittenName(NameKind.Metadata, name, parent, ProjectXml.Place(reader, file)));
        }
    }

    private void AddAttributes(XmlReader reader, string file, string item)
    {
        if (!OptionNames.IsKnownItem(item))
        {
            return;
        }

        while (reader.MoveToNextAttribute())
        {
            string name = reader.LocalName;
            if (reader.Prefix.Length == 0 && name != "xmlns" && !Array.Exists(s_reserved, reserved => string.Equals(reserved, name, StringComparison.OrdinalIgnoreCase)))
            {
                _names.Add(new WrittenName(NameKind.Metadata, name, item, ProjectXml.Place(reader, file)));
            }
        }

        reader.MoveToElement();
    }

    private static bool IsItemGroup(string element) => element is "ItemGroup" or "ItemDefinitionGroup";
}

/// <summary>A name in a project file that is meant for the package.</summary>
/// <param name="Kind">What MSBuild takes it for.</param>
/// <param name="Name">As written.</param>
/// <param name="Item">Of metadata the kind of item.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record WrittenName(NameKind Kind, string Name, string Item, FilePlace Place);

/// <summary>What a name in a project file stands for.</summary>
internal enum NameKind
{
    Property,
    Item,
    Metadata,
}
