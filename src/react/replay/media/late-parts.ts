import { late } from "../../parts/late.js";

/** What only a replay with sound or film takes. */
export const LINK_MEDIA = late(async () => (await import("../../../player/media/link-media.js")).linkMedia);
export const MEDIA_SCREEN = late(async () => (await import("./media-screen.js")).MediaScreen);
export const VOLUME_CONTROL = late(async () => (await import("./volume-control.js")).VolumeControl);
