import type { Command } from "../../canvas/keymap.js";
import { outwards } from "../../canvas/transform/groups.js";
import type { ToolName } from "../../canvas/tool.js";
import { shapesOf } from "../../board/leaves.js";
import type { Editor } from "./editor.js";

const ZOOM_STEP = 1.25;

/** Does what a key asks for. False when there was nothing to do, so that the key keeps its other meaning. */
export function runCommand(editor: Editor, command: Command, isReadOnly: boolean): boolean {
  return isViewCommand(command) ? look(editor, command) : !isReadOnly && edit(editor, command);
}

type ViewCommand = "zoomIn" | "zoomOut" | "zoomReset" | "zoomToFit";

function isViewCommand(command: Command): command is ViewCommand {
  return command.startsWith("zoom");
}

function look({ view }: Editor, command: ViewCommand): boolean {
  const { width, height } = view.size.get();
  const middle = { x: width / 2, y: height / 2 };
  if (command === "zoomToFit") view.zoomToFit();
  else if (command === "zoomReset") view.zoomAt(middle, 1 / view.camera.get().zoom);
  else view.zoomAt(middle, command === "zoomIn" ? ZOOM_STEP : 1 / ZOOM_STEP);
  return true;
}

function edit(editor: Editor, command: Exclude<Command, ViewCommand>): boolean {
  const { client, choices, selection, context } = editor;
  switch (command) {
    case "undo":
      client.undo();
      return true;
    case "redo":
      client.redo();
      return true;
    case "delete":
      if (selection.get().length === 0) return false;
      client.send([{ type: "shapes.remove", ids: selection.get() }]);
      context.setSelection([]);
      return true;
    case "cancel":
      if (selection.get().length === 0) return false;
      context.setSelection(outwards(editor.board(), selection.get()));
      return true;
    case "selectAll": {
      const page = context.page();
      const shapes = [...shapesOf(editor.board())].filter((shape) => shape.page === page);
      choices.tool.set("select");
      context.setSelection(shapes.map(({ id }) => id));
      return true;
    }
    default:
      choices.tool.set(command.slice("tool.".length) as ToolName);
      return true;
  }
}
