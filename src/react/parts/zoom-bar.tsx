import Maximize from "lucide-react/icons/maximize";
import Minus from "lucide-react/icons/minus";
import Plus from "lucide-react/icons/plus";
import type { BoardView } from "../../canvas/board-view.js";
import { useMessages } from "../context.js";
import { useStore } from "../use-store.js";
import { Button } from "./button.js";
import { Toolbar } from "./toolbar.js";

const STEP = 1.25;
const percentOf = (camera: { readonly zoom: number }) => Math.round(camera.zoom * 100);

export interface ZoomBarProps {
  readonly view: BoardView;
}

/** Out, 100 %, in and fit, around the middle of the view. */
export function ZoomBar({ view }: ZoomBarProps) {
  const messages = useMessages();
  const percent = useStore(view.camera, percentOf, 100);
  const zoomBy = (factor: number) => {
    const { width, height } = view.size.get();
    view.zoomAt({ x: width / 2, y: height / 2 }, factor);
  };
  return (
    <Toolbar label={messages.zoom} className="inktape-zoom">
      <Button label={messages.zoomOut} keys="-" icon={<Minus />} onClick={() => zoomBy(1 / STEP)} />
      <Button
        label={messages.zoomReset(percent)}
        keys="0"
        className="inktape-zoom-value"
        onClick={() => zoomBy(1 / view.camera.get().zoom)}
      >
        {percent} %
      </Button>
      <Button label={messages.zoomIn} keys="Plus" icon={<Plus />} onClick={() => zoomBy(STEP)} />
      <Button
        label={messages.zoomFit}
        keys="Shift+1"
        icon={<Maximize />}

        onClick={() => view.zoomToFit()}
      />
    </Toolbar>
  );
}
