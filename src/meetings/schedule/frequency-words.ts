import type { Frequency } from "../meeting.ts";
import { datesOfMonth, listOfDates, numberOfDate, partOfYear, season } from "./season-words.ts";

// cspell:disable -- patterns are made of pieces of words

/** The words of a schedule in English and Spanish, as groups write them: "1st & 3rd Tues", "2do y 4to sábado". */

type Week = Frequency["weeks"][number];

const weekWords: [string, Week][] = [
  ["first|1st|primer[oa]?|1\\.?er[oa]?|1r[oae]|1[aº°ª]|premi[eè]re?", "first"],
  ["second|2nd|segund[oa]|2d[oa]|2[º°ªe]|deuxi[eè]me", "second"],
  ["third|3rd|tercer[oa]?|3\\.?er[oa]?|3r[oa]|3[aº°ªe]|troisi[eè]me", "third"],
  ["fourth|4th|cuart[oa]|4t[oa]|4[º°ªe]|quatri[eè]me", "fourth"],
  ["fifth|5th|quint[oa]|5t[oa]|5[º°ªe]|cinqui[eè]me", "fifth"],
  ["last|[uú]ltim[oa]|derni[eè]re?", "last"],
];

const dayWords = [
  "sun(?:day)?|dom(?:ingo)?|dimanche",
  "mon(?:day)?|lun(?:es)?|lundi",
  "tue(?:s(?:day)?)?|martes|mardi",
  "wed(?:s|nes(?:day)?)?|mi[eé](?:rcoles)?|mercredi",
  "thu(?:r(?:s(?:day)?)?)?|jue(?:ves)?|jeudi",
  "fri(?:day)?|vie(?:rnes)?|vendredi",
  "sat(?:urday)?|s[aá]b(?:ado)?|samedi",
];

const day = `(?:${dayWords.join("|")})(?:['’]?s)?\\.?`;
const ordinal = `(?:${weekWords.map(([words]) => words).join("|")})s?`;
const each = `(?:\\s+${day})?`;
const and = String.raw`\s{0,3}(?:(?:,|&|\/|\+|-)\s{0,3}(?:and\s|&\s?|y\s)?|\s(?:and|or|y|e|et)\s)\s{0,3}(?:on\s)?(?:the\s|el\s|los\s)?`;
const numbers = String.raw`\s?(?:,|&|and|y)\s?`;
const ordinals = `${ordinal}${each}(?:(?:${and}|\\s(?=[1-5]))${ordinal}${each}){0,5}`;
const ofMonth = String.raw`\s{1,3}(?:(?:in|of)\s(?:the|each|every|ea\.?|a)?\s?mo(?:nth)?s?|(?:each|every|ea\.?|per|a)\smo(?:nth)?|(?:de|en)\scada\smes|del?\smes|al\smes|(?:du|par|de\schaque)\smois)`;

/** Matches whole words, with no letter or digit on either side: \b does not handle accents. */
const whole = (pattern: string) => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, "giu");
/** Matches once, even within a word. */
const anywhere = (pattern: string) => new RegExp(pattern, "iu");

/** What a matched pattern means. "Every second Tuesday" and "biweekly" have two meanings, depending on the writer. */
export interface Reading {
  kind: "ordinals" | "every-other" | "monthly" | "doubtful" | "season" | "dates" | "weekly";
  pattern: RegExp;
  /** Cheap pre-test: matches a part of everything that the pattern matches. */
  hint: RegExp;
}

/** Cheap pre-test: a text without any of these has no schedule. Most names and notes have none. */
export const hint =
  /[1-5](?:st|nd|rd|th|e|\.?[etrd][aor]|[º°ª])|i[eè]re|i[eè]me|derni|sur deux|deux s|first|second|third|fourth|fifth|last|month|every|each|altern|medio|fort|bi-? ?weekly|prim|segund|terc|cuart|quin|[uú]ltim|cada|mes|mens|s[ií] y|weeks? [\d]|(?:odd|even)[ -]|seman|quarter|semi|season|twice|two|three|2x|2 times|except|menos|salvo|but not|trimest|seasonal|only|s[oó]lo en|[1-5]\s?(?:,|&|and|y)\s?[1-5]|summer|winter|school|verano|invierno|memorial|labor d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|enero|abril|agosto|dici|\d\/\d|weekly/i;

