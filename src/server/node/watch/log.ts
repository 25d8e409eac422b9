/** What happened where: `room`, `connection`, `member`, `code` … and, of a failure, `err`. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Where a server writes what happens: a logger of pino, or another that takes fields first. */
export interface Logger {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** A logger is told everything; a function only what an operator should look at, in a sentence. */
export type ServerLog = Logger | ((message: string) => void);

/** The log as a logger. Default standard error, as by a function. */
export function loggerOf(log: ServerLog = (message) => console.error(message)): Logger {
  if (typeof log !== "function") return log;
  const tell = (fields: LogFields, message: string) => log(sentence(fields, message));
  return { info: () => undefined, warn: tell, error: tell };
}

function sentence({ err, ...fields }: LogFields, message: string): string {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  const where = known.length > 0 ? ` (${known.map(([name, value]) => `${name} ${String(value)}`).join(", ")})` : "";
  return `${message}${where}${err === undefined ? "" : `: ${stackOf(err)}`}`;
}

/** An error as an operator needs it: with the place where it happened. */
function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
