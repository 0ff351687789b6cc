using System.Globalization;
using System.Resources;

namespace Platform.Directory.SignIn;

/// <summary>The words of the sign-in pages: SignInTexts.resx (zh-CN) and .en.resx.</summary>
internal static class SignInTexts
{
    private static readonly ResourceManager Texts = new("Platform.Directory.SignIn.SignInTexts", typeof(SignInTexts).Assembly);

    public static string Of(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    public static string Sms(string code) => Of("sms").Replace("{0}", code, StringComparison.Ordinal);
}