const pair = `(?:week|${day})`;
const alternate = `every[\\s-]+(?:other|2|two)\\s+(?:weeks|${pair})|alternat(?:e|ing)\\s+(?:weeks|${day})|each\\s+other\\s+${pair}|fortnightly|une?\\s+(?:semaine|${day})\\s+sur\\s+deux|(?:aux|tou(?:te)?s\\s+les)\\s+deux\\s+(?:semaines|${day})`;
const cadaDos = `cada\\s+(?:dos|2|otro|otra)\\s+(?:semanas?|${day})|cada\\s+(?:15|quince)\\s+d[ií]as|quincenal(?:mente)?|(?:un\\s+)?${day}\\s+(?:de\\s+por\\s+medio|altern[oa]s?|s[ií]\\s+y\\s+(?:otro|el\\s+otro)\\s+no)`;

const twiceAMonth = `bi-?\\s?weekly|(?:bi|semi)-?\\s?monthly|(?:twice|2x|2\\s+times)(?:\\s+(?:(?:(?:a|per|each)\\s+)?month|monthly)|\\s?\\/\\s?mo(?:nth)?)|dos\\s+veces\\s+(?:al|por)\\s+mes`;
const everySecond = `(?:every|each|cada)\\s+(?:second|2nd|segund[oa]|2d[oa])\\s+${pair}(?!${ofMonth})`;
const someWeeks = [
  `(?:weeks?|semanas?)\\s+[1-5]${and}[1-5]`,
  `(?:odd|even)(?:[ -]numbered)?\\s+(?:weeks|${day})`,
  `(?:two|three|[23]|dos|tres)\\s+${day}${ofMonth}`,
  `(?:except|but\\s+not|excepto|menos|salvo)\\s+(?:(?:for|on|the|el|la|los)\\s+){0,3}${ordinals}`,
  "every\\s+(?:three|four|five|six|[3-9])\\s+weeks",
  `(?:first|1st|last)\\s+(?:two|three|four|[2-4])\\s+(?:weeks|${day})`,
  `pen[uú]ltim[oa]\\s+${day}`,
].join("|");
const someMonths =
  "quarterly|trimestral(?:mente)?|every\\s+(?:other\\s+month|(?:two|three|four|six|[2-9])\\s+months)|(?:odd|even)(?:[ -]numbered)?\\s+months";

export const readings: Reading[] = [
  { kind: "season", pattern: whole(season), hint: partOfYear },
  { kind: "dates", pattern: whole(`${datesOfMonth}${ofMonth}|${listOfDates}`), hint: numberOfDate },
  {
    kind: "doubtful",
    pattern: whole(`${twiceAMonth}|${everySecond}|${someWeeks}|${someMonths}`),
    hint: /bi-?\s?(?:week|month)|semi-?\s?month|twice|2x|2\s+times|dos\s+veces|(?:every|each|cada)\s+(?:second|seg|two|three|four|five|six|[2-9]|other)|(?:weeks?|semanas?)\s+[1-5]|(?:odd|even)[\s-]|(?:two|three|[23]|dos|tres)\s+\p{L}|except|but\s+not|menos|salvo|(?:first|1st|last)\s+(?:two|three|four|[2-4])|pen[uú]ltim|quarterly|trimestral/iu,
  },
  {
    kind: "every-other",
    pattern: whole(`${alternate}|${cadaDos}`),
    hint: /every[\s-]+(?:other|2|two)|altern|each\s+other|fortnight|deux\s|sur\s+deux|cada\s+(?:dos|2|otr|15|quin)|quincen|por\s+medio|s[ií]\s+y\s/iu,
  },
  {
    kind: "doubtful",
    pattern: whole(`${day}\\s*[,:(-]?\\s*[1-5]${numbers}[1-5](?![\\d:]|\\s?[ap]\\.?m)|[1-5]${numbers}[1-5]\\s+${day}`),
    hint: anywhere(`[1-5]${numbers}[1-5]`),
  },
  {
    kind: "ordinals",
    pattern: whole(`${day}\\s*[,:(-]?\\s*${ordinal}(?:${and}${ordinal}){0,4}(?:${ofMonth}|(?=\\s*(?:only|[).]|$)))`),
    hint: anywhere(ordinal),
  },
  {
    kind: "ordinals",
    pattern: whole(`${ordinals}(?:\\s+(?:weeks?|wks?|semanas?))?(?:${ofMonth}|\\s?\\/\\s?mo(?:nth)?)?`),
    hint: anywhere(ordinal),
  },
  {
    kind: "weekly",
    pattern: whole(`(?:every|each)\\s+(?:week|${day})|weekly|cada\\s+(?:semana|${day})|todos\\s+los\\s+${day}`),
    hint: /(?:every|each|cada|todos)\s|weekly/iu,
  },
  {
    kind: "monthly",
    pattern: whole(
      `monthly|(?:once|1x|one\\s+time)\\s+(?:a|per|each|every)\\s+month|(?:one|un)\\s+${day}${ofMonth}|mensual(?:mente)?|una\\s+vez\\s+(?:al|por)\\s+mes|mensuel(?:le)?|une\\s+fois\\s+par\\s+mois`,
    ),
    hint: /month|mensu|una\s+vez|une\s+fois|(?:one|un)\s/iu,
  },
];

