using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using AnchorFit.Annotations.TfRecord;
using Google.Protobuf.Collections;
using Tensorflow;

namespace AnchorFit.Benchmarks;

/// <summary>
/// Reads boxes as one does with a protobuf library: each record whole into memory, the same for all, then parsed. Where
/// it checks the content's checksum, as TensorFlow's own reader always does, it does so with the processor's instruction.
/// </summary>
internal static class WholeRecordReader
{
    public static List<(float XMin, float YMin, float XMax, float YMax, string Class)> Read(string path, bool checks)
    {
        List<(float, float, float, float, string)> boxes = [];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        byte[] header = new byte[12];
        byte[] content = [];
        while (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length)
        {
            int length = (int)BinaryPrimitives.ReadInt64LittleEndian(header);
            Array.Resize(ref content, Math.Max(content.Length, length + 4));
            file.ReadExactly(content, 0, length + 4);
            if (checks && BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(length)) != Crc32C.Mask(Crc32C.Append(0, content.AsSpan(0, length))))
            {
                throw new InvalidDataException("A record is damaged.");
            }

            MapField<string, Feature> features = Example.Parser.ParseFrom(content, 0, length).Features.Feature;
            RepeatedField<float> xMin = features["image/object/bbox/xmin"].FloatList.Value;
            RepeatedField<float> yMin = features["image/object/bbox/ymin"].FloatList.Value;
            RepeatedField<float> xMax = features["image/object/bbox/xmax"].FloatList.Value;
            RepeatedField<float> yMax = features["image/object/bbox/ymax"].FloatList.Value;
            RepeatedField<Google.Protobuf.ByteString> classes = features["image/object/class/text"].BytesList.Value;
            for (int i = 0; i < xMin.Count; i++)
            {
                boxes.Add((xMin[i], yMin[i], xMax[i], yMax[i], classes[i].ToStringUtf8()));
            }
        }

        return boxes;
    }
}
