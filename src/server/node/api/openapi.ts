import { z } from "zod";
import type { Route } from "./route.js";

/** A schema in the document: JSON Schema, or a reference to one. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

interface Content {
  readonly [type: string]: { readonly schema?: Schema };
}

export interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly description?: string; readonly content: Content };
  readonly responses: { readonly [status: string]: { readonly description: string; readonly content?: Content } };
}

/** The description of the API, as far as it is used here. */
export interface ApiDocument {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: Readonly<Record<string, Schema>>;
}

/** Of the API, not of the package: it changes when a program that uses the API would have to. */
const API_VERSION = "1.0.0";
const WHO = {
  read: "A token that names the room, and lets its bearer read recordings.",
  visit: "A token that names the room.",
  write: "The token of a writer or an admin that names the room.",
  administer: "The token of an admin that names the room.",
} as const;

/** Describes the API in OpenAPI 3.1, from the schemas by which it reads what comes. */
export function openApiOf(routes: readonly Route[]): ApiDocument {
  const schemas: Record<string, Schema> = {};
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    const path = `/api${pathOf(route.path)}`;
    paths[path] = { ...paths[path], [route.method]: operationOf(route, schemas) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "inktape",
      version: API_VERSION,
      description: "Rooms, their recordings and their pictures over HTTP. Errors are JSON with a code and a sentence.",
    },
    tags: [...new Set(routes.map(({ group }) => group))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "Where the server asks for tokens.",
        },
      },
    },
  };
}

/** Who may ask for what a route does, in a sentence; null for everybody. */
export function whoMay({ needs }: Pick<Route, "needs">): string | null {
  return needs && WHO[needs];
}

/** A path as OpenAPI writes it: Hono's `:name{pattern}` is `{name}`, and what a pattern ends in stands behind. */
function pathOf(path: string): string {
  return path.replace(/:(\w+)(?:\{[^}]*?(?:\[\.\](\w+))?\})?/g, (_, name: string, ending?: string) =>
    ending ? `{${name}}.${ending}` : `{${name}}`,
  );
}

function operationOf(route: Route, schemas: Record<string, Schema>): Operation {
  const { does, group, body, bytes, answers, params, query } = route;
  const who = whoMay(route);
  const content: Content | undefined = body
    ? { "application/json": { schema: schemaOf(body, "input", schemas) } }
    : bytes
      ? { "image/*": {} }
      : undefined;
  return {
    summary: does,
    ...(who === null ? {} : { description: `Where the server asks for tokens: ${who}` }),
    tags: [group],
    // A server without tokens takes requests without.
    security: route.needs ? [{ token: [] }, {}] : [],
    parameters: [
      ...Object.entries(params).map(([name, schema]) => parameter(name, "path", schema, schemas)),
      ...Object.entries(query).map(([name, schema]) => parameter(name, "query", schema, schemas)),
    ],
    ...(content && { requestBody: { required: true, ...(bytes && { description: bytes }), content } }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, { says, type, schema }]) => {
        const media = type ?? (schema ? "application/json" : undefined);
        const described = schema ? { schema: schemaOf(schema, "output", schemas) } : {};
        return [status, { description: says, ...(media && { content: { [media]: described } }) }];
      }),
    ),
  };
}

function parameter(name: string, where: "path" | "query", type: z.ZodType, schemas: Record<string, Schema>): Parameter {
  const { description, ...schema } = schemaOf(type, "input", schemas);
  const isRequired = where === "path" || !type.safeParse(undefined).success;
  return {
    name,
    in: where,
    required: isRequired,
    ...(description ? { description: String(description) } : {}),
    schema,
  };
}

/** The JSON Schema of a type, which is the dialect of OpenAPI 3.1; one that has a name stands among the schemas. */
function schemaOf(type: z.ZodType, io: "input" | "output", schemas: Record<string, Schema>): Schema {
  const { $schema: _, $defs = {}, ...schema } = z.toJSONSchema(type, { io, unrepresentable: "any" });
  for (const [name, definition] of Object.entries($defs)) schemas[name] = withoutId(definition as Schema);
  const { id } = z.globalRegistry.get(type) ?? {};
  if (id === undefined) return pointed(schema) as Schema;
  schemas[id] = withoutId(pointed(schema) as Schema);
  return { $ref: `#/components/schemas/${id}` };
}

function withoutId(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== "id"));
}

/** References lead to where the document has its schemas. */
function pointed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as unknown;
}
