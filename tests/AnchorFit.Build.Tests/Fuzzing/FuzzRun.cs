using System;
using System.Collections.Generic;
using System.Threading;
using AnchorFit.Diagnostics;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Fuzzing;

/// <summary>
/// Feeds a parser with inputs and fails on the first that makes it throw, takes a second, takes memory out of proportion, or names
/// a place that the input doesn't have.
/// </summary>
internal sealed class FuzzRun
{
    // What is left when an input was read, and what was asked for meanwhile, which is let go again.
    private const int HeldFactor = 50;
    private const int AllocatedFactor = 500;
    private const long OwnMemory = 4 << 20;
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_hangs = TimeSpan.FromMinutes(5);

    private readonly FuzzTarget _target;
    private readonly Mutator _mutator;
    private byte[] _input = [];
    private long _done;
    private string? _finding;

    public FuzzRun(FuzzTarget target)
    {
        _target = target;
        _mutator = new Mutator(target.Seeds, target.Tokens);
    }

    /// <param name="first">The number of the first input.</param>
    /// <param name="count">How many.</param>
    public void Run(ulong first, long count)
    {
        // On a thread of its own: an input that never ends must not take the test run with it.
        var thread = new Thread(() => Try(first, count)) { IsBackground = true };
        thread.Start();
        long seen = -1;
        while (!thread.Join(s_hangs))
        {
            Assert.True(Interlocked.Read(ref _done) != seen, $"input {first + (ulong)seen} hangs: {Convert.ToBase64String(_input)}");
            seen = Interlocked.Read(ref _done);
        }

        Assert.True(_finding is null, $"input {first + (ulong)_done}: {_finding}\n{Convert.ToBase64String(_input)}");
    }

    private void Try(ulong first, long count)
    {
        // What the parser makes once for all inputs is no input's.
        foreach (byte[] seed in _target.Seeds)
        {
            _target.Read(seed);
        }

        while (_done < count && _finding is null)
        {
            _input = _mutator.Make(first + (ulong)_done);
            _finding = FindFault();
            if (_finding is null)
            {
                Interlocked.Increment(ref _done);
            }
        }
    }

    private string? FindFault()
    {
        TimeSpan start = ThreadClock.Now;
        long before = GC.GetAllocatedBytesForCurrentThread();
        IEnumerable<Diagnostic> diagnostics;
        try
        {
            diagnostics = _target.Read(_input);
        }
#pragma warning disable CA1031 // Any exception is what is sought.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception.ToString();
        }

        TimeSpan time = ThreadClock.Now - start;
        long memory = GC.GetAllocatedBytesForCurrentThread() - before;
        if (memory > (HeldFactor * (long)_input.Length) + OwnMemory
            && (memory > (AllocatedFactor * (long)_input.Length) + (4 * OwnMemory) || Held(attempts: 3) > (HeldFactor * (long)_input.Length) + OwnMemory))
        {
            return $"{memory} bytes of memory for an input of {_input.Length}";
        }

        if (time > s_slow)
        {
            return $"{time.TotalSeconds} s for an input of {_input.Length} bytes";
        }

        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (diagnostic.Path == _target.Path && !(IsInside(diagnostic.Start) && IsInside(diagnostic.End)))
            {
                return "a place outside of the input: " + diagnostic;
            }
        }

        return null;
    }

    // Other tests may take memory at the same time: the least of some attempts counts.
    private long Held(int attempts)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        IEnumerable<Diagnostic> result = _target.Read(_input);
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(result);
        return attempts > 1 ? Math.Min(held, Held(attempts - 1)) : held;
    }

    // Readers differ in whether a lone carriage return ends a line; columns never exceed bytes.
    private bool IsInside(LinePosition at) => at.Line == 0
        || (_target.IsText ? IsInLine(at, loneReturns: true) || IsInLine(at, loneReturns: false) : at.Line <= _input.Length + 1);

    private bool IsInLine(LinePosition at, bool loneReturns)
    {
        int line = 1;
        int start = 0;
        for (int i = 0; i <= _input.Length; i++)
        {
            bool ends = i == _input.Length || _input[i] == '\n' || (loneReturns && _input[i] == '\r' && !(i + 1 < _input.Length && _input[i + 1] == '\n'));
            if (ends && line == at.Line)
            {
                return at.Column >= 0 && at.Column <= i - start + 1;
            }

            if (ends)
            {
                line++;
                start = i + 1;
            }
        }

        return false;
    }
}
