import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from "jose";
import { InktapeError } from "../../signal/errors.js";
import { claimsSchema, type Claims } from "./claims.js";
import { secretKey } from "./secret-key.js";

/** How a server knows which tokens are good: by a secret that it shares, or by the public keys of who makes them. */
export type TokenTrust =
  /** At least 32 bytes; tokens are signed with HS256. */
  | { readonly secret: string }
  /** The address of a JSON Web Key Set (RFC 7517); tokens are signed with an RS, PS or ES algorithm, or EdDSA. */
  | { readonly jwks: string | URL };

/** Reads a token. Rejects with `denied`, and a sentence that says why. */
export type VerifyToken = (token: string) => Promise<Claims>;

const SHARED = ["HS256"];
const PUBLIC = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];
/** Clocks of servers may differ by so many seconds. */
const TOLERANCE_S = 5;

/**
 * Makes what checks tokens: signature, algorithm, times, claims. An algorithm is never taken from the token alone. Throws
 * `bad-argument` for a secret that is too short, or an address that is none.
 *
 * @param now milliseconds since 1970.
 */
export function tokenVerifier(trust: TokenTrust, now: () => number): VerifyToken {
  const algorithms = "secret" in trust ? SHARED : PUBLIC;
  const key = "secret" in trust ? secretKey(trust.secret) : remoteKeys(trust.jwks);
  return async (token) => {
    const options = { algorithms, clockTolerance: TOLERANCE_S, currentDate: new Date(now()) };
    try {
      const { payload } = await (typeof key === "function"
        ? jwtVerify(token, key, options)
        : jwtVerify(token, key, options));
      const { success, data } = claimsSchema.safeParse(payload);
      if (success) return data;
    } catch (cause) {
      throw denied(cause);
    }
    throw new InktapeError("denied", "This token does not say what it is for: it needs a room, and known claims.");
  };
}

function remoteKeys(address: string | URL): JWTVerifyGetKey {
  if (URL.canParse(address)) return createRemoteJWKSet(new URL(address));
  throw new InktapeError("bad-argument", `"${String(address)}" is no address of a JSON Web Key Set.`);
}

function denied(cause: unknown): InktapeError {
  if (cause instanceof errors.JWTExpired) {
    return new InktapeError("denied", "This token has run out. Get a new one, and come again.", { cause });
  }
  if (cause instanceof errors.JWTClaimValidationFailed) {
    return new InktapeError("denied", `This token is not good yet, or not for this: ${cause.message}.`, { cause });
  }
  if (cause instanceof errors.JWKSTimeout || cause instanceof TypeError) {
    return new InktapeError("offline", "The keys that tokens are checked by cannot be fetched. Try again.", { cause });
  }
  return new InktapeError("denied", "This token is not signed by one whom this server trusts.", { cause });
}
