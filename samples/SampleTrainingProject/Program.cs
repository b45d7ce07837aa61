// What a training job would be started with. Here it only shows that the config stands beside the program.
using System;
using System.IO;

string config = Path.Combine(AppContext.BaseDirectory, "pipeline.config");
Console.WriteLine(config);
foreach (string line in File.ReadLines(config))
{
    string field = line.Trim();
    if (field.StartsWith("aspect_ratios", StringComparison.Ordinal) || field.StartsWith("num_classes", StringComparison.Ordinal))
    {
        Console.WriteLine("  " + field);
    }
}
