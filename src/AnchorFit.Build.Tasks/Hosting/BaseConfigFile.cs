using System.Threading;
using AnchorFit.Diagnostics;
using AnchorFit.Run;
using AnchorFit.Text;

namespace AnchorFit.Hosting;

/// <summary>Gets the bytes of the base config that a project names.</summary>
internal static class BaseConfigFile
{
    /// <summary>The config, or null and one diagnostic.</summary>
    public static BaseConfigSource? Load(RawSettings settings, ProjectPaths project, DiagnosticBag diagnostics, CancellationToken cancellation = default)
    {
        BaseConfigName name = settings.Values.BaseConfig;
        if (name.IsBuiltIn)
        {
            BaseConfigSource? builtIn = BaseConfigSource.FromBuiltIn(name);
            if (builtIn is null)
            {
                diagnostics.Add(SettingDiagnostics.UnknownBuiltIn(settings.ProjectFile, name.Value, BaseConfigName.BuiltInNames));
            }

            return builtIn;
        }

        if (NamedFile.TryRead(project.Absolute(name.Value), out string reason, cancellation) is { } content)
        {
            return new BaseConfigSource(name.Value, project.Relative(name.Value), content, IsBuiltIn: false);
        }

        diagnostics.Add(SettingDiagnostics.BaseConfigUnreadable(settings.ProjectFile, name.Value, (name.Value.Contains("://") ? "it is an address: download the file, and name it" : reason) + HomePath.Hint(name.Value)));
        return null;
    }
}
