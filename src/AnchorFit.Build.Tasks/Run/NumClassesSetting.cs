namespace AnchorFit.Run;

/// <summary><c>AnchorFitNumClasses</c>: <c>auto</c>, <c>keep</c>, or a number.</summary>
/// <param name="Kind">Which of the three.</param>
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

    /// <summary>The base config's value stays.</summary>
    Keep,

    /// <summary>The user gave it.</summary>
    Given,
}
