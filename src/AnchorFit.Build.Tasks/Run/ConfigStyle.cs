namespace AnchorFit.Run;

/// <summary>How the fitted config is written: <c>AnchorFitConfigStyle</c>.</summary>
internal enum ConfigStyle
{
    /// <summary>The base config's text, changed only where the fit sets a field.</summary>
    Preserve,

    /// <summary>Printed anew, as Python's <c>text_format.MessageToString</c> does; comments are lost.</summary>
    Canonical,
}
