import { parseArgs } from "node:util";

/** How the command is used. */
export const USAGE = `Usage: inktape serve [--port 4280] [--host 127.0.0.1] [--data ./data]

  --port  the port to listen on; 0 takes any free one
  --host  the address to listen on; 0.0.0.0 lets other machines in
  --data  the folder that the rooms are stored in`;

/** What somebody asks of the command line. */
export type Command =
  | { readonly type: "serve"; readonly port: number; readonly host: string; readonly data: string }
  | { readonly type: "help" }
  /** Nothing that there is; `problem` says so in a sentence. */
  | { readonly type: "wrong"; readonly problem: string };

/** Reads the words after the program's name. */
export function readCommand(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "4280" },
        host: { type: "string", default: "127.0.0.1" },
        data: { type: "string", default: "./data" },
        help: { type: "boolean", short: "h" },
      },
      allowPositionals: true,
    });
    const { port, host, data, help } = values;
    if (help) return { type: "help" };
    if (positionals.length > 1 || (positionals[0] ?? "serve") !== "serve") {
      return { type: "wrong", problem: `"${positionals.join(" ")}" is no command of inktape.` };
    }
    if (!/^\d+$/.test(port) || Number(port) > 65_535) return { type: "wrong", problem: `"${port}" is no port.` };
    return { type: "serve", port: Number(port), host, data };
  } catch (error) {
    return { type: "wrong", problem: error instanceof Error ? error.message : String(error) };
  }
}
