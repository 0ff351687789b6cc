using System.Globalization;
using System.Text.Json.Serialization;
using Platform.Kernel.Data;

namespace Platform.Issues.Domain;

/// <summary>What an answer is. GeoReport v2 calls them string, number, datetime, text, singlevaluelist and multivaluelist.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerType>))]
public enum AnswerType { Line, Number, Time, Text, OneOf, SeveralOf }

/// <summary>One choice of a list.</summary>
public sealed record AnswerChoice(string Key, string Name);

/// <summary>Something more to be told with a report. Where no answer is expected it only informs whoever reports.</summary>
public sealed record Question(
    string Code, AnswerType Type, bool Required, bool ExpectsAnswer, string Description, string DescriptionEn, string? Hint, IReadOnlyList<AnswerChoice> Choices)
{
    public const int AnswerAtMost = 1_000;

    /// <summary>What the answer says: the choices' names, or what was typed. Null where it is no answer to this.</summary>
    public IReadOnlyList<string>? Read(IReadOnlyList<string> sent)
    {
        if (Type is AnswerType.SeveralOf || Type is AnswerType.OneOf && sent.Count == 1) return NamesOf(sent);
        if (sent.Count != 1 || sent[0].Length > AnswerAtMost || Type is AnswerType.OneOf) return null;
        return Type switch
        {
            AnswerType.Number when !decimal.TryParse(sent[0], CultureInfo.InvariantCulture, out _) => null,
            AnswerType.Time when !DateTimeOffset.TryParse(sent[0], CultureInfo.InvariantCulture, out _) => null,
            _ => sent,
        };
    }

    private List<string>? NamesOf(IReadOnlyList<string> keys)
    {
        var chosen = Choices.Where(x => keys.Contains(x.Key)).Select(x => x.Name).ToList();
        return chosen.Count == keys.Distinct().Count() ? chosen : null;
    }
}

/// <summary>What a street asks for beside the words of a report in one of its categories.</summary>
public sealed class CategoryQuestions : Aggregate
{
    public const int AtMost = 20, ChoicesAtMost = 50;

    public CategoryQuestions(Guid categoryId) => CategoryId = categoryId;

    private CategoryQuestions()
    {
    }

    public Guid CategoryId { get; private init; }
    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public void Ask(IReadOnlyList<Question> questions) => Questions = questions;
}
