import { Validator } from "@seriousme/openapi-schema-validator";
import { afterEach, beforeEach, expect, test } from "vitest";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { RoomHost } from "../../../../src/room/host.js";
import { memoryStore } from "../../../../src/room/memory-store.js";
import { openAccess } from "../../../../src/server/node/access.js";
import { routesOf } from "../../../../src/server/node/api/api.js";
import { openApiOf } from "../../../../src/server/node/api/openapi.js";
import { pageOf } from "../../../../src/server/node/api/page.js";
import type { InktapeServer } from "../../../../src/server/node/index.js";
import { Running } from "../running.js";

let running: Running;
let server: InktapeServer;

beforeEach(async () => {
  running = new Running();
  server = await running.start();
});
afterEach(() => running.stop());

type SpecData = Exclude<Parameters<Validator["validate"]>[0], string>;

const clock = virtualClock(0);
const host = new RoomHost({ store: memoryStore(clock), clock });
const all = routesOf({ host, access: openAccess(), picture: () => "<svg/>" });

test("the description is valid OpenAPI 3.1", async () => {
  const answer = await fetch(new URL("openapi.json", server.url));
  const validator = new Validator();
  expect(await validator.validate((await answer.json()) as SpecData)).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  expect(await new Validator().validate(openApiOf(all) as unknown as SpecData)).toEqual({ valid: true });
});

test("it has every route, every parameter in its path, and no reference that leads nowhere", () => {
  const { paths, components } = openApiOf(all);
  expect(Object.values(paths).flatMap((methods) => Object.keys(methods))).toHaveLength(all.length);
  expect(Object.keys(paths)).toContain("/api/rooms/{room}/pages/{page}.svg");
  expect(Object.keys(paths)).toContain("/api/rooms/{room}/blocks/{range}/{part}");
  for (const [path, methods] of Object.entries(paths)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { parameters } of Object.values(methods)) {
      expect(parameters.flatMap(({ in: where, name }) => (where === "path" ? [name] : []))).toEqual(named);
    }
  }
  const text = JSON.stringify([paths, components]);
  for (const [, name = ""] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
    expect(Object.keys(components.schemas ?? {})).toContain(name);
  }
  expect(text).not.toContain("$defs");
});

test("it says what the API then does: what may be left out may be, and what it answers is what it says", () => {
  const list = openApiOf(all).paths["/api/rooms"]?.get;
  expect(list?.parameters.map(({ name, required }) => [name, required])).toEqual([
    ["limit", false],
    ["after", false],
  ]);
  expect(list?.responses["200"]?.content?.["application/json"]?.schema).toMatchObject({
    properties: { rooms: { items: { $ref: "#/components/schemas/Room" } } },
  });
});

test("the page shows every route, fetches nothing from elsewhere and runs nothing", async () => {
  const answer = await fetch(new URL("api", server.url));
  const page = await answer.text();
  expect(answer.headers.get("content-type")).toContain("text/html");
  expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
  for (const path of Object.keys(openApiOf(all).paths)) {
    expect(pageOf(openApiOf(all))).toContain(`<code>${path.replaceAll("/", "/<wbr>")}</code>`);
  }
  expect(page).not.toMatch(/<script|https?:\/\/|url\(|@import/);
  const again = await fetch(new URL("api", server.url), {
    headers: { "If-None-Match": answer.headers.get("etag") ?? "" },
  });
  expect(again.status).toBe(304);
});
