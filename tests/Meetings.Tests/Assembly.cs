using Platform.Meetings.Tests;

// One world for all: starting one costs more than sharing it.
[assembly: Xunit.AssemblyFixture(typeof(MeetingsWorld))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
