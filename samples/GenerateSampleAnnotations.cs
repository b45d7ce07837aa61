// Writes PASCAL VOC annotations of an invented warehouse. The same arguments give the same bytes on every machine.
//
//   dotnet run samples/GenerateSampleAnnotations.cs                    the sample's own 120 files
//   dotnet run samples/GenerateSampleAnnotations.cs -- 10000 FOLDER    as many, wherever, of the same shapes
//
// A scene is a floor seen by one of three cameras. Forklifts and pallets stand on it at random distances; their
// sizes in metres and the angle of view make the shapes of their boxes, the distance makes their sizes.
#:property PublishAot=false
#:property AnchorFitEnabled=false
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace AnchorFit.Samples;

internal static class GenerateSampleAnnotations
{
    // Cosine and sine of how far an object is turned away from showing its long side.
    private static readonly (double Cos, double Sin)[] s_views = [(1, 0), (0.87, 0.5), (0.5, 0.87), (0, 1)];

    private static readonly Camera[] s_cameras =
    [
        new(Width: 1280, Height: 720, HeightM: 3.2, FocalPx: 1150, HorizonPx: 120),
        new(Width: 1920, Height: 1080, HeightM: 4.5, FocalPx: 1500, HorizonPx: 160),
        new(Width: 1080, Height: 1440, HeightM: 1.7, FocalPx: 1300, HorizonPx: 560),
    ];

    private static int Main(string[] args)
    {
        int count = 120;
        if (args.Length is not (0 or 2) || (args.Length == 2 && !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out count)))
        {
            Console.Error.WriteLine("usage: dotnet run samples/GenerateSampleAnnotations.cs [-- COUNT FOLDER]");
            return 1;
        }

        string folder = args.Length == 2
            ? args[1]
            : Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "SampleTrainingProject", "data", "xmls");
        Directory.CreateDirectory(folder);
        foreach (string old in Directory.GetFiles(folder, "warehouse_*.xml"))
        {
            File.Delete(old);
        }

        Dice dice = new(seed: 20_200_519);
        for (int i = 1; i <= count; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"warehouse_{i:0000}");
            File.WriteAllText(Path.Combine(folder, name + ".xml"), Scene(name, dice));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} files in {folder}"));
        return 0;
    }

    private static string Scene(string name, Dice dice)
    {
        Camera camera = s_cameras[Math.Min(dice.Below(4), s_cameras.Length - 1)];
        List<Box> boxes = [];
        int wanted = 2 + dice.Below(6);
        while (boxes.Count < wanted)
        {
            bool forklift = dice.Below(10) < 4;
            if (Place(camera, forklift ? "forklift" : "pallet", forklift ? Forklift(dice) : Pallet(dice), dice) is { } box)
            {
                boxes.Add(box);
            }
        }

        return Voc(name, camera, boxes);
    }

    // Counterbalance truck: 3.3 m long with its forks, 1.2 m wide, mast down at 2.1 m or part of the way up.
    private static (double WidthM, double HeightM) Forklift(Dice dice)
    {
        double mast = dice.Below(4) == 0 ? dice.Between(2.6, 3.6) : 2.1;
        return (Turned(3.3, 1.2, dice), mast * dice.Near(1, 0.04));
    }

    // EUR pallet: 1.2 m by 0.8 m, 0.144 m high. One in three is a stack of empty ones, the rest carry a load.
    private static (double WidthM, double HeightM) Pallet(Dice dice)
    {
        double height = dice.Below(3) == 0 ? 0.144 * (3 + dice.Below(10)) : 0.144 + dice.Between(0.5, 1.6);
        return (Turned(1.2, 0.8, dice), height * dice.Near(1, 0.03));
    }

    private static double Turned(double lengthM, double widthM, Dice dice)
    {
        (double cos, double sin) = s_views[dice.Below(s_views.Length)];
        return ((lengthM * cos) + (widthM * sin)) * dice.Near(1, 0.05);
    }

    // Null when too little of the object is in the picture for a person to label it.
    private static Box? Place(Camera camera, string className, (double WidthM, double HeightM) size, Dice dice)
    {
        double pxPerM = camera.FocalPx / dice.Between(5, 26);
        double width = size.WidthM * pxPerM;
        double height = size.HeightM * pxPerM;
        double left = dice.Between(-0.3 * width, camera.Width - (0.7 * width));
        double bottom = camera.HorizonPx + (camera.HeightM * pxPerM);

        int xmin = Math.Max((int)left, 1);
        int ymin = Math.Max((int)(bottom - height), 1);
        int xmax = Math.Min((int)(left + width), camera.Width);
        int ymax = Math.Min((int)bottom, camera.Height);
        double seenWidth = xmax - xmin;
        double seenHeight = ymax - ymin;
        if (seenWidth < 12 || seenHeight < 12 || seenWidth * seenHeight < 0.5 * width * height)
        {
            return null;
        }

        bool truncated = seenWidth * seenHeight < 0.95 * width * height;
        bool difficult = seenHeight < 40 && dice.Below(2) == 0;
        return new Box(className, truncated, difficult, xmin, ymin, xmax, ymax);
    }

    private static string Voc(string name, Camera camera, List<Box> boxes)
    {
        StringBuilder xml = new();
        void Line(FormattableString line) => xml.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        Line($"<annotation>");
        Line($"  <folder>images</folder>");
        Line($"  <filename>{name}.jpg</filename>");
        Line($"  <size>");
        Line($"    <width>{camera.Width}</width>");
        Line($"    <height>{camera.Height}</height>");
        Line($"    <depth>3</depth>");
        Line($"  </size>");
        Line($"  <segmented>0</segmented>");
        foreach (Box box in boxes)
        {
            Line($"  <object>");
            Line($"    <name>{box.ClassName}</name>");
            Line($"    <pose>Unspecified</pose>");
            Line($"    <truncated>{(box.Truncated ? 1 : 0)}</truncated>");
            Line($"    <difficult>{(box.Difficult ? 1 : 0)}</difficult>");
            Line($"    <bndbox>");
            Line($"      <xmin>{box.Xmin}</xmin>");
            Line($"      <ymin>{box.Ymin}</ymin>");
            Line($"      <xmax>{box.Xmax}</xmax>");
            Line($"      <ymax>{box.Ymax}</ymax>");
            Line($"    </bndbox>");
            Line($"  </object>");
        }

        Line($"</annotation>");
        return xml.ToString();
    }

    private sealed record Camera(int Width, int Height, double HeightM, double FocalPx, double HorizonPx);

    private sealed record Box(string ClassName, bool Truncated, bool Difficult, int Xmin, int Ymin, int Xmax, int Ymax);

    // SplitMix64 (Steele, Lea, Flood 2014). Only + - * / on doubles: every machine rounds those alike.
    private sealed class Dice(ulong seed)
    {
        private ulong _state = seed;

        public int Below(int n) => (int)(Unit() * n);

        public double Between(double low, double high) => low + ((high - low) * Unit());

        /// <summary>Nearly normal: the sum of twelve uniform numbers has variance 1.</summary>
        public double Near(double mean, double deviation)
        {
            double sum = -6;
            for (int i = 0; i < 12; i++)
            {
                sum += Unit();
            }

            return mean + (deviation * sum);
        }

        private double Unit()
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