const weekPatterns = weekWords.map(([words, week]) => [whole(`(?:${words})s?`), week] as const);
const dayPatterns = dayWords.map((words) => whole(`(?:${words})(?:['’]?s)?`));
const unitPattern = whole(`weeks?|wks?|semanas?|${ofMonth.replace(String.raw`\s{1,3}`, "")}`);

/** Returns the weeks that these words name, in the order of the month. */
export function weeksIn(words: string): Week[] {
  return weekPatterns.filter(([pattern]) => words.search(pattern) !== -1).map(([, week]) => week);
}

/** Returns the weekdays that these words name; 0 is Sunday. */
export function daysIn(words: string): number[] {
  return dayPatterns.flatMap((pattern, day) => (words.search(pattern) === -1 ? [] : [day]));
}

/** Whether the words mention weeks or months: an ordinal alone is just as often a step, a floor or a street. */
export function namesUnit(words: string): boolean {
  return words.search(unitPattern) !== -1;
}

/** Subjects of other gatherings, or of one evening's program: a schedule next to them is not the meeting's. */
export const special = whole(
  "business|negocios|steering|committee|comit[eé]|conscience|conciencia|speakers?|orador(?:a|as|es)?|birthdays?|cumplea[nñ]os|anniversar(?:y|ies)|aniversarios?" +
    "|potluck|pot luck|dinner|supper|comida|cena|celebrat\\w*|medallions?|chips?|newcomers?|beginners?|principiantes|steps?|pasos?|traditions?|tradici[oó]n\\w*|trad" +
    "|concepts?|literature|literatura|big book|basic text|topics?|tema|study|estudio|discussion|workshop|taller|candlelight|meditation|open|abierta|format|reading" +
    "|open to|open meeting|orientation|institution|panel|closed (?:discussion|meeting|topic|speaker|group)|fellowship|eating meeting|service|servicio|treatment",
);

/** Words for canceled or moved meetings: the meeting is weekly, with exceptions. */
export const exception = whole(
  "closed|no (?:\\w+ )?meetings?|not? meet\\w*|does ?n[o'’]t meet|except|cancel\\w*|dark|cerrad[oa]s?|no hay|excepto|menos|quarter|trimestre|holidays?|festivos|in[- ]person|zoom|hybrid|online|virtual|presencial",
);

/** Words that cancel single evenings of a series. */
export const noMeeting = whole("no (?:\\w+ )?meetings?|not? meet\\w*|does ?n[o'’]t meet|cancel\\w*|dark|no hay (?:reuni[oó]n|junta)\\w*");

/** Months and seasons: a schedule for some months does not hold for all. "May" is also a verb. */
export const month = whole(
  "jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|(?:of|in|from|to|through|thru|until|and|[-–])\\s?may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?" +
    "|summer|winter|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|verano|invierno",
);

/** Words that, directly before ordinals, make them a schedule. */
export const verb =
  /(?:^|[^\p{L}])(?:meets?|meeting|meetings? (?:is|are|will be)|held|gathers?|reúnen?|reune|reunimos|reunión|reuniones|solo|sólo|only)(?:\s+(?:is|are|on|only|held|every|each|the|just|el|los|las?|cada|que|de|una?)){0,4}\s*(?::\s*)?$/iu;

/** Words next to a schedule that do not change it. */
export const filler = whole(
  "meets?|meetings?|mtgs?|once|monthly|per|a|we|this|the|group|is|are|will be|held|on|only|just|every|each|of|month|at|from|to|until|am|pm|a\\.m|p\\.m|noon|and|in|please note|note" +
    "|se|reúnen?|nos|reunimos|reunión|reuniones|grupo|todos|todas|el|los|las?|cada|sólo|solo|solamente|únicamente|del?|mes|a|evenings?|nights?|mornings?|afternoons?|noches?|tardes?|mañanas?|\\d{1,2}(?::\\d\\d)?(?:am|pm)?",
);
