using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Tests.Architecture;

/// <summary>Which namespaces may use which, and what else is reserved to a few of them.</summary>
internal sealed class LayerTable
{
    private static readonly HashSet<string> DiskTypes = new(StringComparer.Ordinal)
    {
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.FileSystemInfo",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.IO.DriveInfo",
        "System.IO.RandomAccess",
        "System.IO.Enumeration.FileSystemEnumerable`1",
        "System.IO.Compression.ZipFile",
        "System.IO.MemoryMappedFiles.MemoryMappedFile",
    };

    /// <summary>Types that open a file when they are given a name instead of a stream.</summary>
    private static readonly Dictionary<string, string> DiskMembers = new(StringComparer.Ordinal)
    {
        ["System.IO.StreamReader"] = ".ctor(String",
        ["System.IO.StreamWriter"] = ".ctor(String",
        ["System.Xml.XmlReader"] = "Create(String",
        ["System.Xml.XmlTextReader"] = ".ctor(String",
        ["System.Xml.XmlDocument"] = "Load(String",
        ["System.Xml.Linq.XDocument"] = "Load(String",
    };

    /// <summary>For each namespace of the assembly the others that it may use. A namespace may always use itself.</summary>
    public required IReadOnlyDictionary<string, string[]> Directions { get; init; }

    /// <summary>For each foreign namespace that is not for everyone, those who may use it.</summary>
    public required IReadOnlyDictionary<string, string[]> ForeignUsers { get; init; }

    /// <summary>Who may open files.</summary>
    public required string[] DiskUsers { get; init; }

    /// <summary>Types that the assembly defines under the name of a foreign one.</summary>
    public TypeName[] Copies { get; init; } = [];

    /// <summary>The prefix that tells own namespaces from foreign ones.</summary>
    public required string OwnPrefix { get; init; }

    /// <summary>One line for each type that stands in no known namespace.</summary>
    public IEnumerable<string> FindUnknown(IEnumerable<TypeName> types) =>
        from type in types
        where !Directions.ContainsKey(type.Namespace) && !type.IsCompilerMade && !IsPolyfill(type) && !Copies.Contains(type)
        select $"{type} stands in a namespace that the table of layers does not know";

    /// <summary>One line for each use against the table.</summary>
    public IEnumerable<string> FindViolations(IEnumerable<TypeUse> uses) =>
        (from use in uses
         where Directions.ContainsKey(use.User.Namespace) && !IsAllowed(use)
         select use.ToString()).Distinct(StringComparer.Ordinal);

    /// <summary>Attributes and the like that the compiler or PolySharp puts into the assembly.</summary>
    private static bool IsPolyfill(TypeName type) => type.IsIn("System") || type.IsIn("Microsoft.CodeAnalysis");

    private bool IsAllowed(TypeUse use)
    {
        string user = use.User.Namespace;
        if (use.Used.IsIn(OwnPrefix))
        {
            return use.Used.Namespace == user || Directions[user].Contains(use.Used.Namespace, StringComparer.Ordinal);
        }

        bool opensFiles = DiskTypes.Contains(use.Used.ToString())
            || (use.Member is not null
                && DiskMembers.TryGetValue(use.Used.ToString(), out string? member)
                && use.Member.StartsWith(member, StringComparison.Ordinal));
        return (!opensFiles || DiskUsers.Contains(user, StringComparer.Ordinal))
            && ForeignUsers.All(rule => !use.Used.IsIn(rule.Key) || rule.Value.Contains(user, StringComparer.Ordinal));
    }
}
