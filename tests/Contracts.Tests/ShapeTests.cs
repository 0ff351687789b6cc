using System.Reflection;
using System.Text.Json;
using Platform.Kernel.Events;
using Platform.Worlds;
using Xunit;

namespace Platform.Contracts.Tests;

/// <summary>
/// What crosses a service is frozen once merged: an optional property may be added to an event, under a new approval; anything else is a
/// V2 beside it. To approve a shape on purpose: APPROVE=1 ./platform test --quick, and look at what changed.
/// </summary>
public class ShapeTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "Contracts.Tests");

    [Fact]
    public void Events_HaveTheirApprovedShape() => Approved("events.approved.txt", string.Join('\n', Shapes().Order(StringComparer.Ordinal)) + "\n");

    [Fact]
    public void Protos_AreAsApproved()
    {
        var protos = Path.Combine(Checkout.Root, "src", "Contracts", "protos");
        Approved("protos.approved.txt", string.Join('\n', System.IO.Directory.GetFiles(protos, "*.proto", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(x => File.ReadLines(x).Select(line => line.Split("//")[0].TrimEnd()).Where(line => line.Length > 0).Prepend($"== {Path.GetRelativePath(protos, x)}"))) + "\n");
    }

    /// <summary>Facts travel as JSON: what is said must be what is heard.</summary>
    [Fact]
    public void EveryEvent_SurvivesTheWire() => Assert.All(Types().Where(x => x.IsAssignableTo(typeof(IEvent)) && !x.IsAbstract), type =>
    {
        var fact = (IEvent)JsonSerializer.Deserialize(JsonSerializer.Serialize(Example(type), type, Wire.Json), type, Wire.Json)!;
        Assert.Equal(JsonSerializer.Serialize(Example(type), type, Wire.Json), JsonSerializer.Serialize(fact, type, Wire.Json));
    });

    private static IEnumerable<string> Shapes() => Types().SelectMany(type => type.IsEnum
        ? Enum.GetNames(type).Select(x => $"{type.FullName} = {x}")
        : type.GetProperties().Select(p => $"{type.FullName}.{p.Name}: {Name(p)}").Prepend($"{type.FullName}"));

    private static IEnumerable<Type> Types() => typeof(IEvent).Assembly.GetExportedTypes()
        .Where(t => t.Namespace is { } ns && !ns.Contains(".Grpc.", StringComparison.Ordinal) && (t.IsEnum || t is { IsClass: true }));

    private static string Name(PropertyInfo property)
    {
        var optional = new NullabilityInfoContext().Create(property).ReadState is NullabilityState.Nullable ? "?" : "";
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return (type.IsGenericType ? $"{type.Name.Split('`')[0]}<{type.GetGenericArguments()[0].Name}>" : type.Name) + optional;
    }

    private static object Example(Type type)
    {
        var example = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(x => x.CanWrite)) property.SetValue(example, ValueOf(property.PropertyType));
        return example;
    }

    private static object? ValueOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } x => Enum.GetValues(x).GetValue(Enum.GetValues(x).Length - 1),
        var x when x == typeof(Guid) => new Guid("01936f2a-0000-7000-8000-000000000001"),
        var x when x == typeof(string) => "文字 text",
        var x when x == typeof(int) => 42,
        var x when x == typeof(bool) => true,
        var x when x == typeof(DateOnly) => new DateOnly(2026, 11, 23),
        var x when x == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero),
        { IsGenericType: true } x when x.GetGenericArguments()[0] is var item => ListOf(item),
        var x => Example(x),
    };

    private static Array ListOf(Type item)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(ValueOf(item), 0);
        return list;
    }

    private static void Approved(string file, string actual)
    {
        var path = Path.Combine(Folder, file);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1") File.WriteAllText(path, actual);
        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", actual);
    }
}
