using System;
using Mono.Cecil;

namespace AnchorFit.Tests.Architecture;

/// <summary>An outermost type, by namespace and name.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    /// <summary>The compiler's own helpers (anonymous types, array data, inline arrays) have such names and no namespace.</summary>
    public bool IsCompilerMade => Namespace.Length == 0 && Name.StartsWith('<');

    public static TypeName Of(TypeReference type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return new TypeName(type.Namespace, type.Name);
    }

    public bool IsIn(string @namespace) =>
        Namespace == @namespace || Namespace.StartsWith(@namespace + ".", StringComparison.Ordinal);

    public override string ToString() => Namespace.Length == 0 ? Name : Namespace + "." + Name;
}
