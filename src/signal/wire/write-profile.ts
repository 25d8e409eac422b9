import type { Access, Profile, Role } from "../signal.js";
import type { ByteWriter } from "./byte-writer.js";
import { ROLES, ACCESS } from "./profile.js";

/** A profile, as joins and keyframes hold it. */
export function writeProfile(writer: ByteWriter, profile: Profile): void {
  writer.text(profile.user);
  writer.text(profile.name);
  writer.text(profile.color);
  writeRole(writer, profile.role);
}

/** What a user may do; nothing for what was granted. */
export function writeAccess(writer: ByteWriter, access: Access | undefined): void {
  writer.byte(ACCESS.indexOf(access));
}

export function writeRole(writer: ByteWriter, role: Role): void {
  writer.byte(ROLES.indexOf(role));
}
