import { parseArgs } from "node:util";
import type { TimeRange } from "../../tape/timeline.js";
import type { TokenOptions } from "../tokens/create-token.js";
import type { TokenTrust } from "../tokens/token-verifier.js";
import type { Retention } from "./retention.js";
import type { SyncPolicy } from "./sqlite/database.js";
import type { Webhook } from "./webhooks/webhooks.js";
import {
  readBytes,
  readDays,
  readDuration,
  readLogLevel,
  readPort,
  readRange,
  readSeconds,
  readSync,
  WrongUse,
  type LogLevel,
} from "./words.js";

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
      readonly tlsFiles: { readonly cert: string; readonly key: string } | undefined;
      readonly metricsPort: number | undefined;
      readonly logLevel: LogLevel;
      readonly sync: SyncPolicy;
      readonly drainMs: number;
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
  "tls-cert": { type: "string" },
  "tls-key": { type: "string" },
  "metrics-port": { type: "string" },
  "log-level": { type: "string" },
  drain: { type: "string" },
  token: { type: "string" },
  role: { type: "string" },
  user: { type: "string" },
  name: { type: "string" },
  expires: { type: "string" },
  sync: { type: "string" },
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
      ...(["port", "host", "data", "quiet", "secret", "jwks", "origins", "proxied"] as const),
      ...(["tls-cert", "tls-key", "metrics-port", "log-level", "drain"] as const),
      ...(["sync", "keep-days", "keep-bytes", "webhook", "webhook-secret"] as const),
    ],
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
  const { port = "4280", host = "127.0.0.1", data = "./data", quiet = "30", drain = "10", origins = "" } = values;
  const { secret, jwks, proxied, "tls-cert": cert, "tls-key": key, "metrics-port": metricsPort } = values;
  if ((cert === undefined) !== (key === undefined)) throw new WrongUse("--tls-cert and --tls-key go together.");
  return {
    type: "serve",
    port: readPort(port),
    host,
    data,
    quietMs: readSeconds(quiet),
    tlsFiles: cert === undefined || key === undefined ? undefined : { cert, key },
    metricsPort: metricsPort === undefined ? undefined : readPort(metricsPort),
    logLevel: readLogLevel(values["log-level"] ?? "info"),
    drainMs: readSeconds(drain),
    sync: readSync(values.sync ?? "full"),
    tokens: secret !== undefined ? { secret } : jwks !== undefined ? { jwks } : undefined,
    isProxied: proxied ?? false,
    retention: readRetention(values),
    webhooks: readWebhooks(values),
    origins: origins.split(",").flatMap((origin) => (origin.trim() === "" ? [] : [origin.trim()])),
  };
}

function readRetention({ "keep-days": days, "keep-bytes": bytes }: Values): Retention | undefined {
  if (days === undefined && bytes === undefined) return undefined;
  return {
    days: days === undefined ? undefined : readDays(days),
    bytesPerRoom: bytes === undefined ? undefined : readBytes(bytes),
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
