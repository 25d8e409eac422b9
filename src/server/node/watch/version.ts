import { readFileSync } from "node:fs";

/** The package's version. */
export function packageVersion(): string {
  // The same way up from the sources and from what is built of them.
  const text = readFileSync(new URL("../../../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
