using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading;
using AnchorFit.Annotations.Json;
using AnchorFit.Tests.Annotations.Coco;
using AnchorFit.Text;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Annotations.Json;

/// <summary>Held against the framework's own reader, which gets the whole text in memory.</summary>
public sealed class JsonTokenizerTests
{
    /// <summary>What may replace or join a piece of a good file.</summary>
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", " ", "\n", "\r\n", "\r", "\t", "\0", "\u0001", "\u007F", "é", "犬", "🐕", "\uFEFF",
        "0", "-", "-0", "01", "1.", ".5", "1.5", "1e5", "1E+05", "1e", "1e+", "-1.25e-3", "123456789012345678901234567890", "true", "false", "null",
        "True", "nul", "nulll", "\"a\"", "\"\\n\"", "\"\\u00e9\"", "\"\\ud83d\\udc15\"", "\"\\x\"", "\"\\u12\"", "\"\"", "\"a\":1", ",\"b\":[]", "[]", "{}", "[[]]", "[1,2]", "//", "/**/",
    ];

    private static readonly JsonTokenizer Tokenizer = new();

    private static readonly Gen<string> Edited = Gen.Select(Gen.Int[0, CocoSamples.Indented.Length], Gen.Int[0, 6], Gen.Int[0, Pieces.Length - 1]).Array[0, 3].Select(edits =>
    {
        string text = CocoSamples.Indented.Trim();
        foreach ((int at, int over, int piece) in edits)
        {
            int start = Math.Min(at, text.Length);
            text = text.Remove(start, Math.Min(over, text.Length - start)).Insert(start, Pieces[piece]);
        }

        return text;
    });

    [Fact]
    public void ReadsWhatTheFrameworkReadsAndRefusesWhatItRefuses()
    {
        int refused = 0;
        Edited.Sample(text =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            List<string>? expected = Framework(bytes);
            Assert.Equal(expected, Ours(bytes));
            refused += expected is null ? 1 : 0;
        }, iter: 5_000, threads: 1);
        Assert.InRange(refused, 500, 4_500);
    }

    [Fact]
    public void SkippingEndsWhereReadingDoes() =>
        Edited.Sample(text =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes("{\"a\": " + text + ", \"犬\": 1}");
            if (Framework(Encoding.UTF8.GetBytes(text)) is not null && Framework(bytes) is { } whole)
            {
                Tokenizer.Begin(new MemoryStream(bytes), CancellationToken.None);
                Assert.True(Tokenizer.Enter() && Tokenizer.NextMember() && Tokenizer.Skip() && Tokenizer.NextMember());
                Assert.Equal("犬", Tokenizer.NameText);
                Assert.Equal(whole[^2], $"{Tokenizer.At}: Number 1");
                Assert.True(Tokenizer.Skip() && !Tokenizer.NextMember() && Tokenizer.End());
            }
        }, iter: 2_000, threads: 1);

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    public void WhatPythonWritesForNoNumberIsAKindOfItsOwn(string word)
    {
        Tokenizer.Begin(new MemoryStream(Encoding.UTF8.GetBytes($"[{word}]")), CancellationToken.None);

        Assert.True(Tokenizer.Enter() && Tokenizer.NextItem() && Tokenizer.Read());
        Assert.Equal(JsonKind.NotFinite, Tokenizer.Kind);
        Assert.Equal(word, Tokenizer.Text);
        Assert.True(!Tokenizer.NextItem() && Tokenizer.End());
    }

    [Fact]
    public void HalfASurrogatePairIsReplaced()
    {
        Tokenizer.Begin(new MemoryStream(Encoding.UTF8.GetBytes("[\"a\\ud83d b\\udc15\\ud83d\\udc15\"]")), CancellationToken.None);

        Assert.True(Tokenizer.Enter() && Tokenizer.NextItem() && Tokenizer.Read());
        Assert.Equal("a\uFFFD b\uFFFD🐕", Tokenizer.Text);
    }

    [Theory]
    [InlineData("7", 7L)]
    [InlineData("-7", -7L)]
    [InlineData("7.0", 7L)]
    [InlineData("7e2", 700L)]
    [InlineData("999999999999999999", 999999999999999999)]
    [InlineData("1.5", null)]
    [InlineData("1e300", null)]
    [InlineData("12345678901234567890", null)]
    public void WholeNumbersMayBeWrittenAsFractions(string text, long? expected) =>
        Assert.Equal(expected, JsonNumber.TryReadWhole(Encoding.UTF8.GetBytes(text), out long value) ? value : null);

    /// <summary>Every token with its place and content; null where the text is refused.</summary>
    private static List<string>? Ours(byte[] bytes)
    {
        List<string> tokens = [];
        if (Tokenizer.Begin(new MemoryStream(bytes), CancellationToken.None))
        {
            Walk(tokens);
        }

        return Tokenizer.End() ? tokens : null;
    }

    private static void Walk(List<string> tokens)
    {
        LinePosition at = Tokenizer.At;
        if (Tokenizer.Kind == JsonKind.Object)
        {
            tokens.Add($"{at}: Object");
            Tokenizer.Enter();
            while (Tokenizer.NextMember())
            {
                tokens.Add($"name {Tokenizer.NameText}");
                Walk(tokens);
            }

            tokens.Add("end");
        }
        else if (Tokenizer.Kind == JsonKind.List)
        {
            tokens.Add($"{at}: List");
            Tokenizer.Enter();
            while (Tokenizer.NextItem())
            {
                Walk(tokens);
            }

            tokens.Add("end");
        }
        else if (Tokenizer.Read())
        {
            tokens.Add($"{at}: {Tokenizer.Kind} {Tokenizer.Text}");
        }
    }

    private static List<string>? Framework(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        SourceText source = new(string.Empty, text);
        List<string> tokens = [];
        Utf8JsonReader reader = new(bytes, new JsonReaderOptions { MaxDepth = JsonTokenizer.MaxDepth });
        try
        {
            while (reader.Read())
            {
                string at = source.GetPosition(Encoding.UTF8.GetCharCount(bytes, 0, (int)reader.TokenStartIndex)).ToString();
                tokens.Add(reader.TokenType switch
                {
                    JsonTokenType.StartObject => $"{at}: Object",
                    JsonTokenType.StartArray => $"{at}: List",
                    JsonTokenType.EndObject or JsonTokenType.EndArray => "end",
                    JsonTokenType.PropertyName => $"name {reader.GetString()}",
                    JsonTokenType.String => $"{at}: Text {reader.GetString()}",
                    _ => $"{at}: {reader.TokenType} {Encoding.UTF8.GetString(reader.ValueSpan)}",
                });
            }

            return tokens[0].EndsWith("Object", StringComparison.Ordinal) || tokens[0].EndsWith("List", StringComparison.Ordinal) ? tokens : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which the framework has no text for: nothing to compare with.
            return Ours(bytes);
        }
    }
}
