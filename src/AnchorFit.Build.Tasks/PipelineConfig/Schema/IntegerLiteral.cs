namespace AnchorFit.PipelineConfig.Schema;

/// <summary>Whole numbers of the text format: decimal, <c>0x1F</c>, and octal after a leading zero.</summary>
internal static class IntegerLiteral
{
    /// <summary>
    /// Reads digits without a sign. False where the text is no whole number (<c>1.0</c>, <c>08</c>);
    /// <paramref name="magnitude"/> is null where it is one beyond 64 bits.
    /// </summary>
    public static bool TryParse(string digits, out ulong? magnitude)
    {
        uint radix = 10;
        int at = 0;
        if (digits.Length > 1 && digits[0] == '0')
        {
            bool isHex = digits[1] is 'x' or 'X';
            radix = isHex ? 16u : 8u;
            at = isHex ? 2 : 1;
        }

        magnitude = 0;
        bool any = false;
        for (; at < digits.Length; at++)
        {
            int digit = Digit(digits[at]);
            if (digit < 0 || digit >= radix)
            {
                return false;
            }

            any = true;
            magnitude = magnitude <= (ulong.MaxValue - (uint)digit) / radix ? (magnitude * radix) + (uint)digit : null;
        }

        return any;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
