using Platform.Meetings.Data;
using Platform.Worlds;

namespace Platform.Meetings.Tests;

public sealed class DoorsTests(MeetingsWorld world) : DoorTests<Program, MeetingsDb>(world)
{
    protected override string[] Public => ["GET /api/v1/meetings/public/{street}/meetings", "GET /api/v1/meetings/public/{street}/meetings/{id:guid}"];
}

public sealed class LocksTests(MeetingsWorld world) : LockTests<Program, MeetingsDb>(world);
