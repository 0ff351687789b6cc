using OpenIddict.Abstractions;
using Platform.Directory.Domain;
using Platform.Kernel.Doors;
using Platform.Kernel.Refusals;

namespace Platform.Directory.SignIn;

/// <summary>A grant of our own: a phone number and the code that was sent to it, for a street, give a resident's token.</summary>
internal static class PhoneCodeGrant
{
    public const string Type = "urn:platform:phone-code";

    public static async Task<IResult> Handle(HttpContext http, OpenIddictRequest request, IStreets streets, People people)
    {
        try
        {
            var tenant = await streets.Find(Text(request, "street"), http.RequestAborted)
                ?? throw new RefusedException(KernelRefusals.UnknownStreet);
            var (id, name) = await people.ByPhone(tenant, Text(request, "phone"), Text(request, "code"), http.RequestAborted);
            return Tokens.Issue(id.ToString(), name, tenant, [Scopes.Api, OpenIddictConstants.Scopes.OfflineAccess]);
        }
        catch (RefusedException refused)
        {
            return Tokens.Refuse(http, refused.Refusal);
        }
    }

    private static string Text(OpenIddictRequest request, string name) =>
        (string?)request[name] is { Length: > 0 and <= 100 } text ? text : throw new RefusedException(DirectoryRefusals.WrongCode);
}
