// Slips, accents and towns on purpose. cspell:ignore kentuky montanna aroostook croix dalene español mayagüez airy wichita hagatna utqiaġvik reuniones pikeville hijo drogas alene
import { describe, expect, it } from "vitest";
import { stateCodes } from "../../../src/places/states.ts";
import { understand } from "../../../src/search/words/understand.ts";
import { openSiteWithMeetings } from "../../support/meetings.ts";

const { programs, documents, db } = openSiteWithMeetings().data;
const placesIn = (q: string, states: string[] = []) => understand(programs, q, states).places;
/** Each place as "KY, near Harlan, KY": its states, and what is near. */
const read = (q: string) =>
  placesIn(q)
    .filter(({ sure, states }) => sure || states.length > 0)
    .map(({ states, near, among }) => (among.length > 0 ? `one of ${among.length}` : states.join("+") + (near ? `, near ${near}` : "")));
const wordsLeft = (q: string) => understand(programs, q, []).terms.map(({ typed }) => typed);

describe("a place in a search", () => {
  it.each([
    ["59864", "MT, near Ronan, MT 59864"],
    ["recovery center 05401", "VT, near Burlington, VT 05401"],
    ["59911-1234", "MT, near Bigfork, MT 59911"],
    ["599111234", "MT, near Bigfork, MT 59911"],
    ["00680", "PR, near Mayaguez, PR 00680"],
    ["96910", "GU, near Hagatna, GU 96910"],
    ["59191", "MT"],
    ["597", "MT"],
    ["5401", "VT, near Burlington, VT 05401"],
    ["Vernon TX 76384", "TX, near Vernon, TX 76384"],
    ["harlan ky", "KY, near Harlan, KY"],
    ["Harlan, Kentucky", "KY, near Harlan, KY"],
    ["aa near bigfork montana", "MT, near Bigfork, MT"],
    ["washington indiana", "IN, near Washington, IN"],
    ["nevada missouri", "MO, near Nevada, MO"],
    ["delaware ohio", "OH, near Delaware, OH"],
    ["indiana pennsylvania", "PA, near Indiana, PA"],
    ["St. Paul MN", "MN, near Saint Paul, MN"],
    ["saint paul minnesota", "MN, near Saint Paul, MN"],
    ["mt vernon ky", "KY, near Mount Vernon, KY"],
    ["coeur d’alene", "ID, near Coeur d'Alene, ID"],
    ["Mayagüez", "PR, near Mayaguez, PR"],
    ["harlan county ky", "KY, near Harlan County, KY"],
    ["harlan co ky", "KY, near Harlan County, KY"],
    ["lewis and clark county", "MT, near Lewis and Clark County, MT"],
    ["orleans parish", "LA, near Orleans Parish, LA"],
    ["upper peninsula meetings", "MI, near Upper Peninsula, MI"],
    ["mississippi delta aa", "MS+AR+LA, near Mississippi Delta"],
    ["four corners", "AZ+CO+NM+UT, near Four Corners"],
    ["texas panhandle", "TX, near Texas Panhandle, TX"],
    ["utqiagvik", "AK, near Utqiagvik, AK"],
    ["Utqiaġvik Alaska", "AK, near Utqiagvik, AK"],
    ["st. croix", "VI, near St. Croix, VI"],
    ["washington dc", "DC, near Washington, DC"],
    ["washington d.c.", "DC, near Washington, DC"],
    ["warm line mt", "MT"],
    ["mt warm line", "MT"],
    ["meetings in ky", "KY"],
    ["washington state", "WA"],
    ["state of washington", "WA"],
    ["eastern kentucky", "KY"],
    ["w va", "WV"],
    ["ne ohio", "OH"],
    ["n georgia", "GA"],
    ["warm line ne", "NE"],
    ["iowa city", "IA, near Iowa City, IA"],
    ["colorado springs aa", "CO, near Colorado Springs, CO"],
    ["michigan center", "MI"],
    ["groups in me", "ME"],
    ["o'fallon mo", "MO, near O Fallon, MO"],
    ["n platte ne", "NE, near North Platte, NE"],
    ["n.m. crisis line", "NM"],
    ["kentuky meetings", "KY"],
    ["montanna", "MT"],
    ["reuniones en los angeles", "CA, near Los Angeles, CA"],
    ["missoula", "MT, near Missoula, MT"],
    ["houston aa", "TX, near Houston, TX"],
    ["salt lake city", "UT, near Salt Lake City, UT"],
    ["phoenix az", "AZ, near Phoenix, AZ"],
    ["hope ar", "AR, near Hope, AR"],
    ["weed, ca", "CA, near Weed, CA"],
  ])("%s is %s", (q, place) => {
    expect(read(q)).toEqual([place]);
  });

  it("is taken out of the words", () => {
    expect(wordsLeft("aa harlan ky")).toEqual(["aa"]);
    expect(wordsLeft("warm line in eastern kentucky")).toEqual(["warm line"]);
    expect(wordsLeft("recovery center 05401")).toEqual(["recovery center"]);
    expect(wordsLeft("kentucky or tennessee")).toEqual([]);
  });

  it("is asked about where several states have one of that name, unless a state is said or chosen, or one is a city", () => {
    for (const q of ["vernon", "meetings near vernon", "kansas city", "washington county", "panhandle", "mt. vernon", "pikeville meetings"])
      expect(read(q), q).toEqual([expect.stringContaining("one of")]);
    expect(placesIn("vernon")[0]!.among).toContain("Vernon, TX");
    expect(placesIn("vernon", ["TX"])).toMatchObject([{ near: "Vernon, TX", states: ["TX"] }]);
    expect(read("vernon aa texas")).toEqual(["TX, near Vernon, TX", "TX"]);
    expect(read("panhandle of texas")).toContain("TX, near Texas Panhandle, TX");
  });

  it("does not take a search from the words that mean something else", () => {
    for (const q of [
      ...["help me", "call me", "hi", "is it ok", "aa or na", "AA OR NA", "believe in me", "hope in recovery", "oh no", "id like help"],
      ...["in jail", "drop in", "my ma drinks", "mom and pa", "i have ms", "the va", "va crisis line", "al anon", "co dependent", "de la"],
      ...["mi hijo usa drogas", "delta 8", "oxford house", "the phoenix", "faith based", "women in recovery", "near me", "living hope"],
      ...[
        "988",
        "211",
        "741741",
        "838255",
        "88788",
        "1-800-662-4357",
        "800 662 4357",
        "00000",
        "ca meetings",
        "ga meetings",
        "is there hope",
      ],
      ...["clean and sober", "group home", "tell my story", "my friend", "center", "home", "smart recovery", "montana warm line"],
    ])
      expect(read(q), q).toEqual([]);
  });

  it("leaves an everyday word to the words where a state follows it in a sentence, and offers the town", () => {
    for (const [q, left] of [
      ["recovery center tx", "recovery center"],
      ["sober house nm", "sober house"],
      ["weed california", "weed"],
    ] as const) {
      expect(wordsLeft(q)).toEqual([left]);
      expect(read(q)).toEqual([expect.stringMatching(/^[A-Z]{2}$/)]);
    }
    expect(placesIn("women hope arkansas")).toMatchObject([
      { near: "Hope, AR", sure: false },
      { states: ["AR"], sure: true },
    ]);
  });

  it("is in the library too, where no text is filed by state", () => {
    const { places, impliedFilters, dropped } = understand(documents, "meetings in harlan ky", []);
    expect(places).toMatchObject([{ near: "Harlan, KY" }]);
    expect(impliedFilters).toEqual([]);
    expect(dropped).toEqual([]);
  });
});

