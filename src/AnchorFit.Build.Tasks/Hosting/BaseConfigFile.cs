using System;
using System.IO;
using AnchorFit.Diagnostics;
using AnchorFit.Run;

namespace AnchorFit.Hosting;

/// <summary>Gets the bytes of the base config that a project names.</summary>
internal static class BaseConfigFile
{
    /// <summary>The config, or null and one diagnostic.</summary>
    public static BaseConfigSource? Load(RawSettings settings, ProjectPaths project, DiagnosticBag diagnostics)
    {
        BaseConfigName name = BaseConfigName.Parse(settings.BaseConfig);
        if (name.IsBuiltIn)
        {
            BaseConfigSource? builtIn = BaseConfigSource.FromBuiltIn(name);
            if (builtIn is null)
            {
                diagnostics.Add(SettingDiagnostics.UnknownBuiltIn(settings.ProjectFile, name.Value, BaseConfigName.BuiltInNames));
            }

            return builtIn;
        }

        try
        {
            return new BaseConfigSource(name.Value, project.Relative(name.Value), ReadAll(project.Absolute(name.Value)), IsBuiltIn: false);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            string absolute = project.Absolute(name.Value);
            string reason = Directory.Exists(absolute) ? "it is a folder"
                : exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file (relative paths count from the project's folder)"
                : exception.Message;
            diagnostics.Add(SettingDiagnostics.BaseConfigUnreadable(settings.ProjectFile, name.Value, reason));
            return null;
        }
    }

    // An editor may have the file open for writing.
    private static byte[] ReadAll(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }
}
