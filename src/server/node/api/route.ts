import type { Context } from "hono";
import { z } from "zod";
import { InktapeError } from "../../../signal/errors.js";
import type { RoomId } from "../../../signal/ids.js";
import type { Deed } from "../access.js";

/** An answer as the API's description tells of it. */
export interface Answer {
  readonly says: string;
  /** Default "application/json" when there is a schema. */
  readonly type?: string | undefined;
  readonly schema?: z.ZodType | undefined;
}

/** What a route reads of a request. */
type Shape = Readonly<Record<string, z.ZodType>>;
type Read<S extends Shape> = { readonly [K in keyof S]: z.infer<S[K]> };

/** A request that a route may answer. */
export interface Call<Params extends Shape, Query extends Shape, Body> {
  readonly context: Context;
  readonly params: Read<Params>;
  readonly query: Read<Query>;
  readonly body: Body;
  /** The rooms for which the request may do what the route needs. */
  readonly isPermitted: (room: RoomId) => boolean;
}

/** One thing that can be asked of the API: how it is asked, who may, and what is answered. */
export interface Route<Params extends Shape = Shape, Query extends Shape = Shape, Body = unknown> {
  readonly method: "get" | "put" | "post" | "delete";
  /** As Hono writes paths, below `/api`. */
  readonly path: string;
  /** What it does, in a sentence. */
  readonly does: string;
  /** Where it stands in the API's description. */
  readonly group: string;
  /** What a request must be allowed; null for what everybody may know. */
  readonly needs: Deed | null;
  readonly params: Params;
  readonly query: Query;
  /** The JSON that comes with the request. */
  readonly body?: z.ZodType<Body> | undefined;
  /** What comes with the request as bytes, in words. */
  readonly bytes?: string | undefined;
  readonly answers: Readonly<Record<number, Answer>>;
  readonly handle: (call: Call<Params, Query, Body>) => Response | Promise<Response>;
}

type Given<P extends Shape, Q extends Shape, B> = Omit<Route<P, Q, B>, "params" | "query"> & {
  readonly params?: P;
  readonly query?: Q;
};

/** Writes a route down; its handler is given what its schemas read. */
export function route<P extends Shape = {}, Q extends Shape = {}, B = undefined>(given: Given<P, Q, B>): Route {
  return { params: {}, query: {}, ...given } as unknown as Route;
}

/** Reads what came by the schemas. Throws `bad-argument` for what they do not take, and for names they do not know. */
export function readShape(
  shape: Shape,
  given: Readonly<Record<string, string>>,
  where: string,
): Record<string, unknown> {
  return parse(z.strictObject(shape), given, where) as Record<string, unknown>;
}

/** Reads the JSON of a request. Throws `bad-argument`. */
export async function readBody(schema: z.ZodType, context: Context): Promise<unknown> {
  const text = await context.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InktapeError("bad-argument", "What came with the request is no JSON: send an object, as /api says.");
  }
  return parse(schema, value, "the JSON");
}

function parse(schema: z.ZodType, value: unknown, where: string): unknown {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const problems = error.issues.map(({ path, message }) =>
    path.length > 0 ? `"${path.join(".")}": ${message}` : message,
  );
  throw new InktapeError("bad-argument", `Something is wrong with ${where}. ${problems.join("; ")}. See /api.`);
}
