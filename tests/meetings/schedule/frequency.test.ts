// cspell:disable -- half of the cases are Spanish
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frequencyOf } from "../../../src/meetings/schedule/frequency.ts";
import { readings } from "../../../src/meetings/schedule/frequency-words.ts";

const on = (...days: number[]) => days.map((day) => ({ day, start: 19 * 60, length: 60 }));
const [sunday, monday, tuesday, wednesday, thursday, friday, saturday] = [0, 1, 2, 3, 4, 5, 6] as const;

/** The answer in one line: "monthly: first third", "weekly", "weekly?" where it is unsure. */
function told(day: number, name: string, notes: string | null, placeNotes: string | null = null): string {
  const { value, weeks, sure } = frequencyOf({ name, notes, place: { notes: placeNotes }, occurrences: on(day) });
  return `${value}${sure ? "" : "?"}${weeks.length ? `: ${weeks.join(" ")}` : ""}`;
}

describe("frequencyOf, by the schedule alone", () => {
  it.each([
    [[], "not-scheduled"],
    [on(friday), "weekly"],
    [on(monday, monday), "several-a-week"],
    [on(monday, wednesday, friday), "several-a-week"],
    [on(0, 1, 2, 3, 4, 5), "several-a-week"],
    [on(0, 1, 2, 3, 4, 5, 6), "daily"],
  ])("%j is %s", (occurrences, value) => {
    expect(frequencyOf({ name: "Sunrise", notes: null, place: { notes: null }, occurrences })).toEqual({
      value,
      weeks: [],
      words: null,
      sure: true,
    });
  });
});

describe("frequencyOf, by names", () => {
  it.each<[number, string, string]>([
    [saturday, "First Saturday", "monthly: first"],
    [saturday, "FIRST SATURDAY GROUP", "monthly: first"],
    [tuesday, "Hilltop 1st & 3rd Tuesday", "monthly: first third"],
    [monday, "Prairie City, IA - 1st and 3rd Mondays 3:30 pm Central", "monthly: first third"],
    [sunday, "Cotton Gin 2nd & 4th Sundays 7:30pm", "monthly: second fourth"],
    [wednesday, "Pine Ridge - 2nd Wednesdays 7pm - In-Person", "monthly: second"],
    [sunday, "Lake Town every other Sunday 8pm Eastern", "monthly: every-other"],
    [thursday, "Steering Committee (2nd Thursday)", "monthly: second"],
    [friday, "Last Friday of the Month Speaker Meeting", "monthly: last"],
    [friday, "Men's Stag 1st, 3rd & 5th Fri.", "monthly: first third fifth"],
    [saturday, "First and last Saturday", "monthly: first last"],
    [saturday, "1st/3rd Sat Women", "monthly: first third"],
    [saturday, "Saturday Serenity (2nd and 4th Saturdays only)", "monthly: second fourth"],
    [saturday, "1st Saturday & 3rd Saturday", "monthly: first third"],
    [monday, "Monthly Business Meeting District 19", "monthly"],
    [sunday, "Grupo Esperanza primer sábado", "monthly?: first"],
    [saturday, "Grupo Esperanza primer sábado", "monthly: first"],
    [friday, "Último viernes del mes", "monthly: last"],
    [saturday, "Nueva Vida 2do y 4to sábado", "monthly: second fourth"],
    [sunday, "Grupo Unidad 1er y 3er domingo", "monthly: first third"],
    [wednesday, "Segundo miércoles de cada mes", "monthly: second"],
    [saturday, "Sábados 2do y 4to", "monthly: second fourth"],
    [thursday, "Reunión mensual de mujeres", "monthly"],
    [tuesday, "Cada dos martes", "monthly: every-other"],
    [monday, "1er et 3e lundi du mois", "monthly: first third"],
    [saturday, "Dernier samedi du mois seulement", "monthly: last"],
    [sunday, "Un dimanche sur deux", "monthly: every-other"],
    [friday, "Vendredi, toutes les deux semaines", "monthly: every-other"],
    [tuesday, "Nooners (2x month)", "weekly?"],
    [tuesday, "Bi-weekly Tuesday Night", "weekly?"],
    [tuesday, "1st, 2nd, 3rd, 4th and 5th Tuesday", "weekly"],
    [monday, "1st, 2nd, 3rd and 4th Monday", "weekly: first second third fourth"],
    [monday, "First Saturday", "monthly?: first"],
    [saturday, "Ranch (1st & 3rd wks)", "monthly: first third"],
    [saturday, "2nd Sat/mo", "monthly: second"],
    [saturday, "2nd Sat. every mo.", "monthly: second"],
    [saturday, "2do sáb", "monthly: second"],
    [friday, "1er y 3er vie", "monthly: first third"],
    [saturday, "1a y 3a semana", "monthly: first third"],
    [saturday, "1 & 3 Sat", "weekly?"],
    [saturday, "Sat 1,3", "weekly?"],
    [saturday, "Sat 4-5 pm", "weekly"],
    [saturday, "Sat 4 & 5 pm", "weekly"],
    [saturday, "Ranch 2x a month", "weekly?"],
    [saturday, "Lakeside (summer only)", "weekly?"],
    [saturday, "Lakeside (seasonal)", "weekly?"],
    [wednesday, "First Step Group", "weekly"],
    [wednesday, "Wednesday Women's 4th Step", "weekly"],
    [thursday, "First Things First", "weekly"],
    [thursday, "First Things First Thursday Group", "weekly"],
    [thursday, "Last House on the Block", "weekly"],
    [monday, "Second Street Group", "weekly"],
    [monday, "Second Chance Monday", "weekly"],
    [friday, "Free at Last Friday", "weekly"],
    [monday, "Eleventh Hour Monday", "weekly"],
    [monday, "Third Tradition", "weekly"],
    [friday, "Friday Night (1st Friday speaker)", "weekly"],
    [sunday, "One Day at a Time", "weekly"],
    [saturday, "Saturday Night (1st only)", "monthly: first"],
    [wednesday, "Second Wednesday Step Study", "monthly: second"],
    [friday, "Viernes 1ero y 3ero", "monthly: first third"],
    [friday, "1st 3rd 5th Friday", "monthly: first third fifth"],
  ])("on day %i, %j is %s", (day, name, expected) => expect(told(day, name, null)).toBe(expected));
});

