import type { RequestHandler } from "express";
import { searchMeetings } from "../../meetings/search.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { writeAddress } from "../../words/addresses.ts";
import { page } from "../frame.ts";
import { maxPrinted, type PrintedList, printedHead, printedList } from "../results/print.ts";
import { resultsView } from "../results/results.ts";
import { type MeetingQuestion, meetingQuestion } from "./question.ts";
import { meetingsHead, meetingsList, ownChips } from "./results.ts";
import { type MeetingRow, meetingRows } from "./row.ts";

interface PrintedMeetingsView {
  list: PrintedList;
  groups: { heading: string | null; rows: PrintedMeeting[] }[];
}

/** A meeting on paper: its row, with the addresses of links written out. */
interface PrintedMeeting extends MeetingRow {
  ways: { label: string; keys: string | null }[];
  /** The facts in one line. */
  told: string;
}

/** Serves the meetings that fit a filter, for paper, followed by what needs no travel. */
export function printedMeetingsPage(site: Site, edition: Edition): RequestHandler {
  return page<PrintedMeetingsView>(site, edition, "meetings/printed", (context, req) => {
    const question = meetingQuestion(context, req.query);
    return { head: printedHead(meetingsHead(context, question.filter)), show: () => printedMeetingsView(context, question) };
  });
}

function printedMeetingsView(context: Context, question: MeetingQuestion): PrintedMeetingsView {
  const { meetings, words, now } = context;
  const list = meetingsList(context);
  const answer = searchMeetings(meetings, question, now);
  const options = { tz: question.tz, showProgram: question.filter.chosen["program"]?.length !== 1 };
  const groups = [
    { heading: null, rows: meetingRows(context, answer.take(0, maxPrinted), options) },
    { heading: words.meetings.noTravel, rows: meetingRows(context, answer.noTravel(), options) },
  ];
  const asked = [...ownChips(context, question).map(({ label }) => label), resultsView(list, answer).sentence ?? ""];
  return {
    list: printedList(context, list, answer, asked.filter(Boolean).join(" · ") || null),
    groups: groups.filter(({ rows }) => rows.length > 0).map(({ heading, rows }) => ({ heading, rows: rows.map(printedMeeting) })),
  };
}

function printedMeeting(row: MeetingRow): PrintedMeeting {
  const { steps, facts, directions } = row;
  const ways = steps.filter((step) => step !== directions);
  return {
    ...row,
    ways: ways.map(({ label, href, host, keys }) => ({ label: host && href ? writeAddress(href) : label, keys })),
    told: facts.join(" · "),
  };
}
