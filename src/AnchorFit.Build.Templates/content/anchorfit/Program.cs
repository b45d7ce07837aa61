// Stands for what starts the training: the fitted config lies beside the program.
string config = Path.Combine(AppContext.BaseDirectory, "pipeline.config");
Console.WriteLine(config);
foreach (string line in File.ReadLines(config).Where(line => line.Contains("aspect_ratios:") || line.Contains("num_classes:")))
{
    Console.WriteLine(line.Trim());
}
