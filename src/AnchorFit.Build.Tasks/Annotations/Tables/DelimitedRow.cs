namespace AnchorFit.Annotations.Tables;

/// <summary>What <see cref="DelimitedRows.Next"/> found.</summary>
internal enum DelimitedRow
{
    /// <summary>A row with at least one field that isn't blank.</summary>
    Complete,

    /// <summary>There are no more rows.</summary>
    EndOfFile,

    /// <summary>A quote opens a field and nothing closes it.</summary>
    OpenQuote,

    /// <summary>The row is longer than <see cref="DelimitedRows.LongestRow"/>.</summary>
    TooLong,
}