describe("frequencyOf, by notes", () => {
  it.each<[number, string, string]>([
    [tuesday, "Meets 1st & 3rd Tuesday.", "monthly: first third"],
    [tuesday, "1st & 3rd Tues only", "monthly: first third"],
    [tuesday, "every other Tuesday", "monthly: every-other"],
    [tuesday, "We meet every other Tuesday to study the Big Book.", "monthly: every-other"],
    [sunday, "Valley group. This group meets every other Sunday. Please call first.", "monthly: every-other"],
    [friday, "Meeting is held the last Friday of the month", "monthly: last"],
    [friday, "Last Friday of each month.", "monthly: last"],
    [friday, "Open, meets 2nd and 4th Fridays at 7pm", "monthly: second fourth"],
    [monday, "Meets every 2 weeks", "monthly: every-other"],
    [monday, "Meets the second and fourth weeks of the month", "monthly: second fourth"],
    [monday, "Meets monthly.", "monthly"],
    [monday, "This meeting meets once a month", "monthly"],
    [monday, "monthly", "monthly"],
    [sunday, "Use the side door.\nMeets only the 3rd Sunday.", "monthly: third"],
    [tuesday, "Se reúne cada dos martes", "monthly: every-other"],
    [friday, "Nos reunimos el último viernes de cada mes", "monthly: last"],
    [saturday, "Reuniones: primer y tercer sábado", "monthly: first third"],
    [saturday, "Solo el primer sábado del mes", "monthly: first"],
    [wednesday, "Se reúne una vez al mes", "monthly"],
    [wednesday, "miércoles de por medio", "monthly: every-other"],
    [tuesday, "Martes alternos", "monthly: every-other"],
    [tuesday, "un martes sí y otro no", "monthly: every-other"],
    [tuesday, "Meets 1x per month", "monthly"],
    [tuesday, "todos los martes", "weekly"],
    [tuesday, "un martes si y otro no", "monthly: every-other"],
    [tuesday, "Todos los primeros martes del mes", "monthly: first"],
    [tuesday, "1ª y 3ª semana del mes", "monthly: first third"],
    [tuesday, "Cada segundo martes", "weekly?"],
    [tuesday, "Penúltimo martes", "weekly?"],
    [tuesday, "Every 2nd Tuesday", "weekly?"],
    [tuesday, "Every 2nd Tuesday of the month", "monthly: second"],
    [tuesday, "Meets once a month on the first Tuesday", "monthly: first"],
    [tuesday, "Meets monthly. 2nd Tuesday.", "monthly: second"],
    [tuesday, "Meets bi-monthly, 1st and 3rd Tuesdays", "monthly: first third"],
    [tuesday, "MONTHLY MEETING - 1ST TUESDAY", "monthly: first"],
    [tuesday, "Meets the first three Tuesdays", "weekly?"],
    [tuesday, "Weeks 1 and 3", "weekly?"],
    [tuesday, "Weeks 1 and 3 Big Book, 2 and 4 Steps", "weekly"],
    [tuesday, "semana 1 y 3", "weekly?"],
    [tuesday, "Odd weeks only", "weekly?"],
    [tuesday, "Meets quarterly", "weekly?"],
    [tuesday, "Meets every 4 weeks", "weekly?"],
    [tuesday, "twice monthly", "weekly?"],
    [tuesday, "Meets the first Tuesday of Jan, Apr, Jul, Oct", "weekly?"],
    [tuesday, "Meets 1st & 3rd Tuesdays, June - August", "weekly?"],
    [tuesday, "Meets every other Tuesday starting Jan 7", "monthly: every-other"],
    [tuesday, "Meets every Tuesday except the last Tuesday of the month", "weekly?"],
    [tuesday, "Starts Tuesday June 1st.", "weekly"],
    [monday, "Quincenal", "monthly: every-other"],
    [thursday, "5th week, IP #11 Sponsorship", "weekly?"],
    [tuesday, "Steps in room 5. 1st & 3rd Tuesday, 7:30pm", "monthly: first third"],
    [tuesday, "Meets bi-weekly", "weekly?"],
    [tuesday, "Twice a month", "weekly?"],
    [tuesday, "Meets every second Tuesday", "weekly?"],
    [monday, "closed on 1st Monday holidays", "weekly?"],
    [monday, "No meeting on the last Monday of the month", "weekly?"],
    [thursday, "In person on the 2nd Thursday of the month, Zoom the rest", "weekly?"],
    [tuesday, "Meets 1st Saturday", "monthly?: first"],
    [sunday, "business meeting last Sunday of the month", "weekly"],
    [friday, "speaker meeting last Friday of the month", "weekly"],
    [friday, "Last Friday of the month is a speaker meeting", "weekly"],
    [saturday, "4th Saturday: birthday night", "weekly"],
    [thursday, "Closed Discussion on 4th Thurs", "weekly"],
    [thursday, "Discussion, every 3rd Thursday is Step mtg.", "weekly"],
    [thursday, "1st Thu gratitude & relapse, 2nd Thu Trad", "weekly"],
    [saturday, "3rd week Tradition, 4th week guests", "weekly"],
    [thursday, "Newcomers meeting at 6:30 on the first Thursday of the month", "weekly"],
    [tuesday, "Traditions once a month", "weekly"],
    [tuesday, "Monthly schedule: Week 1 Big Book", "weekly"],
    [tuesday, "Conciencia de grupo el último martes del mes", "weekly"],
    [tuesday, "Potluck monthly", "weekly"],
    [sunday, "First Baptist Church, 1st floor, first room on left", "weekly"],
    [sunday, "Meets on the second floor", "weekly"],
    [sunday, "first-time visitors welcome. The last portion is open.", "weekly"],
    [sunday, "Meeting lasts from 10 to 11; first meeting was on May 1st", "weekly"],
    [sunday, "Primera Iglesia Bautista, segundo piso", "weekly"],
    [sunday, "Corner of 4th and 5th Street", "weekly"],
    [sunday, "Weekly. Doors open 15 minutes before.", "weekly"],
  ])("on day %i, %j is %s", (day, notes, expected) => expect(told(day, "Sunrise", notes)).toBe(expected));
});

