namespace AnchorFit.Annotations.PascalVoc;

/// <summary>What <see cref="PlainXml"/> found.</summary>
internal enum PlainXmlToken
{
    /// <summary>The file is outside the subset, or broken: only a whole XML reader can say which.</summary>
    Unusual,

    /// <summary>A start tag.</summary>
    Start,

    /// <summary>A tag that ends itself; no <see cref="End"/> follows.</summary>
    Empty,

    /// <summary>The end tag of the innermost open element.</summary>
    End,

    /// <summary>The end of a document that is well-formed.</summary>
    EndOfFile,
}
