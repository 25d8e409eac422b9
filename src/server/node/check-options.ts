import { InktapeError } from "../../signal/errors.js";
import type { ServerOptions } from "./server-options.js";

/** What an option has to be, in words that go on after "must be". */
interface Rule {
  readonly isMet: (value: unknown) => boolean;
  readonly words: string;
}

/** The longest that a timer of Node can be set for. */
const LONGEST_MS = 2 ** 31 - 1;

const port = rule("a port, from 0 to 65535", (value) => isWhole(value) && value <= 65_535);
const time = rule("milliseconds, from 0 to 24 days", (value) => isNumber(value) && value >= 0 && value <= LONGEST_MS);
const text = rule("a text that is not empty", isText);
const flag = rule("true or false", (value) => typeof value === "boolean");
const action = rule("a function", (value) => typeof value === "function");

const RULES: { readonly [name in keyof ServerOptions]-?: Rule } = {
  port,
  host: text,
  data: text,
  store: rule("a store of rooms", (value) => hasAll(value, ["open", "tape", "list", "close"])),
  site: text,
  tokens: rule("an object with a secret, or with the address of a key set as jwks", isTrust),
  sync: rule("full or normal", (value) => value === "full" || value === "normal"),
  authorize: action,
  administer: action,
  assets: rule("bytes above 0, as AssetLimits says", (value) => isObject(value) && hasPositives(value)),
  webhooks: rule(
    "a list of objects with url and secret",
    (value) => Array.isArray(value) && value.every((one) => isObject(one) && isText(one.url) && isText(one.secret)),
  ),
  retention: rule("numbers above 0, as Retention says", (value) => isObject(value) && hasPositives(value)),
  origins: rule("a list of texts", (value) => Array.isArray(value) && value.every(isText)),
  limits: rule("numbers above 0, in objects as ServerLimits says", (value) => isObject(value) && hasPositives(value)),
  isProxied: flag,
  quietMs: time,
  graceMs: time,
  drainMs: time,
  commitGapMs: rule("milliseconds, from 0 to 1000", (value) => isNumber(value) && value >= 0 && value <= 1000),
  tls: rule(
    "an object with the texts cert and key",
    (value) => isObject(value) && isText(value.cert) && isText(value.key),
  ),
  metricsPort: port,
  roomClass: action,
  clock: rule("a clock", (value) => hasAll(value, ["now", "after"])),
  log: rule(
    "a function, or a logger with info, warn and error",
    (value) => action.isMet(value) || hasAll(value, ["info", "warn", "error"]),
  ),
};

/** Throws `bad-argument` for an option that no server can be made of. Names that it does not know are passed over. */
export function checkOptions(options: ServerOptions): void {
  for (const [name, { isMet, words }] of Object.entries(RULES)) {
    const value = options[name as keyof ServerOptions];
    if (value === undefined || isMet(value)) continue;
    throw new InktapeError("bad-argument", `The server's option "${name}" must be ${words}, and is ${shown(value)}.`);
  }
}

function rule(words: string, isMet: (value: unknown) => boolean): Rule {
  return { isMet, words };
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && !Number.isNaN(value);
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function hasAll(value: unknown, methods: readonly string[]): boolean {
  return isObject(value) && methods.every((name) => typeof value[name] === "function");
}

function isTrust(value: unknown): boolean {
  return isObject(value) && (typeof value.secret === "string" || isText(value.jwks) || value.jwks instanceof URL);
}

function hasPositives(value: Readonly<Record<string, unknown>>): boolean {
  return Object.values(value).every((inner) =>
    isObject(inner) ? hasPositives(inner) : inner === undefined || (isNumber(inner) && inner > 0),
  );
}

/** Numbers as they are; of anything else only what it is, for it may be a secret. */
function shown(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return String(value);
  if (value === "") return "an empty text";
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "another object" : `a ${typeof value}`;
}
