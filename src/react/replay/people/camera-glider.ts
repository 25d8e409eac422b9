import type { BoardView } from "../../../canvas/board-view.js";
import { cameraToSee } from "../../../canvas/member-camera.js";
import type { Cancel, Clock } from "../../../clock/clock.js";
import type { MemberCamera } from "../../../signal/signal.js";
import { glideCamera, isNear } from "../../people/glide-camera.js";

/** Moves a view to what somebody saw. */
export interface CameraGlider {
  /** Glides there, or is there at once; to another page always at once. */
  show(camera: MemberCamera, isJump: boolean): void;
  /** Stays where it is. */
  stop(): void;
}

export interface CameraGliderOptions {
  readonly view: BoardView;
  readonly clock: Clock;
  /** Does what moves the view, and lets it be known that no viewer has. */
  readonly move: (act: () => void) => void;
  /** How fast it is played: the glide keeps pace. */
  readonly rate: () => number;
}

export function createCameraGlider({ view, clock, move, rate }: CameraGliderOptions): CameraGlider {
  let goal: MemberCamera | null = null;
  let movedAt = 0;
  let cancel: Cancel | null = null;

  const stop = () => {
    cancel?.();
    cancel = null;
    goal = null;
  };
  const goOn = () => {
    if (cancel || !goal || isNear(view.camera.get(), cameraToSee(goal, view.size.get()))) return;
    movedAt = clock.now();
    cancel = clock.frame(glide);
  };
  const glide = (now: number) => {
    cancel = null;
    if (!goal) return;
    const [size, from, end] = [view.size.get(), view.camera.get(), cameraToSee(goal, view.size.get())];
    const next = glideCamera(from, end, size, (now - movedAt) * rate());
    move(() => view.setCamera(isNear(next, end) ? end : next));
    goOn();
  };
  return {
    show(camera, isJump) {
      if (!isJump && camera.page === view.page.get()) {
        goal = camera;
        return goOn();
      }
      stop();
      move(() => {
        view.setPage(camera.page);
        view.setCamera(cameraToSee(camera, view.size.get()));
      });
    },
    stop,
  };
}
