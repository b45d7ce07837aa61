using System;
using System.Text;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>Encodings by the name that an XML declaration gives: all that .NET brings, legacy code pages included.</summary>
internal static class XmlEncodings
{
    /// <summary>The encoding, which throws on bytes that it doesn't have; null when the name is not known.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return FindCodePage(name);
        }
    }

    /// <summary>Its markup characters are those of ASCII, so a declaration that could be read as ASCII can name it.</summary>
    public static bool ExtendsAscii(Encoding encoding) => encoding.GetBytes("<") is [(byte)'<'];

    /// <summary>Asked directly: to register the provider would change the whole build process.</summary>
    private static Encoding? FindCodePage(string name)
    {
#if NET
        return CodePagesEncodingProvider.Instance.GetEncoding(
            name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
#else
        _ = name;
        return null;
#endif
    }
}
