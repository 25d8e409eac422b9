import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";

const EXTERNAL = /^(react|react-dom|@tanstack\/react-query)(\/|$)/;
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Gzip bytes (level 9, minified) of what an app that imports one component from `inktape` loads at once, peers and what is fetched later left out. */
export default async function bench() {
  const json = { whiteboardGzip: await gzipOf("Whiteboard"), replayGzip: await gzipOf("Replay") };
  const rows = Object.entries(json).map(([name, bytes]) => ({
    case: name,
    "gzip bytes": bytes.toLocaleString("en"),
    without: "react, react-dom, @tanstack/react-query",
  }));
  return { rows, json };
}

/** The chunks that come before anything is shown: the entry and what it imports, not what it may import later. */
function loadedAtOnce(chunks: ReadonlyMap<string, Rolldown.OutputChunk>): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: string) => {
    if (names.has(name)) return;
    names.add(name);
    for (const imported of chunks.get(name)?.imports ?? []) add(imported);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) add(chunk.fileName);
  return names;
}

async function gzipOf(component: string): Promise<number> {
  const entry = "virtual:app";
  const result = (await build({
    root,
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    plugins: [
      {
        name: "app",
        resolveId: (id) => (id === entry ? `\0${entry}` : null),
        load: (id) =>
          id === `\0${entry}`
            ? `export { ${component} } from ${JSON.stringify(path.join(root, "src/index.ts"))};`
            : null,
      },
    ],
    build: {
      write: false,
      target: "es2022",
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: entry, external: EXTERNAL, preserveEntrySignatures: "strict" },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = new Map(result.output.flatMap((part) => (part.type === "chunk" ? [[part.fileName, part]] : [])));
  const code = [...loadedAtOnce(chunks)].map((name) => chunks.get(name)?.code ?? "");
  return gzipSync(code.join("\n"), { level: 9 }).length;
}
