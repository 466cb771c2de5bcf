// Names of a made-up town and groups. cspell:ignore Chadron Novaya Zhizn Grupo Nueva
const base = { day: 2, time: "19:00", end_time: "20:00", city: "Chadron", state: "NE" };
const at = (location: string) => ({ location, formatted_address: "100 Main St, Chadron, NE 69337, USA" });

/** Meetings to search for by words, in the shape of a Meeting Guide feed; nobody in them exists. */
export const searchedMeetings = [
  { ...base, slug: "grange", name: "Grange Hall Group", types: ["O", "X"], ...at("Dawes County Grange") },
  {
    ...base,
    slug: "senior",
    name: "Noon at the Senior Center",
    time: "12:00",
    end_time: "13:00",
    types: ["O"],
    ...at("Chadron Senior Center"),
  },
  { ...base, slug: "lutheran", name: "Prairie Lutheran Study", types: ["BE", "B"], ...at("Immanuel Lutheran Church, basement") },
  { ...base, slug: "beginners", name: "First Steps Beginners", day: 3, types: ["O", "BE"], ...at("Public Library") },
  { ...base, slug: "russian", name: "Novaya Zhizn", day: 4, types: ["O", "RUS"], ...at("Community Hall"), notes: "Meeting in Russian" },
  { ...base, slug: "clean", name: "Clean and Serene", day: 5, types: ["O"], ...at("Methodist Church") },
  { ...base, slug: "sisters", name: "Sisters of the Plains", day: 1, types: ["W"], ...at("Methodist Church") },
  {
    ...base,
    slug: "candle",
    name: "Friday Candlelight",
    day: 5,
    time: "21:00",
    end_time: "22:00",
    types: ["O", "CAN"],
    ...at("Episcopal Church"),
  },
  { ...base, slug: "luz", name: "Grupo Nueva Luz", day: 0, types: ["O", "S"], ...at("Catholic Church") },
  { ...base, slug: "agnostics", name: "We Agnostics", day: 6, types: ["A", "O"], ...at("College Union") },
  {
    slug: "kitchen",
    name: "Kitchen Table by Phone",
    day: 1,
    time: "20:00",
    types: ["O", "ONL"],
    conference_phone: "+13085550100",
    timezone: "America/Chicago",
  },
];
