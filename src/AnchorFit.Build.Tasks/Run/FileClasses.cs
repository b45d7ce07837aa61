using System.Collections.Generic;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;

namespace AnchorFit.Run;

/// <summary>The classes of one file's objects: those that the objects name, or the one that the file's name says.</summary>
internal abstract record FileClasses
{
    private FileClasses()
    {
    }

    /// <summary>Every class of the file, each once; those of objects without a usable box too.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>The class of a box; null where it has none.</summary>
    public abstract string? Of(GroundTruthBox box);

    /// <summary>Whether a fault of the file matters with these classes.</summary>
    public virtual bool Concerns(Diagnostic diagnostic) => true;

    /// <summary>The file's classes; null, with an error, where finding them takes too long.</summary>
    public static FileClasses? Find(AnnotationFile file, ClassPattern? pattern, DiagnosticBag diagnostics)
    {
        if (pattern is null || file.ObjectCount == 0)
        {
            return new Named(file.ClassNames);
        }

        if (!pattern.TryMatch(file.Path, out string? name, out Diagnostic? timeout))
        {
            diagnostics.Add(timeout!);
            return null;
        }

        if (name is null)
        {
            diagnostics.Add(pattern.NoMatch(file.Path));
        }

        return new FromFileName(name);
    }

    private sealed record Named(IReadOnlyList<string> ClassNames) : FileClasses
    {
        public override IReadOnlyList<string> Names => ClassNames;

        public override string? Of(GroundTruthBox box) => box.ClassIndex < 0 ? null : ClassNames[box.ClassIndex];
    }

    private sealed record FromFileName(string? Name) : FileClasses
    {
        public override IReadOnlyList<string> Names { get; } = Name is null ? [] : [Name];

        public override string? Of(GroundTruthBox box) => Name;

        public override bool Concerns(Diagnostic diagnostic) => diagnostic.Rule != AnnotationDiagnostics.NameMissing;
    }
}
