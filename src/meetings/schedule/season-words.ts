// cspell:disable -- patterns are made of pieces of words

/** Words for a part of the year, and for dates, in English and Spanish: pieces of patterns (frequency-words.ts). */

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?" +
  "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre";
const holidays = "memorial\\s+day|labor\\s+day|thanksgiving|easter|halloween|christmas";
const seasons =
  "(?:the\\s+)?(?:summer|winter|spring|fall|autumn)(?:s|\\s+months?)?|(?:the\\s+)?(?:school\\s+year|(?:ski|hunting|harvest|planting|tourist|camping)\\s+season)|el\\s+(?:verano|invierno)|verano|invierno";
const part = `(?:(?:${months})\\.?|${holidays})(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?`;
const to = "\\s?[-–—]\\s?|\\s+(?:to|through|thru|until|till|a|al|hasta)\\s+";
const no =
  "no\\s+(?:\\w+\\s+)?meetings?|closed|dark|not?\\s+meet\\w*|does\\s?n[o'’]t\\s+meet|do\\s?n[o'’]t\\s+meet|no\\s+hay\\s+reuni\\p{L}+|cerrad[oa]s?|not|except(?:ing)?|excepto|menos";
const during = "(?:\\s+(?:in|during|for|from|en|durante))?\\s+(?:the\\s+)?(?:months?\\s+of\\s+)?";

/** "May through September", "Memorial Day to Labor Day", "no meetings in July", "during the school year", "summers only", "6:30 in winter". */
export const season = [
  `${part}(?:${to})${part}`,
  `(?:${no})${during}(?:(?:${months})(?!\\.?\\s*\\d)|${seasons})`,
  `(?:during|durante)\\s+(?:${seasons})`,
  `(?:${seasons})\\s+(?:only|solamente)|(?:only|s[oó]lo|solamente)\\s+(?:(?:in|during|en|durante)\\s+)?(?:${seasons})`,
  `(?:${months})(?:\\s?(?:,|&|and|y)\\s?(?:${months})){0,11}\\s+only`,
  `\\d{1,2}\\s*(?:[ap]\\.?m\\.?)?\\s+(?:in|en)\\s+(?:${seasons})|(?:summer|winter)\\s+(?:hours|schedule|location)`,
  "seasonal(?:ly)?|de\\s+temporada",
].join("|");

const nth = "(?:st|nd|rd|th)";
const late = `(?:[6-9]|[12]\\d|3[01])${nth}`;
const and = "\\s?(?:,(?:\\s?and\\b)?|&|and|y)\\s?(?:the\\s)?";
const dateInWords = `(?:${months})\\.?\\s+\\d{1,2}${nth}?(?:,?\\s+20\\d\\d)?`;

/** "The 15th of each month", "1st and 15th of every month"; "Jan 10, Feb 14 and Mar 14". */
export const datesOfMonth = `(?:\\d{1,2}${nth}${and})?${late}(?:${and}\\d{1,2}${nth})?`;
export const listOfDates = `${dateInWords}(?:${and}${dateInWords}){1,11}|\\d{1,2}\\/\\d{1,2}(?:\\/\\d{2,4})?(?:${and}\\d{1,2}\\/\\d{1,2}(?:\\/\\d{2,4})?){1,11}`;

/** Cheap pre-tests: the beginning of a word, or a number, that is in everything the patterns above match. */
export const partOfYear =
  /(?<![\p{L}\p{N}])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|enero|abril|ago|dici|memorial|labor|thanksgiving|easter|halloween|christmas|summer|winter|spring|fall|autumn|school|ski|hunting|harvest|planting|tourist|camping|verano|invierno|seasonal|de\s+temporada)/iu;
export const numberOfDate = /\d(?:st|nd|rd|th|\/\d)|\p{L}\.?\s+\d/iu;
