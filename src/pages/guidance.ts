import type { RequestHandler } from "express";
import type { Guidance } from "../catalog/guidance.ts";
import { cardsById } from "../collection/cards.ts";
import { noFilter } from "../facets/filter.ts";
import type { Chosen } from "../facets/index.ts";
import type { DocumentCard } from "../library/card.ts";
import { sayDate } from "../listing/date.ts";
import { inLanguage, type Text } from "../listing/text.ts";
import { hostOf } from "./contacts.ts";
import { page } from "./frame.ts";
import type { Site } from "./site.ts";
import { filterUrl, urls } from "./urls.ts";

interface GuidanceView {
  sections: SectionView[];
}

interface SectionView {
  id: string;
  heading: string;
  paragraphs: string[];
  figures: { text: string; href: string; label: string }[];
  programs: { label: string; href: string }[];
  library: { label: string; href: string }[];
}

/** Mutual support in a rural place: what to weigh, with figures, and where to go on. */
export function guidancePage(site: Site): RequestHandler {
  const show = page<GuidanceView>(site, "pages/guidance");
  return (req, res) => {
    const { title, description } = site.words.guidance;
    show(req, res, { title, description, path: urls.guidance, section: "guidance", freshness: "until the data changes" }, () => ({
      sections: site.guidance.map((section) => sectionView(site, section)),
    }));
  };
}

function sectionView({ programs, documents, words }: Site, section: Guidance[number]): SectionView {
  const say = (text: Text) => inLanguage(text, words.language);
  const asked = (chosen: Chosen) => filterUrl(urls.programs, programs, { ...noFilter, chosen });
  return {
    id: section.id,
    heading: say(section.heading),
    paragraphs: section.paragraphs.map(say),
    figures: section.figures.map(({ text, source, date }) => ({
      text: say(text),
      href: source,
      label: words.program.source(hostOf(source), sayDate(date, words)),
    })),
    programs: section.programs.map(({ label, filter }) => ({ label: say(label), href: asked(filter as Chosen) })),
    library: cardsById<DocumentCard>(documents, section.library).map(({ id, title }) => ({ label: title, href: urls.document(id) })),
  };
}
