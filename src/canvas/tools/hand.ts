import { panBy } from "../camera.js";
import type { Tool } from "../tool.js";

/** Moves the view. */
export const hand: Tool = {
  name: "hand",
  cursor: "grab",
  down(start, { view }) {
    let [x, y] = [start.screenX, start.screenY];
    return {
      move(pointer) {
        view.setCamera(panBy(view.camera.get(), pointer.screenX - x, pointer.screenY - y));
        [x, y] = [pointer.screenX, pointer.screenY];
      },
      up: () => undefined,
      cancel: () => undefined,
    };
  },
};
