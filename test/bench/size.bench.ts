import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";

const EXTERNAL = /^(react|react-dom|@tanstack\/react-query)(\/|$)/;
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Gzip bytes (level 9, minified) of what an app that imports one component from `inktape` ships, peers left out. */
export default async function bench() {
  const json = { whiteboardGzip: await gzipOf("Whiteboard"), replayGzip: await gzipOf("Replay") };
  const rows = Object.entries(json).map(([name, bytes]) => ({
    case: name,
    "gzip bytes": bytes.toLocaleString("en"),
    without: "react, react-dom, @tanstack/react-query",
  }));
  return { rows, json };
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
  const code = result.output.map((part) => (part.type === "chunk" ? part.code : ""));
  return gzipSync(code.join("\n"), { level: 9 }).length;
}
