using System;

namespace AnchorFit.Hosting;

/// <summary>What an input file is to the fit.</summary>
internal enum InputKind
{
    Annotation,
    BaseConfig,
    LabelMap,
}

/// <summary>How the kinds are called in the cache file and in messages.</summary>
internal static class InputKinds
{
    /// <summary>One word, without spaces.</summary>
    public static string Keyword(InputKind kind) => kind switch
    {
        InputKind.Annotation => "annotation",
        InputKind.BaseConfig => "config",
        InputKind.LabelMap => "label-map",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
