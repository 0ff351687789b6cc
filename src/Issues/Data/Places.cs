using System.Linq.Expressions;
using Platform.Issues.Domain;

namespace Platform.Issues.Data;

/// <summary>Issues by place.</summary>
public static class Places
{
    /// <summary>
    /// Those at or below one of these paths. By bounds, which an index serves under row-level security, and not by LIKE: below "a/b/" is whatever
    /// sorts from there to before "a/b0", since 0 follows the slash and the database sorts by code point.
    /// </summary>
    public static IQueryable<Issue> Within(this IQueryable<Issue> issues, params IReadOnlyCollection<string> paths)
    {
        if (paths.Contains("")) return issues;
        var apart = paths.Where(x => !paths.Any(p => p.Length < x.Length && x.StartsWith(p, StringComparison.Ordinal))).Distinct().ToList();
        if (apart.Count == 0) return issues.Where(x => false);
        var issue = Expression.Parameter(typeof(Issue), "x");
        return issues.Where(Expression.Lambda<Func<Issue, bool>>(apart.Select(path => Below(path, issue)).Aggregate(Expression.OrElse), issue));
    }

    private static Expression Below(string path, ParameterExpression issue)
    {
        var end = $"{path[..^1]}0";
#pragma warning disable CA1309 // It is the database that compares.
        Expression<Func<Issue, bool>> below = x => string.Compare(x.AreaPath, path) >= 0 && string.Compare(x.AreaPath, end) < 0;
#pragma warning restore CA1309
        return new Renamed(below.Parameters[0], issue).Visit(below.Body);
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
