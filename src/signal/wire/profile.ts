import { LIMITS } from "../limits.js";
import type { Access, Profile, Role } from "../signal.js";
import type { ByteReader, ByteWriter } from "./bytes.js";

const ROLES: readonly Role[] = ["admin", "writer", "reader"];
/** The first stands for what was granted. */
const ACCESS: readonly (Access | undefined)[] = [undefined, ...ROLES, "none"];

/** A profile, as joins and keyframes hold it. */
export function writeProfile(writer: ByteWriter, profile: Profile): void {
  writer.text(profile.user);
  writer.text(profile.name);
  writer.text(profile.color);
  writeRole(writer, profile.role);
}

export function readProfile(reader: ByteReader): Profile {
  return {
    user: reader.text(LIMITS.nameBytes),
    name: reader.text(LIMITS.nameBytes),
    color: reader.text(LIMITS.nameBytes),
    role: readRole(reader),
  };
}

/** What a user may do; nothing for what was granted. */
export function writeAccess(writer: ByteWriter, access: Access | undefined): void {
  writer.byte(ACCESS.indexOf(access));
}

export function readAccess(reader: ByteReader): Access | undefined {
  return ACCESS[reader.varint(ACCESS.length - 1)];
}

export function writeRole(writer: ByteWriter, role: Role): void {
  writer.byte(ROLES.indexOf(role));
}

export function readRole(reader: ByteReader): Role {
  return ROLES[reader.varint(ROLES.length - 1)] as Role;
}
