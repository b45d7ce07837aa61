using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AnchorFit.Hosting;

/// <summary>Lets Visual Studio's MSBuild find what lies beside the task; only in the build for .NET Framework.</summary>
internal static class BundledAssemblyLoading
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "MSBuild creates the tasks: no code of the package runs earlier.")]
    internal static void Start()
    {
        if (RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal))
        {
            AppDomain.CurrentDomain.AssemblyResolve += Load;
        }
    }

    private static Assembly? Load(object sender, ResolveEventArgs request)
    {
        string? folder = Path.GetDirectoryName(typeof(BundledAssemblyLoading).Assembly.Location);
        return folder is not null && BundledAssemblies.Find(request.Name, request.RequestingAssembly?.Location, folder) is { } file
            ? Assembly.LoadFrom(file)
            : null;
    }
}
