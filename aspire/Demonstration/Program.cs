using Platform.Demonstration.Api;
using Platform.Demonstration.Life;

// Plays demonstration life, once, through the platform's public door: `Platform.Demonstration GATEWAY MARKER`. The marker says how far it
// came: begun, played, or failed and why. Half a life is not played again: what is there already would be there twice.
if (args is not [var address, var marker])
{
    Console.Error.WriteLine("Platform.Demonstration GATEWAY MARKER");
    return 64;
}

if (File.Exists(marker)) return 0;
File.WriteAllText(marker, "begun\n");
try
{
    using var gateway = new Gateway(new Uri(address));
    var cast = new Cast(gateway);
    await Institutions.Found(cast);
    await Stories.Play(cast);
    await Deliberations.Hold(cast);
    await Leaders.ComeForward(cast);
    await Consultations.Begin(cast);
    await Offers.Serve(cast);
    using var other = new Gateway(new Uri(address), Wusong.Code);
    await SecondStreet.Live(other);
    File.WriteAllText(marker, "played\n");
    Console.WriteLine("Demonstration life is played.");
    return 0;
}
catch (Exception unforeseen)
{
    // Nobody's work depends on it: said, and left.
    File.WriteAllText(marker, $"failed: {unforeseen.Message}\n");
    Console.Error.WriteLine(unforeseen);
    return 1;
}
