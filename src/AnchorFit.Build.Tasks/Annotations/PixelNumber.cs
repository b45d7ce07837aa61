using System.Globalization;

namespace AnchorFit.Annotations;

/// <summary>Numbers of pixels as annotation files write them: <c>12</c>, <c>12.5</c>, <c>1.2e2</c>, never <c>12,5</c>.</summary>
internal static class PixelNumber
{
    /// <summary>No image is larger; beyond it a number is a mistake, and arithmetic on it would overflow.</summary>
    public const double Limit = 1e9;

    private const NumberStyles Decimal =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a text without surrounding white space. NaN, infinities and words are no numbers of pixels.</summary>
    public static bool TryParse(string text, out double value) =>
        double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out value) && value is >= -Limit and <= Limit;

    /// <summary>The shortest text that says the number, for messages.</summary>
    public static string Format(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
