using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using AnchorFit.Tests.Architecture.Samples.Lower;
using MathNet.Numerics.Statistics;

namespace AnchorFit.Tests.Architecture.Samples.Upper;

internal sealed class InBase : Thing;

internal sealed class InInterface : IThing;

#pragma warning disable CS0649 // Only the types of these fields matter; a value would be a second use.

internal abstract class InField
{
    protected Thing? Held;
}

internal abstract class InArrayField
{
    protected Thing[]? Held;
}

#pragma warning restore CS0649

internal abstract class InSignature
{
    public abstract void Take(in Value value);
}

internal abstract class InGenericArgument
{
    public abstract IReadOnlyDictionary<string, List<Thing>> Get();
}

internal sealed class InConstraint<T>
    where T : Thing
{
    public Type Type => typeof(T);
}

[Mark]
internal sealed class InAttribute;

internal sealed class InNestedType
{
    public static bool Is(object value) => value is Value.Kind;
}

internal sealed class InTypeOf
{
    public static string Name() => typeof(Thing).Name;
}

internal sealed class InCall
{
    public static object? Call() => Thing.Make<int>();
}

internal sealed class InGenericMethodArgument
{
    public static object Call() => Array.Empty<Thing>();
}

internal sealed class InStaticField
{
    public static int Read() => Thing.Number;
}

internal sealed class InCatch
{
    public static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (ThingException)
        {
            action();
        }
    }
}

internal sealed class InClosure
{
    public static Func<int> Make(int by) => () => Thing.Number + by;
}

internal sealed class InAsync
{
    public static async Task<int> Get()
    {
        await Task.Yield();
        return Thing.Number;
    }
}

internal sealed class InIterator
{
    public static IEnumerable<int> Get()
    {
        yield return Thing.Number;
    }
}

internal sealed class InMath
{
    public static double Mean(double[] values) => values.Mean();
}

internal sealed class InDisk
{
    public static bool Exists(string path) => File.Exists(path);
}

internal sealed class InReaderByName
{
    public static string Read(string path)
    {
        using var reader = new StreamReader(path);
        return reader.ReadToEnd();
    }
}

[Other(typeof(Thing))]
internal sealed class InAttributeArgument;
