import type { Tool, ToolName } from "../tool.js";
import { arrow } from "./arrow.js";
import { ellipse } from "./ellipse.js";
import { eraser } from "./eraser.js";
import { hand } from "./hand.js";
import { line } from "./line.js";
import { pen } from "./pen.js";
import { rectangle } from "./rectangle.js";
import { select } from "./select.js";
import { text } from "./text.js";

/** Every tool by its name. */
export const TOOLS: { readonly [Name in ToolName]: Tool } = {
  select,
  hand,
  pen,
  eraser,
  rectangle,
  ellipse,
  line,
  arrow,
  text,
};
