using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Domain;

namespace Platform.Issues.Data;

/// <summary>
/// Finding issues by words in title, text and numbers. Chinese has no spaces, so what is indexed is every two neighbouring characters: words of
/// two and more find their pairs, one character finds the pairs that begin with it. What has the pairs is then held against the words as they stand.
/// </summary>
public static partial class Searching
{
    public const string Words = "bigrams(title || ' ' || text || ' ' || receipt_number || ' ' || coalesce(external_number, ''))";

    /// <summary>The index that answers; and the function that the migration makes for it.</summary>
    public const string Index = $"CREATE INDEX ix_issues_words ON issues USING gin (tenant_id, {Words})", Function = """
        CREATE OR REPLACE FUNCTION bigrams(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
        DECLARE signs text[] := string_to_array(regexp_replace(lower(words), '\s+', ' ', 'g') || ' ', NULL);
        BEGIN
            RETURN array_to_tsvector(ARRAY(SELECT CASE WHEN following = ' ' THEN one ELSE one || following END
                FROM unnest(signs, signs[2:]) AS pairs(one, following) WHERE one <> ' '));
        END $$
        """;

    private const int PartsAtMost = 8, PairsAtMost = 100;

    /// <summary>Those that have every one of these words, each in the title, the text or a number.</summary>
    public static IQueryable<Issue> Saying(this IQueryable<Issue> issues, IssuesDb db, string? words)
    {
        // What has no sign of its own (a NUL, which PostgreSQL cannot take, among it) is a gap between words.
        var parts = new string([.. (words ?? "").Select(x => char.IsControl(x) || char.IsWhiteSpace(x) ? ' ' : x)])
            .Split(' ', PartsAtMost, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0) return issues;
        if (parts is [var number] && ANumber().IsMatch(number)) return issues.Where(x => x.ReceiptNumber == number);
        var asked = string.Join(" & ", parts.SelectMany(Lexemes).Distinct().Take(PairsAtMost));
        // Newest first already: of a word that half of them have, the first page is read and no more.
        var found = db.Database.SqlQuery<Guid>($"""SELECT found AS "Value" FROM seek.issues({asked}) AS found ORDER BY found DESC""");
        issues = issues.Join(found, x => x.Id, x => x, (issue, _) => issue);
        foreach (var part in parts)
        {
            var anywhere = $"%{part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            issues = issues.Where(x =>
                EF.Functions.ILike(x.Title, anywhere, "\\") || EF.Functions.ILike(x.Text, anywhere, "\\") || EF.Functions.ILike(x.ReceiptNumber, anywhere, "\\")
                || EF.Functions.ILike(x.ExternalNumber!, anywhere, "\\"));
        }

        return issues;
    }

    private static IEnumerable<string> Lexemes(string part)
    {
        Rune[] signs = [.. part.EnumerateRunes()];
        return signs.Length == 1 ? [Quoted($"{signs[0]}") + ":*"] : signs.Zip(signs.Skip(1))
            .Where(x => !Rune.IsWhiteSpace(x.First) && !Rune.IsWhiteSpace(x.Second)).Select(x => Quoted($"{x.First}{x.Second}"));
    }

    private static string Quoted(string lexeme) => $"'{lexeme.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^\d{6,12}-\d{4}-\d{6,}$")]
    private static partial Regex ANumber();
}