describe("frequencyOf", () => {
  it("gives the words that told it", () => {
    expect(
      frequencyOf({ name: "Sunrise", notes: "Meets 1st and 3rd Tuesday of the month", place: { notes: null }, occurrences: on(tuesday) })
        .words,
    ).toBe("1st and 3rd Tuesday of the month");
  });

  it("leaves a meeting of several days as it is, and unsure, where one day is named", () => {
    expect(frequencyOf({ name: "Meets last Friday", notes: null, place: { notes: null }, occurrences: on(monday, friday) })).toEqual({
      value: "several-a-week",
      weeks: [],
      words: "last Friday",
      sure: false,
    });
  });

  it("believes the name before the notes", () => {
    const both = frequencyOf({ name: "Second Saturday", notes: "Meets monthly", place: { notes: null }, occurrences: on(saturday) });
    expect(both.words).toBe("Second Saturday");
  });

  it("answers anything, with words that stand in the name or the notes", () => {
    const piece = fc.constantFrom(
      "1st",
      "first",
      "último",
      "2do",
      "y",
      "&",
      ",",
      "(",
      ")",
      "Friday",
      "sábado",
      "of the month",
      "monthly",
      ".",
      "step",
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }).map((all) => all.join(" ")),
    );
    const occurrences = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 8 }).map((days) => on(...days));
    fc.assert(
      fc.property(text, fc.option(text), occurrences, (name, notes, all) => {
        const { words, weeks, value, sure } = frequencyOf({ name, notes, place: { notes: null }, occurrences: all });
        if (words === null) expect([weeks.length, sure]).toEqual([0, true]);
        else expect(name.includes(words) || (notes ?? "").includes(words)).toBe(true);
        expect(value === "not-scheduled").toBe(all.length === 0);
      }),
    );
  });

  it("reads no further than the schedule may stand", () => {
    const notes = `${"Park behind the church. ".repeat(200)}Meets monthly`;
    expect(told(friday, "Sunrise", notes)).toBe("weekly");
  });
});

