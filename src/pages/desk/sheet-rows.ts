import { headerOf } from "../../sheets/headers.ts";
import type { RowPlan } from "../../sheets/plan-sheet.ts";
import type { CellFault } from "../../sheets/read-cells.ts";
import type { Context } from "../../site/site.ts";
import type { Words } from "../../words/words.ts";

/** A row of a sheet in words: what it would do, or what prevents it. */
export interface SheetRowView {
  heading: string;
  lines: string[];
  /** True if the row is not applied. */
  isWrong: boolean;
}

/** Maximum number of lines for a row. */
const maxLines = 12;

/** Returns the rows of a sheet in words. */
export function rowViews(context: Context, plans: readonly RowPlan[]): SheetRowView[] {
  const said = context.words.deskWork.sheet;
  return plans.map((plan) => {
    const lines = linesOf(context, plan);
    const more = lines.length > maxLines ? [said.andMore(lines.length - maxLines)] : [];
    return {
      heading: said.row(plan.number, plan.id),
      lines: [...lines.slice(0, maxLines), ...more],
      isWrong: plan.kind === "conflict" || plan.kind === "wrong",
    };
  });
}

function linesOf({ words }: Context, plan: RowPlan): string[] {
  const said = words.deskWork.sheet;
  switch (plan.kind) {
    case "unchanged":
      return [];
    case "conflict":
      return [said.conflict(plan.fields)];
    case "wrong":
      return plan.faults.map((fault) =>
        said.fault(headerOf(fault.field), "message" in fault ? fault.message : sayFault(fault.fault, words)),
      );
    default:
      return [
        ...plan.kept.map((field) => said.kept(headerOf(field))),
        ...plan.changes.map(({ header, before, after }) => said.change(header, before, after)),
      ];
  }
}

function sayFault(fault: CellFault["fault"], { deskWork: { sheet } }: Words): string {
  switch (fault.kind) {
    case "not a choice":
      return sheet.notAChoice(fault.value, fault.choices);
    case "no reason":
      return sheet.noReason(fault.line);
    case "twice":
      return sheet.twice;
  }
}
