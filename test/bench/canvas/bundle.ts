import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";

/** The files of a page by their addresses. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

const HTML = (scripts: string) =>
  `<!doctype html><meta charset="utf-8"><style>html,body,#root{margin:0;height:100%}</style><div id="root"></div>${scripts}`;

/** Builds a page of this folder as an app ships it: minified, without development checks. */
export async function bundlePage(name: string): Promise<Files> {
  const input = fileURLToPath(new URL(`./${name}`, import.meta.url));
  const { output } = (await build({
    root: path.dirname(input),
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    define: { "process.env.IS_PREACT": JSON.stringify("false") },
    build: { write: false, target: "es2022", minify: true, modulePreload: false, rolldownOptions: { input } },
  })) as Rolldown.RolldownOutput;
  const files = new Map<string, string | Uint8Array>();
  const tags: string[] = [];
  for (const part of output) {
    files.set(`/${part.fileName}`, part.type === "chunk" ? part.code : part.source);
    if (part.type === "chunk" && part.isEntry) tags.push(`<script type="module" src="/${part.fileName}"></script>`);
    if (part.fileName.endsWith(".css")) tags.push(`<link rel="stylesheet" href="/${part.fileName}">`);
  }
  return files.set("/", HTML(tags.join("")));
}

/** A file of a package's `dist/prod`, where Excalidraw keeps its fonts; null when there is none. */
export function excalidrawAsset(address: string): Uint8Array | null {
  const folder = fileURLToPath(new URL("../../../node_modules/@excalidraw/excalidraw/dist/prod", import.meta.url));
  const file = path.join(folder, address);
  if (!file.startsWith(path.join(folder, "fonts"))) return null;
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
