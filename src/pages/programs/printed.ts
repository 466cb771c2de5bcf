import type { RequestHandler } from "express";
import { searchPrograms } from "../../programs/search.ts";
import { parseFilter } from "../../search/filter.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { writeAddress } from "../../words/addresses.ts";
import { page } from "../frame.ts";
import { maxPrinted, type PrintedList, printedHead, printedList } from "../results/print.ts";
import { resultsView } from "../results/results.ts";
import { askerOf, programsHead, programsList } from "./results.ts";
import { type ProgramRow, programRows } from "./row.ts";

interface PrintedProgramsView {
  list: PrintedList;
  rows: PrintedProgram[];
  notCalled: readonly [string, string];
}

/** A program on paper: its row, with the address of its next step written out; another way is named by its host. */
interface PrintedProgram extends ProgramRow {
  stepAddress: string | null;
  /** The facts in one line. */
  told: string;
  /** Where to go instead of a closed program. */
  insteadOf: string;
}

/** Serves the programs that fit a filter, for paper. */
export function printedProgramsPage(site: Site, edition: Edition): RequestHandler {
  return page<PrintedProgramsView>(site, edition, "programs/printed", (context, req) => {
    const filter = parseFilter(context.programs, req.query);
    return {
      head: printedHead(programsHead(context, filter)),
      show: () => {
        const answer = searchPrograms(context.programs, filter);
        const list = programsList(context);
        return {
          list: printedList(context, list, answer, resultsView(list, answer).sentence),
          rows: programRows(context, answer.take(0, maxPrinted), askerOf(context, answer)).map((row) => printedProgram(context, row)),
          notCalled: context.words.programs.notCalled,
        };
      },
    };
  });
}

function printedProgram({ words }: Context, row: ProgramRow): PrintedProgram {
  const { step, facts, instead } = row;
  return {
    ...row,
    stepAddress: step?.host && step.href ? writeAddress(step.href) : null,
    told: facts.join(" · "),
    insteadOf: words.list.comma(instead.map(({ label }) => label)),
  };
}
