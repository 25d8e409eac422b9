import { notA } from "./file-error.js";

/** An object of a file, whose values are still to be looked at. */
export type JsonObject = { readonly [key: string]: unknown };

/** The value of a JSON text. Throws `bad-bytes` for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw notA("is no JSON", "its content", cause);
  }
}

/** True for an object that is no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function objectAt(value: unknown, where: string): JsonObject {
  if (isObject(value)) return value;
  throw notA("is no object", where);
}

export function listAt(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw notA("is no list", where);
}

export function textAt(value: unknown, where: string): string {
  if (typeof value === "string") return value;
  throw notA("is no text", where);
}

export function numberAt(value: unknown, where: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw notA("is no number", where);
}