describe("frequencyOf, by notes as people write them", () => {
  it.each<[notes: string, told: string]>([
    ["Every-other Monday", "monthly: every-other"],
    ["Meets on the 1st Monday and on the 3rd Monday of the month", "monthly: first third"],
    ["1.er y 3.er lunes de cada mes", "monthly: first third"],
    ["Every Monday except the first", "weekly?"],
    ["Todos los lunes menos el primero", "weekly?"],
    ["Meets Mondays except 3rd", "weekly?"],
    ["1st Mon: Steps, 3rd Mon: no meeting", "weekly?"],
    ["Not in July or August", "weekly?"],
    ["Ski season only", "weekly?"],
    ["Once a month - see website", "weekly?"],
    ["Meets two Mondays a month", "weekly?"],
    ["2x/month", "weekly?"],
    ["Odd Mondays", "weekly?"],
    ["2nd/4th", "weekly?"],
    ["Jan 4, Feb 1, March 1", "weekly?"],
    ["El último lunes es de oradores", "weekly"],
    ["Monthly newsletter available", "weekly"],
    ["Steps 1st & 2nd weeks, traditions 3rd, speaker 4th", "weekly"],
    ["Closed Jan 1, Dec 25", "weekly"],
    ["Park on 2nd & 3rd Ave", "weekly"],
    ["Except when Monday is a holiday", "weekly"],
  ])("%j", (notes, often) => expect(told(monday, "Cottonwood", notes)).toBe(often));

  it("is not sure of weeks in a name that no day goes with", () => {
    expect(told(monday, "Cottonwood 2nd & 4th", null)).toBe("weekly?");
    expect(told(monday, "Steps 2nd & 3rd", null)).toBe("weekly");
  });
});

