import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatsOf, type JoinFacts, joinOf } from "../../src/meetings/join.ts";

const room: JoinFacts = {
  address: "street",
  closedPlace: false,
  ended: false,
  url: false,
  phone: false,
  online: false,
  stated: null,
  scheduled: true,
};
const town: JoinFacts = { ...room, address: "town" };
const nowhere: JoinFacts = { ...room, address: "none" };

const anyFacts: fc.Arbitrary<JoinFacts> = fc.record({
  address: fc.constantFrom("street", "town", "none"),
  closedPlace: fc.boolean(),
  ended: fc.boolean(),
  url: fc.boolean(),
  phone: fc.boolean(),
  online: fc.boolean(),
  stated: fc.constantFrom("in-person", "online", "hybrid", "inactive", null),
  scheduled: fc.boolean(),
});

describe("how one joins", () => {
  it("is in person where there is a room and no other way in", () => {
    expect(joinOf(room)).toBe("in-person");
    expect(joinOf({ ...room, stated: "hybrid" })).toBe("in-person");
  });

  it("is hybrid where there is also a way in from afar, or the feed says there is one", () => {
    expect(joinOf({ ...room, url: true })).toBe("hybrid");
    expect(joinOf({ ...room, phone: true, stated: "in-person" })).toBe("hybrid");
    expect(joinOf({ ...room, online: true })).toBe("hybrid");
  });

  it("is video or phone where the address only says the town", () => {
    expect(joinOf({ ...town, url: true, stated: "hybrid" })).toBe("video");
    expect(joinOf({ ...town, url: true, phone: true })).toBe("video");
    expect(joinOf({ ...town, phone: true })).toBe("phone");
  });

  it("sends nobody to the old address of a meeting that its feed calls online", () => {
    expect(joinOf({ ...room, url: true, stated: "online" })).toBe("video");
    expect(joinOf({ ...room, online: true, stated: "online" })).toBe("contact-first");
  });

  it("is online for now where the place is closed", () => {
    expect(joinOf({ ...room, closedPlace: true, url: true })).toBe("online-for-now");
    expect(joinOf({ ...room, closedPlace: true, phone: true, stated: "inactive" })).toBe("online-for-now");
  });

  it("is paused where the place is closed, or the feed says so, and there is no other way in", () => {
    expect(joinOf({ ...room, closedPlace: true })).toBe("paused");
    expect(joinOf({ ...room, stated: "inactive" })).toBe("paused");
  });

  it("is paused where the group itself has ended, whatever link it leaves behind", () => {
    expect(joinOf({ ...room, ended: true, url: true, phone: true, closedPlace: true })).toBe("paused");
  });

  it("asks for a call first where there is nothing to join by", () => {
    expect(joinOf(nowhere)).toBe("contact-first");
    expect(joinOf(town)).toBe("contact-first");
    expect(joinOf({ ...nowhere, online: true })).toBe("contact-first");
    expect(joinOf({ ...room, scheduled: false })).toBe("contact-first");
  });

  it("believes a feed that says people meet in person, though it only names the town", () => {
    expect(joinOf({ ...town, stated: "in-person" })).toBe("in-person");
  });

  it("never calls a meeting with a number or an address paused, and never offers what is not there", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const join = joinOf(facts);
        const formats = formatsOf(join, facts);
        if (facts.ended) expect([join, formats]).toEqual(["paused", []]);
        else if (facts.phone || facts.url) expect(["paused", "contact-first", "in-person"]).not.toContain(join);
        if (facts.closedPlace || facts.address === "none") expect(formats).not.toContain("in-person");
        expect(formats.includes("phone")).toBe(facts.phone && !facts.ended);
        expect(formats.length === 0).toBe(join === "paused" || join === "contact-first");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the formats of a way to join", () => {
  it("count every way that is open", () => {
    expect(formatsOf("hybrid", { url: true, phone: true })).toEqual(["in-person", "video", "phone"]);
    expect(formatsOf("online-for-now", { url: false, phone: true })).toEqual(["phone"]);
    expect(formatsOf("hybrid", { url: false, phone: false })).toEqual(["in-person", "video"]);
    expect(formatsOf("paused", { url: false, phone: false })).toEqual([]);
  });
});
