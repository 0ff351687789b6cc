using Platform.Web.Clients.Issues;
using Platform.Web.Kit;

namespace Platform.Web.Console.Imports;

/// <summary>The tones of a run, and of a row.</summary>
internal static class ImportTones
{
    public static Tone Of(ImportState state) => state switch
    {
        ImportState.Staged => Tone.Waiting,
        ImportState.Importing => Tone.Doing,
        ImportState.Done => Tone.Good,
        _ => Tone.Quiet,
    };

    public static Tone Of(ImportRowState state) => state switch
    {
        ImportRowState.New => Tone.Waiting,
        ImportRowState.Imported => Tone.Good,
        ImportRowState.Wrong => Tone.Bad,
        _ => Tone.Quiet,
    };
}
