import type { ClientId, PageId } from "../signal/ids.js";
import type { JoinRequest } from "../signal/protocol.js";

/** Whole numbers of one digit in base 36. */
const DIGITS = 36;
/** 25 digits of base 36 hold 129 bits: nobody guesses another's client id. */
const CLIENT_DIGITS = 25;
/** Pages are few, and only those of one room must differ. */
const PAGE_DIGITS = 10;
/** Colours for cursors and names, each readable with white text on it. */
const COLORS = ["#b3261e", "#a04000", "#7a5c00", "#2e7031", "#00696e", "#1f5fbf", "#6b42c1", "#a8317c"];

/** A participant as its room sees it. What is left out is made up: a new id, "Guest", and of eight colours the id's own. */
export interface User {
  /** The app's own id for the person. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** `#rrggbb`. */
  readonly color?: string | undefined;
}

export function newClientId(random: () => number): ClientId {
  return token(random, CLIENT_DIGITS) as ClientId;
}

export function newPageId(random: () => number): PageId {
  return token(random, PAGE_DIGITS) as PageId;
}

/** The user as it joins. */
export function completeUser(user: User, random: () => number): JoinRequest["user"] {
  const id = user.id ?? token(random, CLIENT_DIGITS);
  return { id, name: user.name ?? "Guest", color: user.color ?? colorOf(id) };
}

/** The same colour for the same person, wherever they join. */
function colorOf(id: string): string {
  let sum = 0;
  for (let index = 0; index < id.length; index++) sum = (sum * 31 + id.charCodeAt(index)) % 2 ** 32;
  return COLORS[sum % COLORS.length] as string;
}

function token(random: () => number, digits: number): string {
  return Array.from({ length: digits }, () => Math.floor(random() * DIGITS).toString(DIGITS)).join("");
}
