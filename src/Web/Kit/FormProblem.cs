using System.Text.Json;
using Microsoft.Extensions.Localization;
using Platform.Web.Clients;
using Platform.Web.Gateway;

namespace Platform.Web.Kit;

/// <summary>
/// Why a form was not taken: the gateway's problem (already in the reader's language) and its errors by field. The page keeps what
/// was typed, PostForm shows the title on top, each Field its own error. A gateway that is away is a problem too: nothing is lost.
/// </summary>
public sealed class FormProblem(IStringLocalizer<KitTexts> texts)
{
    private readonly Dictionary<string, string> _errors = new(StringComparer.OrdinalIgnoreCase);

    public string? Title { get; private set; }

    public string? Detail { get; private set; }

    /// <summary>The stable code of a refusal (`issue.cannot-move`), to offer what one can do instead.</summary>
    public string? Code { get; private set; }

    public bool Any => Title is not null || _errors.Count > 0;

    /// <summary>The error beside a field; “Input.Title”, “title” and “Title” are the same field.</summary>
    public string? Of(string field) => _errors.GetValueOrDefault(Key(field));

    /// <summary>True when it went well; false when it was refused, and then this object says why.</summary>
    public async Task<bool> Catch(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (ApiException said) when (!said.IsAway() && said.StatusCode is >= 400 and < 500)
        {
            Hear(said);
        }
        catch (Exception e) when (e.IsAway())
        {
            Title = texts["Problem.Away"];
        }
        return false;
    }

    /// <summary>A refusal of the page's own, beside a field.</summary>
    public void Refuse(string field, string why) => _errors[Key(field)] = why;

    private void Hear(ApiException said)
    {
        var problem = ProblemText.Of(said);
        Title = said.StatusCode switch
        {
            401 => texts["Problem.SignIn"],
            412 => texts["Problem.Stale"],
            429 => problem.Title ?? texts["Problem.TooMany"],
            _ => problem.Title ?? texts["Problem.Refused"],
        };
        Detail = problem.Detail;
        Code = problem.Extensions.TryGetValue("code", out var code) ? code?.ToString() : null;
        if (problem.Extensions.TryGetValue("errors", out var errors) && errors is JsonElement { ValueKind: JsonValueKind.Object } fields)
            foreach (var field in fields.EnumerateObject())
                _errors[Key(field.Name)] = Words(field.Value);
    }

    private static string Words(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? string.Join(" ", value.EnumerateArray().Select(x => x.ToString()))
        : value.ToString();

    private static string Key(string field) => field[(field.LastIndexOf('.') + 1)..];
}
