import type { Command } from "../command.js";

/** What is asked of one command. */
export type CommandOf<Type extends Command["type"]> = Extract<Command, { readonly type: Type }>;
