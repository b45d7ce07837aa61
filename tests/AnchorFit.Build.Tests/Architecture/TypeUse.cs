using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;

namespace AnchorFit.Tests.Architecture;

/// <summary>One type of an assembly that uses another: in its signatures, fields, bases, attributes or method bodies.</summary>
/// <param name="User">The using type; nested ones (closures, state machines) count as their outermost type.</param>
/// <param name="Used">The type used, without arrays, references and generic arguments, which count for themselves.</param>
/// <param name="Member">The method called, with its parameters; null when it is the type as such.</param>
internal sealed record TypeUse(TypeName User, TypeName Used, string? Member = null)
{
    /// <summary>Every use in the assembly that reaches beyond the using type.</summary>
    public static IReadOnlyList<TypeUse> ReadAll(string assemblyPath)
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(assemblyPath)!);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        using var module = ModuleDefinition.ReadModule(assemblyPath, new ReaderParameters { AssemblyResolver = resolver });
        var uses = new HashSet<TypeUse>();
        foreach (TypeDefinition type in module.GetTypes())
        {
            var user = TypeName.Of(type);
            var reader = new TypeUseReader((used, member) =>
            {
                if (used != user)
                {
                    uses.Add(new TypeUse(user, used, member));
                }
            });
            reader.Read(type);
        }

        return uses.OrderBy(use => use.ToString(), StringComparer.Ordinal).ToArray();
    }

    /// <summary>The names of every outermost type in the assembly.</summary>
    public static IReadOnlyList<TypeName> ReadTypes(string assemblyPath)
    {
        using var module = ModuleDefinition.ReadModule(assemblyPath);
        return module.Types.Select(type => TypeName.Of(type)).ToArray();
    }

    public override string ToString() => $"{User} uses {Used}{(Member is null ? string.Empty : "." + Member)}";
}
