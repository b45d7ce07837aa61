using System.Reflection;

namespace AnchorFit.Hosting;

/// <summary>The version of the package that this assembly came in; the same in both builds of the task.</summary>
internal static class PackageVersion
{
    public static string Text { get; } =
        typeof(PackageVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
