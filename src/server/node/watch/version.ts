import { createRequire } from "node:module";

/** The package's version. */
export function packageVersion(): string {
  // The package by its own name: the same for the sources, what is built of them, and what is installed.
  const { version } = createRequire(import.meta.url)("inktape/package.json") as { readonly version: string };
  return version;
}
