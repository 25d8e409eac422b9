import { LIMITS } from "../limits.js";
import type { Access, Profile, Role } from "../signal.js";
import type { ByteReader } from "./bytes.js";

export const ROLES: readonly Role[] = ["admin", "writer", "reader"];

/** The first stands for what was granted. */
export const ACCESS: readonly (Access | undefined)[] = [undefined, ...ROLES, "none"];

export function readProfile(reader: ByteReader): Profile {
  return {
    user: reader.text(LIMITS.nameBytes),
    name: reader.text(LIMITS.nameBytes),
    color: reader.text(LIMITS.nameBytes),
    role: readRole(reader),
  };
}

export function readAccess(reader: ByteReader): Access | undefined {
  return ACCESS[reader.varint(ACCESS.length - 1)];
}

export function readRole(reader: ByteReader): Role {
  return ROLES[reader.varint(ROLES.length - 1)] as Role;
}
