namespace Platform.Web.Kit;

/// <summary>The kit's line icons: one path each on a grid of 24, drawn with a stroke of 1.8. Inline, because a sprite is one request more.</summary>
public static class Icons
{
    private static readonly Dictionary<string, string> Paths = new()
    {
        ["home"] = "M4 11.5 12 4l8 7.5M6 10v10h4.5v-5.5h3V20H18V10",
        ["report"] = "M5 19l1-4L16.5 4.5l3 3L9 18l-4 1ZM14.5 6.5l3 3",
        ["search"] = "M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13ZM15.5 15.5 20 20",
        ["meeting"] = "M4 5h16v11h-8l-4.5 4v-4H4V5ZM8 9h8M8 12h5",
        ["heart"] = "M12 19.5 5 12.6a4.4 4.4 0 0 1 6.2-6.2l.8.8.8-.8A4.4 4.4 0 0 1 19 12.6L12 19.5Z",
        ["eye"] = "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
        ["me"] = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5",
        ["inbox"] = "M4 13.5 6.5 5h11L20 13.5V19H4v-5.5ZM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20",
        ["issues"] = "M6 4h9l4 4v12H6V4ZM14.5 4v4.5H19M9 12.5h7M9 16h7",
        ["partners"] = "M3.5 12 8 7.5l4 2 4-2 4.5 4.5-6.5 6.5-2-1.5-2 1.5L3.5 12ZM12 9.5l-2.5 3",
        ["people"] = "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M16 4.5a3.3 3.3 0 0 1 0 6.3M18 15c2 .8 3.2 2.5 3.5 5",
        ["chart"] = "M4 20h16M7 16v-5M12 16V6M17 16v-8",
        ["area"] = "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21ZM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
        ["health"] = "M3 12h4l2.5-6 4 12 2.5-6h5",
        ["palette"] = "M4 4h7v7H4V4ZM13 4h7v7h-7V4ZM4 13h7v7H4v-7ZM13 13h7v7h-7v-7Z",
        ["camera"] = "M4 8h3.5L9 5.5h6L16.5 8H20v11H4V8ZM12 16.5a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6Z",
        ["download"] = "M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 20h15",
        ["back"] = "M14.5 5.5 8 12l6.5 6.5",
        ["next"] = "M9.5 5.5 16 12l-6.5 6.5",
        ["out"] = "M10 4H5v16h5M14 8l4 4-4 4M18 12H9",
        ["text"] = "M3 19 8 6l5 13M4.7 15h6.6M14.5 19l3-8 3 8M15.5 16.5h4",
        ["globe"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18",
        ["phone"] = "M8 3h8v18H8V3ZM11 18h2",
        ["empty"] = "M5 9.5 12 5l7 4.5v8L12 22l-7-4.5v-8ZM5 9.5l7 4.5 7-4.5M12 14v8",
        ["cloud"] = "M7 18.5a4 4 0 0 1-.5-8 5.5 5.5 0 0 1 10.6-1A4.5 4.5 0 0 1 17 18.5M9.5 14.5l5 5M14.5 14.5l-5 5",
        ["lock"] = "M6 11h12v9H6v-9ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
        ["whistle"] = "M3 9.5h12a5 5 0 1 1-4.9 6L9.5 13H3V9.5ZM15 13.3a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4ZM15.5 6l1-2.5M19 7l1.8-1.5",
        // The shapes of the seven tones.
        ["Quiet"] = "M12 18.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z",
        ["Waiting"] = "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 8v4.5l3 2",
        ["Talking"] = "M4 5h16v11h-8l-4.5 4v-4H4V5Z",
        ["Doing"] = "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 4v16M12 8h6.5M12 12h8M12 16h6.5",
        ["Good"] = "M4.5 12.5 10 18 19.5 7",
        ["Warning"] = "M12 4.5 21 19.5H3L12 4.5ZM12 10v4.5M12 17v.2",
        ["Bad"] = "M6 6l12 12M18 6 6 18",
    };

    /// <summary>The path of an icon; a name that doesn't exist is a programming error.</summary>
    public static string Path(string name) => Paths[name];

    public static IEnumerable<string> Names => Paths.Keys;
}
