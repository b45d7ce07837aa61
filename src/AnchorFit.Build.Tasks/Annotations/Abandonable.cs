using System;
using System.Threading;
using System.Threading.Tasks;

namespace AnchorFit.Annotations;

/// <summary>Work that a cancelled build doesn't wait for, because a disk may keep it for ever.</summary>
internal static class Abandonable
{
    /// <summary>The work's result, or its exception as it was.</summary>
    /// <exception cref="OperationCanceledException">Cancelled: the work is left to a thread that keeps no process alive.</exception>
    public static T Run<T>(Func<T> work, CancellationToken cancellation)
    {
        Task<T> running = Task.Run(work, cancellation);
        try
        {
            running.Wait(cancellation);
        }
        catch (AggregateException)
        {
            // GetResult throws what happened inside, as it was.
            cancellation.ThrowIfCancellationRequested();
        }

        return running.GetAwaiter().GetResult();
    }
}
