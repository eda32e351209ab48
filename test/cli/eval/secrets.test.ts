import fc from "fast-check";
import { expect, it } from "vitest";
import { publicAddress, redactorOf } from "../../../src/cli/eval/secrets.ts";

it("a secret is taken out of plain text and of JSON, whatever characters it has", () => {
  const secret = fc.string({ minLength: 8, unit: fc.constantFrom(...'abc"\\\n\té') });
  fc.assert(
    fc.property(secret, (token) => {
      const redact = redactorOf([token]);
      expect(redact(`before ${token} after`)).not.toContain(token);
      const written = redact(JSON.stringify({ header: `Bearer ${token}` }));
      expect(JSON.parse(written)).toEqual({ header: "Bearer [secret]" });
    }),
  );
});

it("what is too short to be a secret stays, and so does all where there is none", () => {
  expect(redactorOf([undefined, "none"])("none of it")).toBe("none of it");
});

it("an address is shown without user, password and query", () => {
  expect(publicAddress("https://me:pass@host.example:8443/v1?key=abc")).toBe("https://host.example:8443/v1");
});
