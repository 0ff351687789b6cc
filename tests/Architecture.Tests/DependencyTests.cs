using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Platform.Contracts;
using Platform.Worlds;
using Xunit;

namespace Platform.Architecture.Tests;

public class DependencyTests
{
    public static TheoryData<string> Services => [.. Sources.Services];

    [Theory, MemberData(nameof(Services))]
    public void Domain_KnowsNoFramework_AndNothingOutsideItself(string service)
    {
        var architecture = new ArchLoader().LoadAssembly(Assembly.Load($"Platform.{service}")).Build();
        ArchRuleDefinition.Types().That().ResideInNamespaceMatching($@"^Platform\.{service}\.Domain")
            .Should().NotDependOnAny(ArchRuleDefinition.Types().That().ResideInNamespaceMatching(
                $@"^(Microsoft\.EntityFrameworkCore|MassTransit|Grpc|Platform\.{service}\.(Features|Data|Grpc))"))
            .WithoutRequiringPositiveResults().Check(architecture);
    }

    [Theory, MemberData(nameof(Services))]
    public void Service_ReferencesNoOtherService(string service) =>
        Assert.Subset(new HashSet<string> { "Contracts", "Kernel", "ServiceDefaults" }, References($"src/{service}/{service}.csproj"));

    [Fact]
    public void Contracts_ReferencesNothingOfOurs() => Assert.Empty(References("src/Contracts/Contracts.csproj"));

    [Fact]
    public void Kernel_ReferencesContracts_AndNamesNoServiceButDirectory()
    {
        Assert.Equal(["Contracts", "ServiceDefaults"], References("src/Kernel/Kernel.csproj").Order());
        Assert.Empty(Sources.Holding(@"Contracts\.(Issues|Meetings|Volunteers|Partners|Insights)", "src/Kernel"));
    }

    /// <summary>Only the outbox speaks to the broker, so that nothing is said which was not committed.</summary>
    [Fact]
    public void OnlyTheKernel_Publishes() =>
        Assert.DoesNotContain(Sources.Holding(@"\b(IPublishEndpoint|IBus|ISendEndpointProvider|IBusControl)\b", "src"), x => !x.StartsWith("src/Kernel/", StringComparison.Ordinal));

    /// <summary>Nobody steps over the second lock.</summary>
    [Fact]
    public void NobodyIgnoresTheTenantFilter() => Assert.Empty(Sources.Holding(@"IgnoreQueryFilters", "src"));

    [Fact]
    public void Event_IsASealedRecord_InAVersion_WithRequiredOrOptionalProperties() => Assert.All(
        typeof(IEvent).Assembly.GetExportedTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IEvent))), t =>
        {
            Assert.True(t.IsSealed, $"{t.Name} is not sealed");
            Assert.Matches(@"\.V\d+$", t.Namespace);
            var nullability = new NullabilityInfoContext();
            Assert.All(t.GetProperties(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract"), p => Assert.True(
                p.CustomAttributes.Any(a => a.AttributeType.Name == "RequiredMemberAttribute") || Nullable.GetUnderlyingType(p.PropertyType) is not null
                || nullability.Create(p).ReadState is NullabilityState.Nullable, $"{t.Name}.{p.Name}"));
        });

    private static HashSet<string> References(string project) =>
        [.. Regex.Matches(File.ReadAllText(Path.Combine(Checkout.Root, project)), @"ProjectReference Include=""[^""]*?(\w+)\.csproj").Select(x => x.Groups[1].Value)];
}
