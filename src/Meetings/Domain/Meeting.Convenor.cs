namespace Platform.Meetings.Domain;

/// <content>Who convened it: whom a missing training is held against.</content>
public sealed partial class Meeting
{
    /// <summary>Whoever gave notice last; null while it is planned.</summary>
    public Guid? ConvenedById { get; private set; }

    public void ConvenedBy(Guid personId) => ConvenedById = personId;

    /// <summary>Its session began with somebody untrained in the lead, over a matter that asks for training: on record, and no bar.</summary>
    public void LedUntrained(DateTimeOffset now) => _breaches.Add(new Breach(this, Rule.ConvenorTraining, 1, 0, now));
}
