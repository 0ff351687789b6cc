namespace Platform.Meetings.Domain;

/// <content>Who convened it: whom a missing training is held against.</content>
public sealed partial class Meeting
{
    /// <summary>Whoever gave notice last; null while it is planned.</summary>
    public Guid? ConvenedById { get; private set; }

    public void ConvenedBy(Guid personId) => ConvenedById = personId;
}
