import { plainWords } from "./town.ts";

/**
 * The states, the District of Columbia and the five inhabited territories: code, name, and time zone. "mostly" if a part has another
 * (49 CFR 71): in Arizona the Navajo Nation observes daylight saving time and the rest does not.
 */
const states: readonly (readonly [code: string, name: string, zone: string, mostly?: "mostly"])[] = [
  ["AK", "Alaska", "America/Anchorage", "mostly"],
  ["AL", "Alabama", "America/Chicago"],
  ["AR", "Arkansas", "America/Chicago"],
  ["AS", "American Samoa", "Pacific/Pago_Pago"],
  ["AZ", "Arizona", "America/Phoenix", "mostly"],
  ["CA", "California", "America/Los_Angeles"],
  ["CO", "Colorado", "America/Denver"],
  ["CT", "Connecticut", "America/New_York"],
  ["DC", "District of Columbia", "America/New_York"],
  ["DE", "Delaware", "America/New_York"],
  ["FL", "Florida", "America/New_York", "mostly"],
  ["GA", "Georgia", "America/New_York"],
  ["GU", "Guam", "Pacific/Guam"],
  ["HI", "Hawaii", "Pacific/Honolulu"],
  ["IA", "Iowa", "America/Chicago"],
  ["ID", "Idaho", "America/Boise", "mostly"],
  ["IL", "Illinois", "America/Chicago"],
  ["IN", "Indiana", "America/New_York", "mostly"],
  ["KS", "Kansas", "America/Chicago", "mostly"],
  ["KY", "Kentucky", "America/New_York", "mostly"],
  ["LA", "Louisiana", "America/Chicago"],
  ["MA", "Massachusetts", "America/New_York"],
  ["MD", "Maryland", "America/New_York"],
  ["ME", "Maine", "America/New_York"],
  ["MI", "Michigan", "America/New_York", "mostly"],
  ["MN", "Minnesota", "America/Chicago"],
  ["MO", "Missouri", "America/Chicago"],
  ["MP", "Northern Mariana Islands", "Pacific/Guam"],
  ["MS", "Mississippi", "America/Chicago"],
  ["MT", "Montana", "America/Denver"],
  ["NC", "North Carolina", "America/New_York"],
  ["ND", "North Dakota", "America/Chicago", "mostly"],
  ["NE", "Nebraska", "America/Chicago", "mostly"],
  ["NH", "New Hampshire", "America/New_York"],
  ["NJ", "New Jersey", "America/New_York"],
  ["NM", "New Mexico", "America/Denver"],
  ["NV", "Nevada", "America/Los_Angeles", "mostly"],
  ["NY", "New York", "America/New_York"],
  ["OH", "Ohio", "America/New_York"],
  ["OK", "Oklahoma", "America/Chicago"],
  ["OR", "Oregon", "America/Los_Angeles", "mostly"],
  ["PA", "Pennsylvania", "America/New_York"],
  ["PR", "Puerto Rico", "America/Puerto_Rico"],
  ["RI", "Rhode Island", "America/New_York"],
  ["SC", "South Carolina", "America/New_York"],
  ["SD", "South Dakota", "America/Chicago", "mostly"],
  ["TN", "Tennessee", "America/Chicago", "mostly"],
  ["TX", "Texas", "America/Chicago", "mostly"],
  ["UT", "Utah", "America/Denver"],
  ["VA", "Virginia", "America/New_York"],
  ["VI", "Virgin Islands", "America/St_Thomas"],
  ["VT", "Vermont", "America/New_York"],
  ["WA", "Washington", "America/Los_Angeles"],
  ["WI", "Wisconsin", "America/Chicago"],
  ["WV", "West Virginia", "America/New_York"],
  ["WY", "Wyoming", "America/Denver"],
];

/** Their two-letter codes. */
export const stateCodes: readonly string[] = states.map(([code]) => code);

const zones = new Map(states.map(([code, , zone, mostly]) => [code, { zone, isWhole: mostly === undefined }]));

/** Abbreviations older than the two-letter postal codes that are still in use (GPO Style Manual, 9.14; AP). */
const older = {
  ...{ ala: "AL", ariz: "AZ", ark: "AR", cal: "CA", calif: "CA", colo: "CO", conn: "CT", del: "DE", fla: "FL", ill: "IL", ind: "IN" },
  ...{ kan: "KS", kans: "KS", mass: "MA", mich: "MI", minn: "MN", miss: "MS", mont: "MT", neb: "NE", nebr: "NE", nev: "NV", okla: "OK" },
  ...{ ore: "OR", oreg: "OR", pa: "PA", penn: "PA", tenn: "TN", tex: "TX", wash: "WA", "west va": "WV", wis: "WI", wva: "WV", wyo: "WY" },
  ...{ "n dak": "ND", "s dak": "SD", "n mex": "NM", cnmi: "MP" },
};

const names = new Map([...states.map(([code, name]) => [plainWords(name).join(" "), code] as const), ["us virgin islands", "VI"]]);
const abbreviations = new Map([...states.map(([code]) => [code.toLowerCase(), code] as const), ...Object.entries(older)]);

/** Returns the name of a state or territory, by its two letters; null if there is none. */
export function nameOfState(code: string): string | null {
  return states.find(([state]) => state === code)?.[1] ?? null;
}

/** Returns the time zone of a whole state, by its two letters; null if it has several, or is not known. */
export function zoneOfState(state: string): string | null {
  const known = zones.get(state.trim().toUpperCase());
  return known?.isWhole ? known.zone : null;
}

/** Returns the time zone of a state, or of most of it, by its two letters; null if it is not known. */
export function usualZoneOfState(state: string): string | null {
  return zones.get(state.trim().toUpperCase())?.zone ?? null;
}

/** Returns the two letters of a state by its code, its name or an older abbreviation, in plain words; null for anything else. */
export function stateNamed(plain: string): string | null {
  return stateByName(plain) ?? stateByAbbreviation(plain);
}

/** Returns the two letters of a state by its whole name, in plain words; null for anything else. */
export function stateByName(plain: string): string | null {
  return names.get(plain) ?? null;
}

/** Returns the two letters of a state by its code or an older abbreviation, in plain words; null for anything else. */
export function stateByAbbreviation(plain: string): string | null {
  return abbreviations.get(plain) ?? null;
}
