using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;

namespace Platform.Issues.Features;

/// <summary>
/// The usual departments for a street: all to a new one, and to the others what they have never had. Nothing is deleted, so what was given once,
/// and renamed or retired since, is not given again.
/// </summary>
internal static class GiveDepartments
{
    public static async Task GiveFirstDepartments(this IssuesDb db, CancellationToken ct)
    {
        var known = await db.Departments.Select(x => x.Code).ToListAsync(ct);
        foreach (var first in FirstDepartments.All.Where(x => !known.Contains(x.Code)).Take(Math.Max(0, Department.AtMost - known.Count))) db.Add(first);
    }
}
