import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const LANGUAGES = readdirSync(`${root}/src/react/messages`).flatMap((file) => /^([a-z]{2})\.ts$/.exec(file)?.[1] ?? []);

/** What a program of an app's own prints that imports the built package by its name. */
async function printed(program: string): Promise<unknown> {
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], { cwd: root });
  return JSON.parse(stdout);
}

test("an app imports every language of the built package by its name, and each says as much as the English one", async () => {
  expect(LANGUAGES.length).toBeGreaterThan(5);
  const keys = await printed(`
    const { ENGLISH } = await import("inktape");
    const keysOf = (value, way = "") =>
      typeof value === "object" ? Object.entries(value).flatMap(([key, part]) => keysOf(part, way + "." + key)) : [way];
    const all = { english: keysOf(ENGLISH).sort() };
    for (const language of ${JSON.stringify(LANGUAGES)}) {
      const [messages] = Object.values(await import("inktape/messages/" + language));
      all[language] = keysOf(messages).sort();
    }
    console.log(JSON.stringify(all));
  `);
  const { english, ...languages } = keys as Record<string, readonly string[]>;
  expect(english?.length).toBeGreaterThan(100);
  expect(languages).toEqual(Object.fromEntries(LANGUAGES.map((language) => [language, english])));
});

test("what is published has the code and the types of every language", async () => {
  const { stdout } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root });
  const [{ files }] = JSON.parse(stdout) as [{ readonly files: readonly { readonly path: string }[] }];
  const paths = files.map(({ path }) => path);
  const wanted = LANGUAGES.flatMap((name) => [`dist/react/messages/${name}.js`, `dist/react/messages/${name}.d.ts`]);
  expect(paths).toEqual(expect.arrayContaining(wanted));
  expect(paths.filter((path) => !/^(dist\/|package\.json$|README\.md$|LICENSE$)/.test(path))).toEqual([]);
});
