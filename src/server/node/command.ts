import { parseArgs } from "node:util";
import type { Millis } from "../../signal/ids.js";
import type { TimeRange } from "../../tape/timeline.js";
import type { TokenOptions } from "../tokens/create-token.js";
import type { TokenTrust } from "../tokens/token-verifier.js";
import type { Retention } from "./retention.js";
import type { Webhook } from "./webhooks/webhooks.js";

/** What somebody asks of the command line. */
export type Command =
  | {
      readonly type: "serve";
      readonly port: number;
      readonly host: string;
      readonly data: string;
      readonly quietMs: number;
      readonly tokens: TokenTrust | undefined;
      readonly origins: readonly string[];
      readonly isProxied: boolean;
      readonly retention: Retention | undefined;
      readonly webhooks: readonly Webhook[];
    }
  | { readonly type: "token"; readonly token: TokenOptions }
  /** Of the store in the folder `data`, or of the server at `url`; the whole tape unless there is a range. */
  | {
      readonly type: "export";
      readonly room: string;
      readonly origin: { readonly data: string } | { readonly url: string; readonly token: string | undefined };
      readonly range: TimeRange | null;
      readonly out: string;
    }
  | { readonly type: "import"; readonly file: string; readonly room: string; readonly data: string }
  | { readonly type: "inspect"; readonly file: string }
  | { readonly type: "verify"; readonly file: string }
  | { readonly type: "trim"; readonly range: TimeRange; readonly file: string; readonly out: string }
  | { readonly type: "help" }
  /** Nothing that there is; `problem` says so in a sentence. */
  | { readonly type: "wrong"; readonly problem: string };

