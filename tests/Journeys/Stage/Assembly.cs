using System.Runtime.Versioning;
using Platform.Journeys.Stage;

// One platform for all stories, and one story at a time: they share its clock and stop its servers.
[assembly: AssemblyFixture(typeof(StartedPlatform))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: SupportedOSPlatform("linux")]
