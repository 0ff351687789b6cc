using Platform.Directory.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Directory.Tests;

// A world of its own: nobody else should meet what was sent here.
public sealed class DirectoryAttackTests(DirectoryWorld world) : AttackTests<Program, DirectoryDb>(world, new DirectoryDoorTests(world)), IClassFixture<DirectoryWorld>;
