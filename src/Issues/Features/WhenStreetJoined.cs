using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Kernel.Events;

namespace Platform.Issues.Features;

/// <summary>A new street begins with these categories, as its own copy. Reacts to TenantConfigured beside the kernel's copy of the street.</summary>
public sealed class WhenStreetJoined(IssuesDb db) : Reaction<TenantConfigured>(db)
{
    private static readonly (string Code, string Name, string NameEn)[] First =
    [
        ("environment", "环境卫生", "Cleanliness"), ("facilities", "公共设施", "Public facilities"), ("safety", "安全隐患", "Safety"),
        ("property", "物业服务", "Property service"), ("parking", "停车秩序", "Parking"), ("greening", "绿化与花园", "Green spaces"),
        ("neighbours", "邻里纠纷", "Neighbours"), ("other", "其他", "Something else"),
    ];

    protected override async Task React(TenantConfigured fact, CancellationToken ct)
    {
        if (await db.Categories.AnyAsync(ct)) return;
        foreach (var (order, category) in First.Index())
            db.Categories.Add(new Category { Code = category.Code, Name = category.Name, NameEn = category.NameEn, Order = order });
    }
}
