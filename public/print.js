// A list for paper is asked for to be printed. Where there is no script, the page says how.
addEventListener("load", () => print());
