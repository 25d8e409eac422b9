import type { ReactNode } from "react";
import type { CustomToolName, Drag, Tool, ToolContext, ToolPointer } from "../canvas/tool.js";
import { InktapeError } from "../signal/errors.js";

/** What an app says of a tool of its own. */
export interface ToolSpec {
  /** What it is told apart by: `app:` and a name, as in `app:stamp`. */
  readonly name: CustomToolName;
  /** What it is called in the toolbar. */
  readonly label: string;
  /** What the toolbar shows: 19 px square, in `currentColor`. */
  readonly icon: ReactNode;
  /** One letter or digit that takes it in hand, before what the key does otherwise. */
  readonly key?: string | undefined;
  /** A CSS cursor; a cross unless it says otherwise. */
  readonly cursor?: string | undefined;
  /** What a press starts; null when the press alone was all. Never called for readers, or on a page that is locked for them. */
  down(pointer: ToolPointer, context: ToolContext): Drag | null;
  /** Two presses in a short time. */
  doubleClick?(pointer: ToolPointer, context: ToolContext): void;
}

/** A tool that an app has declared: give it to whiteboards as one of their `tools`. */
export interface ToolDefinition extends Tool, Omit<ToolSpec, "cursor" | "name" | "doubleClick"> {
  readonly name: CustomToolName;
}

/** Declares a tool of the app's own. Throws `bad-argument` for one that is not named `app:name`, or of a key that is none. */
export function defineTool(spec: ToolSpec): ToolDefinition {
  if (!/^app:./.test(spec.name)) {
    throw new InktapeError(
      "bad-argument",
      `"${spec.name}" cannot name a tool: put "app:" in front, as in "app:stamp".`,
    );
  }
  if (spec.key !== undefined && !/^[a-z0-9]$/i.test(spec.key)) {
    throw new InktapeError("bad-argument", `"${spec.key}" cannot be the key of ${spec.name}: use one letter or digit.`);
  }
  return { ...spec, cursor: spec.cursor ?? "crosshair" };
}

/** The tool that a key press takes in hand; null for none. */
export function toolOfKey(tools: readonly ToolDefinition[], press: KeyboardEvent): ToolDefinition | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null;
  const key = press.key.toLowerCase();
  return tools.find((tool) => tool.key?.toLowerCase() === key) ?? null;
}
