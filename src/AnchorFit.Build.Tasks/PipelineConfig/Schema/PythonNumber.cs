using System.Globalization;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// Floating-point numbers as Python prints them: <c>1.0</c>, <c>0.5271971</c>, <c>1e-08</c>, <c>1e+16</c>, <c>inf</c>,
/// <c>nan</c>. A float has the fewest digits from six up that read back as the same float, as in protobuf's printer;
/// a double the fewest at all.
/// </summary>
internal static class PythonNumber
{
    public static string Text(float value)
    {
        string text;
        int digits = 6;
        do
        {
            text = value.ToString("E" + Invariant(digits++ - 1), CultureInfo.InvariantCulture);
        }
        while (digits <= 9 && (float)Parse(text) != value);
        return Layout(value, text);
    }

    public static string Text(double value)
    {
        string text;
        int digits = 1;
        do
        {
            text = value.ToString("E" + Invariant(digits++ - 1), CultureInfo.InvariantCulture);
        }
        while (digits <= 17 && Parse(text) != value);
        return Layout(value, text);
    }

    /// <summary>Rounded up, the largest numbers exceed the range; .NET Framework refuses to parse them.</summary>
    private static double Parse(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.PositiveInfinity;

    /// <summary>Turns <c>-d.dddE±nnn</c> into Python's form: an exponent only below 1e-4 and from 1e16 on.</summary>
    private static string Layout(double value, string scientific)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        // .NET Framework prints negative zero without its sign.
        string sign = value < 0 || (value == 0 && double.IsNegativeInfinity(1 / value)) ? "-" : string.Empty;
        string[] parts = scientific.TrimStart('-').Split('E');
        int exponent = int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string digits = parts[0].Replace(".", string.Empty).TrimEnd('0');
        digits = digits.Length == 0 ? "0" : digits;
        if (exponent is < -4 or >= 16)
        {
            string mantissa = digits.Length == 1 ? digits : digits.Insert(1, ".");
            return sign + mantissa + (exponent < 0 ? "e-" : "e+") + System.Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        }

        if (exponent < 0)
        {
            return sign + "0." + new string('0', -exponent - 1) + digits;
        }

        return sign + digits.PadRight(exponent + 2, '0').Insert(exponent + 1, ".");
    }

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
