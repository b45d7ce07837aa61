using System;

namespace AnchorFit.Tests.Architecture.Samples.Lower;

internal class Thing
{
    public static int Number = 1;

    public static T? Make<T>() => default;
}

internal interface IThing;

internal struct Value
{
    public enum Kind
    {
        First,
    }
}

internal sealed class ThingException : Exception;

[AttributeUsage(AttributeTargets.All)]
internal sealed class MarkAttribute : Attribute;

[AttributeUsage(AttributeTargets.All)]
internal sealed class OtherAttribute(Type type) : Attribute
{
    public Type Type => type;
}
