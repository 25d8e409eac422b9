import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";

const EXTERNAL = /^(react|react-dom|@tanstack\/react-query)(\/|$)/;
const root = fileURLToPath(new URL("../..", import.meta.url));

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>;

const LATE = /^src\//;

/**
 * Gzip bytes (level 9, minified) of what an app that imports one component from `inktape` loads at once, peers and what
 * is fetched later left out; and of each part of the component that is fetched later, with what it brings along that was
 * not loaded at first. Parts share much of that: the sum of them is more than all of them.
 */
export default async function bench() {
  const [whiteboard, replay] = [await chunksOf("Whiteboard"), await chunksOf("Replay")];
  const late = lateParts(whiteboard);
  const json = {
    whiteboardGzip: gzipOf(whiteboard, loadedAtOnce(whiteboard)),
    replayGzip: gzipOf(replay, loadedAtOnce(replay)),
    whiteboardLateGzip: Object.fromEntries(late),
  };
  const row = (name: string, bytes: number, without: string) => ({
    case: name,
    "gzip bytes": bytes.toLocaleString("en"),
    without,
  });
  const peers = "react, react-dom, @tanstack/react-query";
  const rows = [
    row("whiteboardGzip", json.whiteboardGzip, peers),
    row("replayGzip", json.replayGzip, peers),
    ...late.map(([name, bytes]) => row(`whiteboard, late: ${name}`, bytes, "what is loaded at first")),
  ];
  return { rows, json };
}

/** The late parts that are the component's own, by the module that is imported late, and what each loads alone. */
function lateParts(chunks: Chunks): readonly (readonly [string, number])[] {
  const first = loadedAtOnce(chunks);
  return [...chunks.values()]
    .flatMap((chunk): (readonly [string, number])[] => {
      const module =
        chunk.isDynamicEntry &&
        path
          .relative(root, chunk.facadeModuleId ?? "")
          .split(path.sep)
          .join("/");
      if (!module || !LATE.test(module)) return [];
      const own = [...withImports(chunks, chunk.fileName)].filter((name) => !first.has(name));
      return [[module.replace(LATE, "").replace(/\.tsx?$/, ""), gzipOf(chunks, own)]];
    })
    .sort(([one], [other]) => one.localeCompare(other));
}

/** The chunks that come before anything is shown: the entry and what it imports, not what it may import later. */
function loadedAtOnce(chunks: Chunks): ReadonlySet<string> {
  const entries = [...chunks.values()].filter(({ isEntry }) => isEntry);
  return new Set(entries.flatMap(({ fileName }) => [...withImports(chunks, fileName)]));
}

/** A chunk and all that it imports at once. */
function withImports(chunks: Chunks, chunk: string): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: string) => {
    if (names.has(name)) return;
    names.add(name);
    for (const imported of chunks.get(name)?.imports ?? []) add(imported);
  };
  add(chunk);
  return names;
}

function gzipOf(chunks: Chunks, names: Iterable<string>): number {
  const code = [...names].map((name) => chunks.get(name)?.code ?? "");
  return gzipSync(code.join("\n"), { level: 9 }).length;
}

async function chunksOf(component: string): Promise<Chunks> {
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
  return new Map(result.output.flatMap((part) => (part.type === "chunk" ? [[part.fileName, part]] : [])));
}
