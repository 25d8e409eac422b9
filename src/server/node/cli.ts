#!/usr/bin/env node
import { isInktapeError } from "../../signal/errors.js";
import type { Timeline } from "../../tape/timeline.js";
import { createToken } from "../tokens/create-token.js";
import { exportTape } from "./cli/export.js";
import { importTape } from "./cli/import.js";
import { inspect } from "./cli/inspect.js";
import { serve } from "./cli/serve.js";
import { trim } from "./cli/trim.js";
import { verify } from "./cli/verify.js";
import { readCommand, type Command } from "./command.js";
import { USAGE } from "./usage.js";

/** Exit codes as shells know them: 2 for wrong use. */
const EXIT = { failed: 1, usage: 2 } as const;

const command = readCommand(process.argv.slice(2), process.env);
await run(command).catch((error: unknown) => fail(isInktapeError(error) ? error.message : String(error), EXIT.failed));

async function run(command: Command): Promise<void> {
  switch (command.type) {
    case "help":
      console.log(USAGE);
      break;
    case "wrong":
      fail(`${command.problem}\n\n${USAGE}`, EXIT.usage);
    case "serve":
      await serve(command);
      break;
    case "token":
      console.log(await createToken(command.token));
      break;
    case "export":
      console.log(`${command.out} has ${contents(await exportTape(command))} of the room "${command.room}".`);
      break;
    case "import":
      console.log(`The room "${command.room}" has ${contents(await importTape(command))}.`);
      break;
    case "inspect": {
      const inspection = await inspect(command);
      console.log(inspection.contents);
      tellFaults(command.file, inspection.faults);
      break;
    }
    case "trim":
      console.log(`${command.out} has ${contents(await trim(command))}.`);
      break;
    case "verify":
      tellFaults(command.file, await verify(command));
      break;
  }
}

function tellFaults(file: string, faults: readonly string[]): void {
  if (faults.length > 0) fail(faults.join("\n"), EXIT.failed);
  console.log(`${file} is sound.`);
}

function contents({ blocks, keyframes }: Timeline): string {
  const entries = blocks.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return `${entries} entries in ${blocks.length} blocks, and ${keyframes.length} keyframes`;
}

function fail(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}