/** Words before a state that leave no doubt. */
const starts = ["aa", "warm line", "meetings", "recovery center", "na meetings", "narcan"];

describe("every state", () => {
  const names = new Map(programs.facets.find(({ name }) => name === "state")!.values.map(({ id, label }) => [id, label.en]));

  it.each(stateCodes)("%s is read by its letters after a word, after a comma, in capitals and after in", (state) => {
    const code = state.toLowerCase();
    const connects = ["in", "or", "as"].includes(code);
    const asked = starts.flatMap((start) => [
      ...(connects ? [] : [`${start} ${code}`]),
      `${start} ${state}`,
      `${start}, ${code}`,
      `${start} in ${code}`,
    ]);
    for (const q of asked) expect(read(q), q).toEqual([state]);
  });

  it.each([...names])("%s is read by its name wherever it stands", (state, name) => {
    for (const q of [name, `aa ${name}`, `${name} warm lines`, `groups in ${name} for women`, `rural ${name}`, name.toUpperCase()])
      expect(read(q), q).toEqual([state === "DC" ? expect.stringMatching(/^DC/) : state]);
  });

  it.each([
    ...["Ala. AL", "Ariz. AZ", "Ark. AR", "Calif. CA", "Colo. CO", "Conn. CT", "Del. DE", "Fla. FL", "Ill. IL", "Ind. IN", "Kan. KS"],
    ...["Mass. MA", "Mich. MI", "Minn. MN", "Miss. MS", "Mont. MT", "Neb. NE", "Nebr. NE", "Nev. NV", "Okla. OK", "Ore. OR", "Pa. PA"],
    ...["Penn. PA", "Tenn. TN", "Tex. TX", "Wash. WA", "W.Va. WV", "Wis. WI", "Wyo. WY"],
  ])("%s: the old abbreviation and its state", (pair) => {
    const [written, state] = pair.split(" ") as [string, string];
    for (const q of [`aa meetings ${written}`, `meetings, ${written.toLowerCase()}`]) expect(read(q), q).toEqual([state]);
  });
});

describe("two hundred towns, spread over the country", () => {
  const towns = db.prepare("SELECT city, state FROM places GROUP BY folded, state ORDER BY substr(zip, 3) || zip LIMIT 200").all() as {
    city: string;
    state: string;
  }[];

  it("are found with their state, in every way to write it", () => {
    expect(towns).toHaveLength(200);
    const missed = towns.flatMap(({ city, state }) =>
      [`${city}, ${state}`, `${city} ${state.toLowerCase()}`, `meetings near ${city}, ${state}`, `${city.toUpperCase()}, ${state}`].filter(
        (q) => !read(q).some((place) => place.startsWith(`${state}, near `)),
      ),
    );
    expect(missed).toEqual([]);
  });

  it("leave nothing of themselves among the words", () => {
    for (const { city, state } of towns) expect(wordsLeft(`al-anon near ${city}, ${state}`), `${city}, ${state}`).toEqual(["al anon"]);
  });
});

describe("counties", () => {
  const counties = db
    .prepare("SELECT name, state FROM counties WHERE state NOT IN ('DC', 'VA', 'AK', 'LA') ORDER BY folded LIMIT 150")
    .all();

  it("are found with their state", () => {
    expect(counties).toHaveLength(150);
    const missed = (counties as { name: string; state: string }[]).flatMap(({ name, state }) =>
      [`${name} county ${state.toLowerCase()}`, `aa in ${name} County, ${state}`].filter(
        (q) => !read(q).some((place) => place.startsWith(`${state}, near `)),
      ),
    );
    expect(missed).toEqual([]);
  });
});
