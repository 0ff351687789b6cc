using Platform.Kernel.Tests;

// One world for all: starting one costs more than sharing it.
[assembly: Xunit.AssemblyFixture(typeof(ProbeWorld))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
