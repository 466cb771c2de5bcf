// cspell:ignore pikeville sandhills kearney chillicothe lista esperanza camino grupo español
import type { Database } from "../../src/database/open.ts";
import { importRecords } from "./feeds.ts";

/** Made-up lists of the places that the errands of readers lead to; nobody in them exists. All telephone numbers are of the kind kept for stories. */

const vernon = { latitude: 34.1545, longitude: -99.2651 };
const wichitaFalls = { latitude: 33.9137, longitude: -98.4934 };
const pikeville = { latitude: 37.4793, longitude: -82.5188 };
const harlan = { latitude: 36.8431, longitude: -83.3219 };
const bridge = { conference_phone: "3125550123", conference_phone_notes: "Meeting ID 850 1126 9892, passcode 040728" };

const texas = [
  // At six it has been on for an hour.
  {
    slug: "five",
    name: "Five O'Clock Group",
    day: 6,
    time: "17:00",
    end_time: "18:30",
    formatted_address: "1400 Main St, Vernon, TX 76384, USA",
    ...vernon,
  },
  // Fifty miles away, and it begins in a quarter of an hour.
  {
    slug: "quarter",
    name: "Quarter Past Group",
    day: 6,
    time: "18:15",
    end_time: "19:15",
    formatted_address: "9 Elm St, Wichita Falls, TX 76301, USA",
    ...wichitaFalls,
  },
  {
    slug: "eight",
    name: "Eight O'Clock Group",
    day: 6,
    time: "20:00",
    end_time: "21:00",
    formatted_address: "1400 Main St, Vernon, TX 76384, USA",
    ...vernon,
  },
  {
    slug: "sunday",
    name: "Sunday Breakfast Group",
    day: 0,
    time: "08:00",
    formatted_address: "1400 Main St, Vernon, TX 76384, USA",
    ...vernon,
  },
  { slug: "red-river", name: "Red River Phone Group", day: 6, time: "19:00", end_time: "20:00", city: "Vernon", state: "TX", ...bridge },
];

const nebraska = [
  { slug: "sandhills", name: "Sandhills Phone Group", day: 3, time: "19:00", end_time: "20:00", city: "Valentine", state: "NE", ...bridge },
  { slug: "platte", name: "Platte River Phone Group", day: 4, time: "12:00", end_time: "13:00", city: "Kearney", state: "NE", ...bridge },
];

const kentucky = [
  {
    slug: "big-sandy",
    name: "Big Sandy Group",
    day: 2,
    time: "19:00",
    formatted_address: "12 River Dr, Pikeville, KY 41501, USA",
    ...pikeville,
  },
  { slug: "harlan", name: "Harlan Group", day: 4, time: "19:00", formatted_address: "3 Main St, Harlan, KY 40831, USA", ...harlan },
];

const families = [
  {
    slug: "hills",
    name: "Hills Family Group",
    day: 1,
    time: "19:00",
    formatted_address: "12 River Dr, Pikeville, KY 41501, USA",
    ...pikeville,
  },
];

const spanish = [
  { slug: "esperanza", name: "Grupo Esperanza", day: 6, time: "19:00", types: ["S"], ...bridge },
  { slug: "camino", name: "Grupo Camino", day: 0, time: "18:00", types: ["S"], conference_url: "https://video.example.org/j/2" },
];

/** Imports them, each as a list of its own. */
export function importRuralMeetings(db: Database): void {
  const central = { zone: "America/Chicago" };
  importRecords(db, { id: "texas", name: "Red River list", ...central }, texas);
  importRecords(db, { id: "nebraska", name: "Nebraska list", ...central }, nebraska);
  importRecords(db, { id: "kentucky", name: "Eastern Kentucky list", zone: "America/New_York" }, kentucky);
  importRecords(db, { id: "families", name: "Families list", program: "al-anon", zone: "America/New_York" }, families);
  importRecords(db, { id: "spanish", name: "Lista en español", program: "aa-spanish", ...central }, spanish);
}
