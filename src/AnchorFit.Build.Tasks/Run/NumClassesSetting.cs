namespace AnchorFit.Run;

/// <summary><c>AnchorFitNumClasses</c>: <c>auto</c>, <c>names</c>, <c>keep</c>, or a number.</summary>
/// <param name="Kind">Which of the four.</param>
/// <param name="Number">The number with <see cref="NumClassesKind.Given"/>; 0 otherwise.</param>
internal readonly record struct NumClassesSetting(NumClassesKind Kind, int Number)
{
    public static NumClassesSetting Auto => default;
}

/// <summary>Where <c>num_classes</c> comes from.</summary>
internal enum NumClassesKind
{
    /// <summary>Counted in the annotations.</summary>
    Auto,

    /// <summary>Counted in the annotations, where numbers are names like others.</summary>
    Names,

    /// <summary>The base config's value stays.</summary>
    Keep,

    /// <summary>The user gave it.</summary>
    Given,
}