describe("frequencyOf, by a part of the year", () => {
  it.each([
    "Meets May through September only.",
    "Memorial Day to Labor Day only",
    "Open from Memorial Day until Labor Day",
    "No meetings in July and August.",
    "Closed for the summer",
    "Dark in December",
    "Summer months only (June - August)",
    "June, July & August only",
    "Meets September thru May",
    "During the school year",
    "Outdoor meeting, April–October",
    "Seasonal",
    "Se reúne de mayo a septiembre",
    "Sólo en verano",
  ])("is not sure: %j", (notes) => expect(told(monday, "Butte Group", notes)).toBe("weekly?"));

  it.each([
    "Group formed May 2012. Anniversary in June.",
    "No meeting on December 25",
    "You may come late. March in!",
    "Closed Christmas Day",
    "Business meeting May through September",
    "Held at Summer Street School",
    "Maria and June welcome you",
  ])("is as scheduled: %j", (notes) => expect(told(monday, "Butte Group", notes)).toBe("weekly"));
});

describe("frequencyOf, by dates of the month", () => {
  it.each([
    "Meets on the 15th of each month",
    "Meets 1st and 15th of every month",
    "Meets Jan 10, Feb 14 and Mar 14",
    "Meetings are 12/5, 1/2, 2/6",
  ])("is not sure: %j", (notes) => expect(told(monday, "Butte Group", notes)).toBe("weekly?"));

  it.each(["Business meeting on the 15th of each month", "Founded 12/5, moved 1/2", "12 Steps and 12 Traditions on 15th Street"])(
    "is as scheduled: %j",
    (notes) => expect(told(monday, "Butte Group", notes)).toBe("weekly"),
  );
});

describe("frequencyOf, by several texts", () => {
  it.each<[name: string, notes: string | null, place: string | null, string]>([
    ["Butte Group", null, "Meets only the 2nd Monday of each month.", "monthly: second"],
    ["Butte Group", null, "Use the second door on the first floor.", "weekly"],
    ["Butte Group", "2nd Monday only", "We meet the second Monday of the month.", "monthly: second"],
    ["First Monday Group", "Meets third Monday only", null, "monthly?"],
    ["First Monday Group", "Meets every Monday", null, "monthly?"],
    ["Butte Group", "Third Monday of the month only", "Meets only the 2nd Monday of each month.", "monthly?"],
    ["First Monday", "Meets May through September", null, "monthly?"],
    ["Butte Group", "Last Monday only.", "Meets on the last Monday of the month only, at the park.", "monthly: last"],
    ["Butte Group", "5th wk. Tradition", null, "weekly"],
    ["Butte Group", "1st wk. Steps, 2nd wk. Big Book, 5th wk. Tradition", null, "weekly"],
  ])("%j, %j, at a place of %j: %s", (name, notes, place, expected) => expect(told(monday, name, notes, place)).toBe(expected));
});

describe("the cheap test of each reading", () => {
  const pieces =
    "first 1st 2nd third 4to last segundo 3er 2º 1a last primer &|and|,|y|e|to|through|-|/|(|)|. monday tues wed. viernes sábado of the month|each month|every mo|de cada mes|al mes|weeks 1 and 3|odd weeks|even months|every|each|cada|other|second|two|dos|semanas|2e|dernier|troisième|et|lundi|du mois|toutes les|aux|deux|semaines|une semaine|sur deux|mensuel|une fois par mois|week|weeks|weekly|bi-weekly|semi-monthly|twice a month|2x|dos veces al mes|fortnightly|alternate|alternating|de por medio|sí y otro no|quincenal|monthly|once a|one|un|mensual|una vez al mes|may|summer|during|only|school year|no meetings in|closed|july|memorial day|labor day|seasonal|de temporada|1/5|and 2/6|15th|Jan 10|Feb 14|quarterly|penúltimo|todos los|1|2|3|5".split(
      "|",
    );

  it("holds wherever the reading finds something", () => {
    const text = fc.array(fc.constantFrom(...pieces.flatMap((piece) => [piece, piece.toUpperCase()])), { maxLength: 8 });
    fc.assert(
      fc.property(text, fc.constantFrom(" ", "  ", ""), (words, space) => {
        const said = words.join(space);
        for (const { kind, pattern, hint } of readings)
          if (said.search(pattern) !== -1) expect(hint.test(said), `${kind}: ${said}`).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
