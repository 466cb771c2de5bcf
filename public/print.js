// The list for paper is opened to be printed. Without scripts, the page says how.
addEventListener("load", () => print());
