import { describe, expect, it } from "vitest";
import { BadSetting, readConfig } from "../src/config.ts";

describe("the settings", () => {
  it("have defaults where none is given", () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: null,
      database: expect.stringMatching(/\/data\/porchlight\.sqlite$/),
      siteUrl: "http://localhost:3000",
      logLevel: "info",
      feedsRefresh: null,
      linksCheck: null,
      backups: { folder: expect.stringMatching(/\/data\/backups$/), every: null, keep: { days: 7, weeks: 4, months: 12 } },
    });
  });

  it("count as not given when they are empty", () => {
    const empty = { PORT: "", HOST: " ", DATABASE: "", SITE_URL: "", LOG_LEVEL: "", FEEDS_REFRESH: "" };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it("are taken as they are given", () => {
    const given = {
      PORT: "8080",
      HOST: "127.0.0.1",
      DATABASE: "/srv/porchlight.sqlite",
      SITE_URL: "https://porchlight.example.org",
      LOG_LEVEL: "debug",
      FEEDS_REFRESH: "6h",
      LINKS_CHECK: "7d",
      BACKUP_EVERY: "24h",
      BACKUP_FOLDER: "/mnt/other",
      BACKUP_KEEP: "14d0w6m",
      PATH: "/usr/bin",
    };
    expect(readConfig(given)).toEqual({
      port: 8080,
      host: "127.0.0.1",
      database: "/srv/porchlight.sqlite",
      siteUrl: "https://porchlight.example.org",
      logLevel: "debug",
      feedsRefresh: 6 * 3_600_000,
      linksCheck: 7 * 86_400_000,
      backups: { folder: "/mnt/other", every: 24 * 3_600_000, keep: { days: 14, weeks: 0, months: 6 } },
    });
  });

  it("make the site's address of the port, and drop slashes at its end", () => {
    expect(readConfig({ PORT: "8080" }).siteUrl).toBe("http://localhost:8080");
    expect(readConfig({ SITE_URL: "https://example.org/recovery//" }).siteUrl).toBe("https://example.org/recovery");
  });

  it.each([
    ["0", 0],
    ["65535", 65535],
  ])("take %s as a port", (PORT, port) => {
    expect(readConfig({ PORT }).port).toBe(port);
  });

  it.each([
    ["1m", 60_000],
    ["90m", 5_400_000],
    ["24h", 86_400_000],
  ])("read %s as an interval", (FEEDS_REFRESH, milliseconds) => {
    expect(readConfig({ FEEDS_REFRESH }).feedsRefresh).toBe(milliseconds);
  });

  it.each([
    [{ PORT: "many" }, "PORT must be a number, such as 3000."],
    [{ PORT: "80.5" }, "PORT must be a whole number, such as 3000."],
    [{ PORT: "70000" }, "PORT must be between 0 and 65535."],
    [{ PORT: "-1" }, "PORT must be between 0 and 65535."],
    [{ SITE_URL: "porchlight" }, "SITE_URL must be a whole web address, such as https://porchlight.example.org."],
    [{ SITE_URL: "ftp://example.org" }, "SITE_URL must be a whole web address, such as https://porchlight.example.org."],
    [{ FEEDS_REFRESH: "often" }, "FEEDS_REFRESH must be minutes or hours, such as 90m or 6h."],
    [{ FEEDS_REFRESH: "501h" }, "FEEDS_REFRESH must be at most 500h, which is three weeks."],
    [{ FEEDS_REFRESH: "0h" }, "FEEDS_REFRESH must be minutes or hours, such as 90m or 6h."],
    [{ LINKS_CHECK: "12h" }, "LINKS_CHECK must be days, such as 7d, at most 99d."],
    [{ BACKUP_EVERY: "often" }, "BACKUP_EVERY must be hours or days, such as 24h or 7d."],
    [{ BACKUP_KEEP: "all" }, "BACKUP_KEEP must be numbers of days, weeks and months, such as 7d4w12m."],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be silent, error, warn, info or debug."],
    [{ PORT: "many", LOG_LEVEL: "loud" }, "PORT must be a number, such as 3000. LOG_LEVEL must be silent, error, warn, info or debug."],
  ])("refuse %o and say what to write instead", (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(new BadSetting(sentence));
  });
});
