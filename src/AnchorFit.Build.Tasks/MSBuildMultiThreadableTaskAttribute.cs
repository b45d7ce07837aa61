using System;

namespace Microsoft.Build.Framework;

/// <summary>
/// Tells a multi-threaded MSBuild that the task may run beside others in one process. MSBuild matches the attribute by
/// its full name, so a copy serves where the referenced version of the library hasn't got it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
