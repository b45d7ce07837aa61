namespace AnchorFit.Run;

/// <summary>
/// What a class name that the existing label map hasn't got leads to: <c>AnchorFitUnknownClasses</c>. Its boxes take
/// part in the fit with each of them.
/// </summary>
internal enum UnknownClassPolicy
{
    /// <summary>An error: the trainer's converters stop at such a name, or train nothing for it.</summary>
    Error,

    /// <summary>A warning: whoever writes the records leaves these objects out.</summary>
    Warn,

    /// <summary>Nothing is said.</summary>
    Ignore,
}
