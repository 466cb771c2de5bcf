import { type Check, ifRepaired, notesKept, notKept, squash, textIn, valueIn } from "./field-check.ts";
import { guideChecks } from "./guide-checks.ts";
import { placeChecks } from "./place-checks.ts";
import { dayCheck, lengthCheck, startCheck } from "./time-checks.ts";

/** How each field of BMLT is compared. */

/** Venue types in the words of the Meeting Guide: 1 is in person, 2 virtual, 3 hybrid. */
const venues: Readonly<Record<string, string>> = { 1: "in_person", 2: "online", 3: "hybrid" };

const place = placeChecks({
  ...{ name: "location_text", street: "location_street", city: "location_municipality", state: "location_province" },
  ...{ zip: "location_postal_code_1", country: "location_nation" },
  ...{
    notes: ["location_info", "train_lines", "bus_lines", "public_transport"],
    areas: ["location_neighborhood", "location_sub_province"],
  },
});

export const bmltChecks: Readonly<Record<string, Check>> = {
  ...place,
  id_bigint: valueIn(
    ({ id }) => id,
    (said, kept) => kept?.endsWith(`-${said}`.toLowerCase()) === true,
  ),
  meeting_name: textIn("meeting_name", ({ name }) => [name]),
  weekday_tinyint: dayCheck(1),
  start_time: startCheck,
  duration_time: lengthCheck,
  time_zone: guideChecks["timezone"]!,
  venue_type: (value, compared) => {
    const said = venues[squash(value)];
    return said === undefined
      ? { kept: compared.meeting.join, why: "not said by it: decided by its link, number and place" }
      : guideChecks["attendance_option"]!(said, compared);
  },
  virtual_meeting_link: guideChecks["conference_url"]!,
  virtual_meeting_additional_info: textIn("virtual_meeting_additional_info", notesKept),
  phone_meeting_number: guideChecks["conference_phone"]!,
  location_city_subsection: textIn("location_city_subsection", ({ areas, place: { notes: own, city } }) => [...areas, own, city]),
  comments: textIn("comments", notesKept),
  format_comments: textIn("format_comments", notesKept),
  formats: guideChecks["types"]!,
  format_shared_id_list: guideChecks["types"]!,
  lang_enum: valueIn(
    ({ languages }) => languages.join(", "),
    (said, kept) => kept?.includes(said.toLowerCase().slice(0, 2)) === true,
    () => "its formats name its languages, or readers cannot choose this one",
    ifRepaired("types", ""),
  ),
  published: notKept,
  temporarilyVirtual: notKept,
};
