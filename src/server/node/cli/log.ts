import { pino, type DestinationStream } from "pino";
import type { LogLevel } from "../words.js";
import type { Logger } from "../watch/log.js";

/** Where a log goes. */
export interface LogOutput {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** A logger that writes a line of JSON for each thing that happens; on a terminal, a line for people. */
export function logTo(output: LogOutput, level: LogLevel): Logger {
  const stream: DestinationStream = {
    write: (line) => void output.write(output.isTTY ? forPeople(line) : line),
  };
  return pino({ level, base: null }, stream);
}

/** A line of the log as one for people: `19:48:44 info  room opened  room=algebra`. */
export function forPeople(line: string): string {
  const { time, level, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const at = new Date(Number(time)).toISOString().slice(11, 19);
  const known = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
  const stack = err === undefined ? "" : `\n${String((err as { stack?: unknown }).stack)}`;
  const words = [at, (pino.levels.labels[Number(level)] ?? "").padEnd(5), String(msg), known.join(" ")];
  return `${words.join(" ").trimEnd()}${stack}\n`;
}
