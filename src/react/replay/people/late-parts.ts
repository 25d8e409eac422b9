import { late } from "../../parts/late.js";

/** What is fetched only when somebody asks for it. */
export const PEOPLE_PANEL = late(async () => (await import("./people-panel.js")).PeoplePanel);
export const WATCHED_BAR = late(async () => (await import("./watched-bar.js")).WatchedBar);
