import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Running } from "./running.js";

let running: Running;
let url: string;

beforeEach(async () => {
  running = new Running();
  const site = await running.folders.make();
  await mkdir(path.join(site, "assets"));
  await writeFile(path.join(site, "index.html"), "<!doctype html><title>the page</title>");
  await writeFile(path.join(site, "assets", "app-1a2b.js"), "export {};");
  ({ url } = await running.start({ site }));
});
afterEach(() => running.stop());

test.each(["/", "/room/algebra", "/replay/algebra", "/replay/algebra?from=2026-11-22T08:00Z"])(
  "shows its one page at %s, and lets nobody keep it",
  async (address) => {
    const response = await fetch(new URL(address, url));
    expect(await response.text()).toContain("the page");
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(response.headers.get("cache-control")).toBe("no-cache");
  },
);

test("lets its pages run and show nothing from elsewhere", async () => {
  const policy = (await fetch(new URL("/room/algebra", url))).headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

test("serves what is named by its content, to be kept", async () => {
  const response = await fetch(new URL("/assets/app-1a2b.js", url));
  expect(response.headers.get("content-type")).toContain("javascript");
  expect(response.headers.get("cache-control")).toContain("immutable");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
});

test.each(["/assets/none.js", "/elsewhere", "/%2e%2e/secret", "/..%2f..%2fetc%2fpasswd"])(
  "has nothing at %s",
  async (address) => {
    const response = await fetch(new URL(address, url));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "not-found" });
  },
);

test("does not stand in the way of the API", async () => {
  expect(await (await fetch(new URL("/api/health", url))).json()).toEqual({ status: "ok" });
});
