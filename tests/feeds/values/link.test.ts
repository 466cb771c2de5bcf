import { describe, expect, it } from "vitest";
import { linkOf } from "../../../src/feeds/values/link.ts";
import { noReport, reported } from "../../support/repairs.ts";

describe("a link", () => {
  it("is kept as it is where it is sound", () => {
    expect(reported((report) => linkOf("https://zoom.example.org/j/1?pwd=a", report))).toEqual(["https://zoom.example.org/j/1?pwd=a", []]);
  });

  it.each([
    ["https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F12&data=x", "https://zoom.us/j/12"],
    ["zoom.us/j/12", "https://zoom.us/j/12"],
    ["Join: https://zoom.us/j/12 now", "https://zoom.us/j/12"],
    ["https://zoom.us/j/1?a=1&amp;b=2", "https://zoom.us/j/1?a=1&b=2"],
    ["https://me:secret@zoom.us/j/12", "https://zoom.us/j/12"],
    ["https://www.google.com/url?q=https://zoom.us/j/12&sa=D", "https://zoom.us/j/12"],
    ["https://l.facebook.com/l.php?u=https%3A%2F%2Fzoom.us%2Fj%2F12", "https://zoom.us/j/12"],
    ["https://urldefense.com/v3/__https://zoom.us/j/12__;!!abc", "https://zoom.us/j/12"],
    ["https://urldefense.proofpoint.com/v2/url?u=https-3A__zoom.us_j_12&d=x", "https://zoom.us/j/12"],
    ["http:// zoom.us/j/12", "https://zoom.us/j/12"],
    ["https//zoom.us/j/12", "https://zoom.us/j/12"],
    ["https:/zoom.us/j/12", "https://zoom.us/j/12"],
    ["https://https://zoom.us/j/12", "https://zoom.us/j/12"],
    ["htps://zoom.us/j/12", "https://zoom.us/j/12"],
    ["(https://zoom.us/j/12).", "https://zoom.us/j/12"],
    ['<a href="https://zoom.us/j/12">Join</a>', "https://zoom.us/j/12"],
    ["https://us02web.zoom.us/s/12?zak=hunter2&pwd=a", "https://us02web.zoom.us/j/12?pwd=a"],
    ["https://us02web.zoom.us/j/812 3456 7890?pwd=a", "https://us02web.zoom.us/j/81234567890?pwd=a"],
    ["https://us02web.zoom.us/j/ 81234567890", "https://us02web.zoom.us/j/81234567890"],
    ["https://zoom.us/j/812345678https://zoom.us/j/812345678", "https://zoom.us/j/812345678"],
    ["https://zoom.us/j/812345678\u200b", "https://zoom.us/j/812345678"],
    ["&lt;a href=&quot;https://zoom.us/j/12?pwd=x&amp;amp;y=1&quot;&gt;Join", "https://zoom.us/j/12?pwd=x&y=1"],
    ["https://zoom.us/j/12?pwd=a&#038;copy=1&copy=2", "https://zoom.us/j/12?pwd=a&copy=1&copy=2"],
    ["https://zoom.us/j/12?pwd=a&uname=Jonas", "https://zoom.us/j/12?pwd=a"],
    ["https://web.archive.org/web/2024/https://example.org/", "https://web.archive.org/web/2024/https://example.org/"],
    ["406-555-0100", null],
    ["javascript:alert(1)", null],
    ["mailto:me@example.org", null],
    ["https://nam.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)", null],
    ["https://example.org/wp-admin/post.php?post=1&action=edit", null],
    ["http://[", null],
    ["https://maps.google.com/?q=45+Elm", null],
    ["https://www.google.com/maps/place/45+Elm", null],
    ["https://goo.gl/maps/abc", null],
    ["https://wa.me/14065550142", null],
    ["https://www.paypal.com/donate?x=1", null],
    ["https://zoom.us/download", null],
    ["https://zoom.us/meeting/123/edit", null],
    ["https://us02web.zoom.us/meeting/register/abc", "https://us02web.zoom.us/meeting/register/abc"],
    ["https://zoom.us/d/1234567", "https://zoom.us/d/1234567"],
    ["https://zoom.us/my/cottonwood", "https://zoom.us/my/cottonwood"],
    ["https://zoom.us/join", null],
    ["https://us04web.zoom.us/j/", null],
    ["https://us02web.zoom.us/u/kdXyz", null],
    ["https://us02web.zoom.us/postattendee?mn=abc", null],
    ["https://us02web.zoom.us/rec/share/abc", null],
    ["https://support.zoom.us/hc/en-us", null],
    ["https://zoom.us/webinar/register/WN_abc", "https://zoom.us/webinar/register/WN_abc"],
    ["https://zoomgov.com/j/1601234567", "https://zoomgov.com/j/1601234567"],
    ["https://zoom.us/82044539801", "https://zoom.us/j/82044539801"],
    ["https://app.zoom.us/wc/82044539801/start", "https://app.zoom.us/wc/82044539801/join"],
    ["https://meet.google.com/landing", null],
    ["https://meet.google.com/abc-defg-hij", "https://meet.google.com/abc-defg-hij"],
    ["https://teams.microsoft.com/", null],
    ["https://www.facebook.com/jonas.smithers.9", null],
    ["https://m.facebook.com/jonas.smithers.9", null],
    ["https://www.facebook.com/profile.php?id=10000", null],
    ["https://www.facebook.com/groups/cottonwood", "https://www.facebook.com/groups/cottonwood"],
    ["http://192.168.1.5/meet", null],
    ["https://google.com/mapsoftowns", "https://google.com/mapsoftowns"],
  ])("from %j is %j", (value, link) => {
    expect(linkOf(value, noReport)).toBe(link);
  });

  it("is told in a report by its host alone", () => {
    const seen: unknown[] = [];
    linkOf("https://me:secret@example.org/wp-admin/?edit_key=secret", (_kind, was) => seen.push(was));
    linkOf("mailto:me@example.org", (_kind, was) => seen.push(was));
    expect(seen).toEqual(["example.org", "mailto:"]);
  });
});

describe("a link from a stranger", () => {
  it("keeps no character that turns the direction of writing, and no control", () => {
    expect(linkOf("https://zoom.us/j/1\u202e2\u2066\u001b\u0007\u200b", noReport)).toBe("https://zoom.us/j/12");
  });

  it("is the first of two that run into each other, and whole where one is within the other", () => {
    expect(linkOf("https://a.org/bhttps://a.org/bhttps://a.org/b", noReport)).toBe("https://a.org/b");
    expect(linkOf("https://a.org/https://b.org/c", noReport)).toBe("https://a.org/https://b.org/c");
    expect(linkOf("http://https://zoom.us/j/12", noReport)).toBe("https://zoom.us/j/12");
  });
});
