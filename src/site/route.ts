/** A page of the site. `from` and `to` are ISO 8601 as they stand in the address. */
export type Route =
  | { readonly page: "home" }
  | { readonly page: "room"; readonly room: string }
  | { readonly page: "replay"; readonly room: string; readonly from?: string; readonly to?: string }
  | { readonly page: "missing" };

const ROOM = /^\/(room|replay)\/([A-Za-z0-9._~-]{1,128})\/?$/;

/** The page that an address leads to. */
export function routeOf({ pathname, search }: Pick<Location, "pathname" | "search">): Route {
  if (pathname === "/") return { page: "home" };
  const [, page, room] = ROOM.exec(pathname) ?? [];
  if (room === undefined) return { page: "missing" };
  if (page === "room") return { page, room };
  const query = new URLSearchParams(search);
  const [from, to] = [query.get("from"), query.get("to")];
  return { page: "replay", room, ...(from && { from }), ...(to && { to }) };
}

/** True for a name that a room can have: 1 to 128 letters, digits and `. _ ~ -`, and not `.` or `..` alone. */
export function isRoomName(name: string): boolean {
  return ROOM.test(`/room/${name}`) && name !== "." && name !== "..";
}
