import { Misunderstood } from "./misunderstood.ts";

/** Returns the command for a verb. `inSentence` is the noun as written in a sentence ("the feeds"). Throws Misunderstood if there is none. */
export function chooseCommand<Command>(
  commands: Readonly<Record<string, Command>>,
  { noun, inSentence }: { noun: string; inSentence: string },
  verb: string | undefined,
): Command {
  const command = new Map(Object.entries(commands)).get(verb ?? "");
  if (command === undefined)
    throw new Misunderstood(verb ? `There is no command "${noun} ${verb}".` : `Say what to do with ${inSentence}.`);
  return command;
}