const OPTIONS = {
  port: { type: "string" },
  host: { type: "string" },
  data: { type: "string" },
  quiet: { type: "string" },
  room: { type: "string" },
  url: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  secret: { type: "string" },
  jwks: { type: "string" },
  origins: { type: "string" },
  token: { type: "string" },
  role: { type: "string" },
  user: { type: "string" },
  name: { type: "string" },
  expires: { type: "string" },
  "keep-days": { type: "string" },
  "keep-bytes": { type: "string" },
  webhook: { type: "string" },
  "webhook-secret": { type: "string" },
  proxied: { type: "boolean" },
  record: { type: "boolean" },
  "no-replay": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

type Option = Exclude<keyof typeof OPTIONS, "help">;
type Flag = "proxied" | "record" | "no-replay";
type Values = { readonly [name in Exclude<Option, Flag>]?: string | undefined } & {
  readonly [name in Flag]?: boolean | undefined;
};
/** Variables by name, as `process.env` has them. */
type Environment = Readonly<Record<string, string | undefined>>;

/** What a command takes besides its name. */
interface Form {
  readonly options: readonly Option[];
  readonly required?: readonly Option[];
  /** Its files, in their order. */
  readonly files: readonly string[];
  readonly read: (values: Values, files: readonly string[]) => Command;
}

const FORMS: Readonly<Record<string, Form>> = {
  serve: {
    options: [
      ...["port", "host", "data", "quiet", "secret", "jwks", "origins", "proxied"],
      ...["keep-days", "keep-bytes", "webhook", "webhook-secret"],
    ] as Option[],
    files: [],
    read: readServe,
  },
  token: {
    options: ["secret", "room", "role", "user", "name", "expires", "record", "no-replay"],
    required: ["secret", "room"],
    files: [],
    read: readToken,
  },
  export: {
    options: ["room", "data", "url", "token", "from", "to"],
    required: ["room"],
    files: ["the file to write"],
    read: ({ room = "", data = "./data", url, token, from, to }, [out = ""]) => ({
      type: "export",
      room,
      origin: url === undefined ? { data } : { url, token },
      range: from === undefined && to === undefined ? null : readRange(from, to),
      out,
    }),
  },
  import: {
    options: ["room", "data"],
    required: ["room"],
    files: ["the file to read"],
    read: ({ room = "", data = "./data" }, [file = ""]) => ({ type: "import", file, room, data }),
  },
  inspect: { options: [], files: ["the file to read"], read: (_, [file = ""]) => ({ type: "inspect", file }) },
  trim: {
    options: ["from", "to"],
    files: ["the file to read", "the file to write"],
    read({ from, to }, [file = "", out = ""]) {
      if (from === undefined && to === undefined) throw new WrongUse("trim needs --from, --to or both.");
      return { type: "trim", range: readRange(from, to), file, out };
    },
  },
  verify: { options: [], files: ["the file to read"], read: (_, [file = ""]) => ({ type: "verify", file }) },
};

/** Says what is wrong with the words. */
class WrongUse extends Error {}

/** Reads the words after the program's name, and what the environment says of options that are not among them. */
export function readCommand(args: readonly string[], environment: Environment = {}): Command {
  try {
    const { values: words, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const { help, ...given } = words;
    if (help) return { type: "help" };
    const [name = "serve", ...files] = positionals;
    const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined;
    if (!form || (form.files.length === 0 && files.length > 0)) {
      throw new WrongUse(`"${positionals.join(" ")}" is no command of inktape.`);
    }
    const values = { ...fromEnvironment(environment, form), ...given };
    check(name, form, given, values, files);
    return form.read(values, files);
  } catch (error) {
    return { type: "wrong", problem: error instanceof Error ? error.message : String(error) };
  }
}

/** What is set of a command's options; an empty variable is none. */
function fromEnvironment(environment: Environment, { options }: Form): Values {
  const set = options.flatMap((option) => {
    const text = environment[`INKTAPE_${option.toUpperCase().replaceAll("-", "_")}`];
    if (text === undefined || text === "") return [];
    return [[option, OPTIONS[option].type === "boolean" ? text !== "0" && text !== "false" : text] as const];
  });
  return Object.fromEntries(set) as Values;
}

function check(name: string, form: Form, given: Values, values: Values, files: readonly string[]): void {
  for (const option of Object.keys(given) as Option[]) {
    if (!form.options.includes(option)) throw new WrongUse(`--${option} means nothing to ${name}.`);
  }
  for (const option of form.required ?? []) {
    if (values[option] === undefined) throw new WrongUse(`${name} needs --${option}.`);
  }
  if (given.data !== undefined && given.url !== undefined)
    throw new WrongUse(`${name} takes --data or --url, not both.`);
  if (values.secret !== undefined && values.jwks !== undefined)
    throw new WrongUse(`${name} takes --secret or --jwks, not both.`);
  const missing = form.files[files.length];
  if (missing) throw new WrongUse(`${name} needs ${missing}.`);
  if (files.length > form.files.length)
    throw new WrongUse(`"${files.slice(form.files.length).join(" ")}" is too much for ${name}.`);
}

function readServe(values: Values): Command {
  const {
    port = "4280",
    host = "127.0.0.1",
    data = "./data",
    quiet = "30",
    secret,
    jwks,
    origins = "",
    proxied,
  } = values;
  if (!/^\d+$/.test(quiet) || Number(quiet) < 1) throw new WrongUse(`"${quiet}" is no number of seconds from 1.`);
  if (!/^\d+$/.test(port) || Number(port) > 65_535) throw new WrongUse(`"${port}" is no port.`);
  return {
    type: "serve",
    port: Number(port),
    host,
    data,
    quietMs: Number(quiet) * 1000,
    tokens: secret !== undefined ? { secret } : jwks !== undefined ? { jwks } : undefined,
    isProxied: proxied ?? false,
    retention: readRetention(values),
    webhooks: readWebhooks(values),
    origins: origins.split(",").flatMap((origin) => (origin.trim() === "" ? [] : [origin.trim()])),
  };
}

const UNITS: Readonly<Record<string, number>> = { "": 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

function readRetention({ "keep-days": days, "keep-bytes": bytes }: Values): Retention | undefined {
  if (days === undefined && bytes === undefined) return undefined;
  const [, number = "", unit = ""] = /^(\d{1,12})([KMGT]?)$/.exec(bytes ?? "") ?? [];
  if (bytes !== undefined && !(Number(number) > 0))
    throw new WrongUse(`"${bytes}" is no number of bytes, like 500M or 2G.`);
  if (days !== undefined && !(/^\d{1,6}$/.test(days) && Number(days) > 0))
    throw new WrongUse(`"${days}" is no number of days from 1.`);
  return {
    days: days === undefined ? undefined : Number(days),
    bytesPerRoom: bytes === undefined ? undefined : Number(number) * (UNITS[unit] ?? 1),
  };
}

function readWebhooks({ webhook: url, "webhook-secret": secret }: Values): readonly Webhook[] {
  if (url === undefined && secret === undefined) return [];
  if (url === undefined || secret === undefined) throw new WrongUse("--webhook and --webhook-secret go together.");
  return [{ url, secret }];
}

function readToken({ secret = "", room = "", role = "reader", user, name, expires = "1h", ...flags }: Values): Command {
  if (role !== "reader" && role !== "writer" && role !== "admin") throw new WrongUse(`"${role}" is no role.`);
  const { record = false, "no-replay": isReplayDenied = false } = flags;
  const expiresIn = readDuration(expires);
  return { type: "token", token: { secret, room, role, user, name, expiresIn, record, replay: !isReplayDenied } };
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds, from their number or one with a unit. */
function readDuration(text: string): number {
  const [, number = "", unit = "s"] = /^(\d{1,9})([smhd])?$/.exec(text) ?? [];
  const seconds = Number(number) * (SECONDS[unit] ?? 0);
  if (number !== "" && seconds > 0) return seconds;
  throw new WrongUse(`"${text}" is no time that a token could be good for: write one like 90s, 30m, 8h or 7d.`);
}

function readRange(from: string | undefined, to: string | undefined): TimeRange {
  const range = {
    from: (from === undefined ? 0 : readMoment(from)) as Millis,
    to: (to === undefined ? Number.MAX_SAFE_INTEGER : readMoment(to)) as Millis,
  };
  if (range.to < range.from) throw new WrongUse(`--to ${to} is before --from ${from}.`);
  return range;
}

/** A time in milliseconds since 1970, from itself or an ISO 8601 string. */
function readMoment(text: string): number {
  const time = /^\d+$/.test(text) ? Number(text) : /^\d{4}-\d\d/.test(text) ? Date.parse(text) : NaN;
  if (Number.isSafeInteger(time) && time >= 0) return time;
  throw new WrongUse(`"${text}" is no time: write one like 2026-11-22T08:00Z, or milliseconds since 1970.`);
}
